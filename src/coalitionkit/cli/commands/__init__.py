"""One module for each command. Commands do not know one another."""
