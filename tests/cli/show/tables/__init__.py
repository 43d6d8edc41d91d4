"""What reports look like, in every format."""
