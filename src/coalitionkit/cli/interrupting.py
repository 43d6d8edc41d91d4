"""Ctrl-C while something takes long: the first asks to stop with what there is, the second stops at once."""

import signal
import threading
from types import FrameType, TracebackType
from typing import Self


class Interruption:
    """Within its `with`, the first Ctrl-C only marks that somebody wants to stop.

    Outside of the main thread, where no signal arrives, it marks nothing.
    """

    def __init__(self) -> None:
        self._before: signal.Handlers | object = None
        self._asked = False

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._heard)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._restore()

    def was_asked(self) -> bool:
        """Whether somebody wants to stop."""
        return self._asked

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True
        self._restore()

    def _restore(self) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)  # type: ignore[arg-type]
            self._before = None
