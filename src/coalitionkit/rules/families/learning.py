"""Family 4: what residents said, what was learned, and what became of it."""
