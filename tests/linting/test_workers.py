"""Work shared out: whatever ends it, it ends whole and says why."""

import os
import pickle
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import whole

from coalitionkit import errors
from coalitionkit.errors import CoalitionError, LostProcessError
from coalitionkit.linting import Request, workers
from coalitionkit.linting.judging import judged
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import PlanPaths, find_plans

REQUEST = Request(as_of=date(2026, 6, 30))
FORKED = pytest.mark.skipif(sys.platform != "linux", reason="what is replaced here lives on in forks only")
ERRORS = [value for value in vars(errors).values() if isinstance(value, type)]

WAITING = """
import os, sys, time
from datetime import date
from pathlib import Path
from coalitionkit.linting import Request, workers
from coalitionkit.workspace import find_plans

def judged(*arguments):
    os.write(1, b"begun\\n")
    time.sleep(60)

workers.judged = judged
plans = list(enumerate(find_plans([Path(sys.argv[1])])))
list(workers.shared_out(plans, Request(date(2026, 6, 30)), None, processes=2))
"""


@pytest.fixture
def plans(tmp_path: Path) -> list[tuple[int, PlanPaths]]:
    for number in range(4):
        folder = tmp_path / f"county-{number}"
        folder.mkdir()
        (folder / "coalition.yaml").write_text(whole(""), encoding="utf-8")
    return list(enumerate(find_plans([tmp_path])))


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_an_error_comes_home_from_another_process(kind: type[CoalitionError]) -> None:
    error = pickle.loads(pickle.dumps(kind("what happened", hint="what to do")))  # noqa: S301 - ours
    assert (type(error), error.message, error.hint) == (kind, "what happened", "what to do")


def test_processes_that_begin_empty_find_the_same(
    plans: list[tuple[int, PlanPaths]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_START", "spawn")
    found = dict(workers.shared_out(plans, REQUEST, None, processes=2))
    assert found == {number: judged(plan, REQUEST)._replace(texts={}) for number, plan in plans}


@FORKED
def test_a_process_that_the_system_ends_is_told(
    plans: list[tuple[int, PlanPaths]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "judged", lambda *_: signal.raise_signal(signal.SIGKILL))
    with pytest.raises(LostProcessError, match="the system ended a process"):
        list(workers.shared_out(plans, REQUEST, None, processes=2))


def test_no_more_processes_begin_than_there_is_work_for(
    plans: list[tuple[int, PlanPaths]], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []

    def counted(processes: int, *arguments: Any, **options: Any) -> ProcessPoolExecutor:
        begun.append(processes)
        return ProcessPoolExecutor(processes, *arguments, **options)

    monkeypatch.setattr(workers, "ProcessPoolExecutor", counted)
    found: list[tuple[int, Verdict]] = list(workers.shared_out(plans, REQUEST, None, processes=100_000))
    assert (len(found), begun) == (4, [4])


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("named", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_the_others_end_with_the_process_that_began_them(
    plans: list[tuple[int, PlanPaths]], tmp_path: Path, named: str
) -> None:
    how = signal.Signals[named]  # Windows has no SIGKILL to name
    program = [sys.executable, "-c", WAITING, str(tmp_path)]
    with subprocess.Popen(  # noqa: S603 - ours
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as first:
        assert first.stdout is not None
        assert [first.stdout.readline(), first.stdout.readline()] == [b"begun\n"] * 2
        others = [
            int(pid) for pid in Path(f"/proc/{first.pid}/task/{first.pid}/children").read_text().split()
        ]
        if how is signal.SIGINT:
            os.killpg(first.pid, how)  # as a terminal does
        else:
            os.kill(first.pid, how)
        _, told = first.communicate(timeout=20)
    assert told.count(b"Traceback") == (how is signal.SIGINT)  # its own, which the command line catches
    deadline = time.monotonic() + 10
    while any(_runs(pid) for pid in others):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False
