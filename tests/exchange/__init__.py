"""Tables that other programs read and write."""
