"""What a plan means: a model for each part of the file, and no positions."""
