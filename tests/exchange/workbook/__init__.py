"""The worksheet: written, filled in by other programs, and read again."""
