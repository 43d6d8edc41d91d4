"""What git remembers of a plan. Only `git` itself is run, and only to read."""
