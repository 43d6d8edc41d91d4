"""Many plans shared out over several processes."""

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coalitionkit.linting.judging import judged
from coalitionkit.linting.memory import Memory
from coalitionkit.linting.request import Request
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import PlanPaths

_SHARES_EACH = 16
"""Into how many parts the work of one process is cut, so that none waits long for the last one."""


class _Share(NamedTuple):
    plans: Sequence[tuple[int, PlanPaths]]
    request: Request
    memory: Memory | None


def shared_out(
    plans: Sequence[tuple[int, PlanPaths]], request: Request, memory: Memory | None, *, processes: int
) -> Iterator[tuple[int, Verdict]]:
    """Yield the verdict on each plan with its number, without texts, in the order in which they are known.

    Raises UnreadableFileError when the operating system refuses a file.
    """
    count = max(1, min(len(plans), processes * _SHARES_EACH))
    largest_first = sorted(plans, key=lambda numbered: -numbered[1].size)
    shares = [_Share(largest_first[first::count], request, memory) for first in range(count)]
    # A forked process has everything imported already. Where forking is not safe, each imports for itself.
    start = "fork" if sys.platform == "linux" else "spawn"
    with multiprocessing.get_context(start).Pool(processes) as pool:
        for verdicts in pool.imap_unordered(_verdicts, shares):
            yield from verdicts


def _verdicts(share: _Share) -> list[tuple[int, Verdict]]:
    return [
        (number, judged(plan, share.request, share.memory)._replace(texts={})) for number, plan in share.plans
    ]
