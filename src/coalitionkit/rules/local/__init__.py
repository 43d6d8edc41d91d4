"""Rules that plans write themselves: read, held against the format, and made into rules like any other."""
