"""Rules family by family."""
