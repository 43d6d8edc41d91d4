"""What edits change, for people: the lines of a file before and after."""

from collections.abc import Iterator

from coalitionkit.cli.console import Line, Piece
from coalitionkit.editing import RevisedFile
from coalitionkit.prose import counted

_STYLES = {"+": "good", "-": "error", "@": "info"}


def diff_lines(file: RevisedFile, *, private: bool) -> Iterator[Line]:
    """Show the lines of a file that change, with those around them; of a private file only how many."""
    if private:
        added, removed = line_counts(file)
        what = f"{counted(added, 'line')} added, {counted(removed, 'line')} removed (private, not shown)"
        yield (Piece(f"{file.file}: ", "place"), Piece(what, "faint"))
        return
    # difflib costs three milliseconds, and most commands write.
    from difflib import unified_diff

    before, after = _lines(file.before), _lines(file.after)
    names = (
        "/dev/null" if file.before is None else file.file,
        "/dev/null" if file.after is None else file.file,
    )
    for number, line in enumerate(unified_diff(before, after, *names, lineterm="")):
        style = "place" if number < 2 else _STYLES.get(line[:1], "")  # noqa: PLR2004 - the two names
        yield (Piece(line, style),)


def line_counts(file: RevisedFile) -> tuple[int, int]:
    """Return how many lines of a file are new and how many are gone."""
    from difflib import SequenceMatcher

    before, after = _lines(file.before), _lines(file.after)
    added = removed = 0
    for _, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if before[first:last] != after[begin:end]:
            removed += last - first
            added += end - begin
    return added, removed


def _lines(data: bytes | None) -> list[str]:
    """Return the lines of a file, whatever ends them."""
    return (data or b"").decode("utf-8-sig", errors="replace").splitlines()
