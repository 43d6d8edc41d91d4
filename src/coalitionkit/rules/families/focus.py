"""Family 1: vision, goals, strategies, and whether they are backed."""
