"""Networks that other tools read."""
