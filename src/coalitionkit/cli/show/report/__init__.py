"""Results as tables: one value for all of them, and one writer for each format."""
