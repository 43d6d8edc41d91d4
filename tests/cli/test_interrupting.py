"""Ctrl-C: the first is heard, the second ends the command."""

import signal
import threading

import pytest

from coalitionkit.cli.interrupting import Interruption


def test_the_first_is_heard_and_the_second_ends() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interruption() as interruption:
        assert not interruption.was_asked()
        signal.raise_signal(signal.SIGINT)
        assert interruption.was_asked()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_what_was_before_is_there_again() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interruption():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_beside_the_main_thread_nothing_is_heard() -> None:
    heard: list[bool] = []

    def work() -> None:
        with Interruption() as interruption:
            heard.append(interruption.was_asked())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert heard == [False]
