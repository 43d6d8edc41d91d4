"""Family 7: the first meetings, and what they settle."""
