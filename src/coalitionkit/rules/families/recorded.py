"""Family 7: practices that are recorded in words."""
