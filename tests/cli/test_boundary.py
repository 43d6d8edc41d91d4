"""Streams as they are when the program begins: the same bytes for pipes on every system."""

import io
import sys

import pytest

from coalitionkit.cli.boundary import _speak_utf8


class _Console(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def _windows(stream: type[io.TextIOWrapper]) -> tuple[io.TextIOWrapper, io.BytesIO]:
    """Return a stream as Windows opens it, and the bytes that reach it."""
    raw = io.BytesIO()
    return stream(raw, encoding="cp1252", newline="\r\n"), raw


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_pipe_gets_the_bytes_of_a_text_as_they_are(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stream, raw = _windows(io.TextIOWrapper)
    monkeypatch.setattr(sys, name, stream)
    _speak_utf8()
    stream.write("BEGIN:VCALENDAR\r\n✓ 王\n")
    stream.flush()
    assert raw.getvalue() == "BEGIN:VCALENDAR\r\n✓ 王\n".encode()


def test_a_console_keeps_its_code_page_and_lacks_signs_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, raw = _windows(_Console)
    monkeypatch.setattr(sys, "stdout", stream)
    _speak_utf8()
    stream.write("✓ é\n")
    stream.flush()
    assert raw.getvalue() == "? é\r\n".encode("cp1252")
