"""`python -m coalitionkit` and the command `coalition`.

A command lives for a fifth of a second. What a long-running program needs, a collector that walks all
that was imported and an end that takes it apart again, would be a third of that.
"""

import gc
import os
import sys

gc.set_threshold(1_000_000, 20, 20)  # before the imports below, which build most of what there is

from coalitionkit.cli.boundary import main as run  # noqa: E402

__all__ = ["main"]


def main() -> None:
    """Run the command line that the process was started with, and end the process."""
    try:
        run()
    except SystemExit as end:
        _leave(end.code)
    _leave(0)


def _leave(code: object) -> None:
    """End the process without taking apart what it built; everything is written and closed by now."""
    if isinstance(code, str):
        sys.stderr.write(f"{code}\n")
    number = code if isinstance(code, int) else int(code is not None)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # whoever read our output has gone
        number = number or 1
    os._exit(number)


if __name__ == "__main__":
    main()
