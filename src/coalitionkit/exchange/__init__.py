"""What other programs read and write: tables, and findings in the formats that they know."""
