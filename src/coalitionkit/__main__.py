"""`python -m coalitionkit` and the command `coalition`."""

from coalitionkit.cli.boundary import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
