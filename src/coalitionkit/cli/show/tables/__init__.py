"""Results as tables, alone or in a report: one value for all of them, and one writer for each format."""
