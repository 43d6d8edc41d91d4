"""coalitionkit: a cross-sector coalition in one file that is checked like code."""

__version__ = "0.1.0"
