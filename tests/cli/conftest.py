"""The command line, called within the process as the program would call it."""

import gc
import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.plans import put
from coalitionkit.cli import console
from coalitionkit.cli.boundary import main


@dataclass(frozen=True)
class Ran:
    """What came of a command."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
Ask = Callable[..., Ran]


@pytest.fixture
def _collector() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    _collector: None,
) -> Run:
    """Run `coalition` in an empty folder; `stdin` is what is piped into it."""
    monkeypatch.chdir(tmp_path)
    for name in ("COALITION_OVERLAY", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COALITION_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))

    def ran(*arguments: str, stdin: str | bytes = b"") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        monkeypatch.setattr(sys, "argv", ["coalition", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0, out, err)

    return ran


@pytest.fixture
def plan(run: Run) -> Run:
    """Run a command where a small plan with comments lies."""
    put()
    return run


@pytest.fixture
def ask(plan: Run, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run a command beside that plan as if a person sat there, who types these lines."""
    monkeypatch.setattr(console, "is_terminal", lambda _stream: True)

    def asked(*arguments: str, lines: tuple[str, ...]) -> Ran:
        return plan(*arguments, stdin="".join(f"{line}\n" for line in lines))

    return asked
