"""Writes a plan again and again, until a test kills it: `python writer.py FOLDER`."""

import sys
from pathlib import Path

from coalitionkit.source.files import RevisedFile
from coalitionkit.workspace import write_revision

SIZE = 300_000
"""How long a version is: long enough to be killed in the middle of one."""


def version(number: int) -> bytes:
    """Return the whole content of one version: its number, over and over."""
    line = f"{number:09}\n".encode()
    return line * (SIZE // len(line))


def main() -> None:
    """Write two files, one version after another."""
    folder = Path(sys.argv[1])
    files = [(folder / name).as_posix() for name in ("coalition.private.yaml", "coalition.yaml")]
    number = 0
    while True:
        write_revision([RevisedFile(file, version(number), version(number + 1)) for file in files])
        number += 1


if __name__ == "__main__":
    main()
