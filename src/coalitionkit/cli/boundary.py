"""Where an error becomes a sentence and an exit code: the only place that does so.

0 done · 1 findings · 2 the request cannot be done · 3 a mistake in this tool · 130 interrupted
"""

import os
import sys
from pathlib import Path
from typing import TextIO

from coalitionkit.cli.app import command_line
from coalitionkit.errors import CoalitionError
from coalitionkit.prose import safe

INTERNAL_ERROR = 3
INTERRUPTED = 130


def main() -> None:
    """Run the command line that the process was started with, and end the process."""
    _speak_utf8()
    try:
        command_line()()
    except CoalitionError as error:
        _say(f"error: {error.message}")
        if error.hint:
            _say(f"hint:  {error.hint}")
        sys.exit(error.exit_code)
    except OSError as error:
        where = f" '{error.filename}'" if error.filename else ""
        _say(f"error: cannot read or write{where}: {error.strerror or error}")
        sys.exit(CoalitionError.exit_code)
    except KeyboardInterrupt:
        _say("interrupted")
        sys.exit(INTERRUPTED)
    except Exception:  # noqa: BLE001 - the last net: a mistake in this tool, told as one
        import traceback

        traceback.print_exc()
        _say("error: this is a mistake in coalitionkit, not in your files; please report the lines above")
        sys.exit(INTERNAL_ERROR)


def _speak_utf8() -> None:
    """Write UTF-8 to pipes and files everywhere, and never fail on a sign that a console lacks.

    What goes to a pipe or a file is the same bytes on every system: Windows would end lines otherwise, and
    those of a calendar or an e-mail, which have an end of their own, twice. Where the caller left no stream
    open, what is said there goes nowhere.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _say(line: str) -> None:
    sys.stderr.write(f"{safe(line)}\n")
