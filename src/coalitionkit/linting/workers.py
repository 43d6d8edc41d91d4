"""Many plans shared out over several processes."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import NamedTuple

from coalitionkit.errors import LostProcessError
from coalitionkit.linting.judging import judged
from coalitionkit.linting.memory import Memory
from coalitionkit.linting.request import Request
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import PlanPaths

_SHARES_EACH = 16
"""Into how many parts the work of one process is cut, so that none waits long for the last one."""

_MOST_PROCESSES = 61
"""How many processes Windows can wait for; no machine of a coalition has more to offer."""

# A forked process has everything imported already. Where forking is not safe, each imports for itself.
_START = "fork" if sys.platform == "linux" else "spawn"


class _Share(NamedTuple):
    plans: Sequence[tuple[int, PlanPaths]]
    request: Request
    memory: Memory | None


def shared_out(
    plans: Sequence[tuple[int, PlanPaths]], request: Request, memory: Memory | None, *, processes: int
) -> Iterator[tuple[int, Verdict]]:
    """Yield the verdict on each plan with its number, without texts, in the order in which they are known.

    However this process ends, the others end with it. Raises UnreadableFileError when the operating system
    refuses a file, LostProcessError when it ends one of the processes.
    """
    count = max(1, min(len(plans), processes * _SHARES_EACH))
    largest_first = sorted(plans, key=lambda numbered: -numbered[1].size)
    shares = [_Share(largest_first[first::count], request, memory) for first in range(count)]
    pool = ProcessPoolExecutor(
        min(processes, count, _MOST_PROCESSES), multiprocessing.get_context(_START), initializer=_begin
    )
    try:
        for done in as_completed([pool.submit(_verdicts, share) for share in shares]):
            yield from done.result()
    except BrokenProcessPool as error:
        raise LostProcessError(
            "the system ended a process that was checking plans",
            hint="there may be too little memory; '--jobs 1' checks one plan after the other",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Let this process end without a word when it is interrupted, and whenever the one that began it ends."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _verdicts(share: _Share) -> list[tuple[int, Verdict]]:
    return [
        (number, judged(plan, share.request, share.memory)._replace(texts={})) for number, plan in share.plans
    ]
