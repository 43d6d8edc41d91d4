"""Family 6: the letters that ask partners to join."""
