"""Writing a file whole: whoever reads it finds the old text or the new one, never a part."""

from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, text: str) -> None:
    """Put a UTF-8 text in place of a file, or make it; line ends stay as they are in the text.

    A link of that name is replaced and not followed. Raises OSError, and then nothing has changed.
    """
    from tempfile import NamedTemporaryFile  # most commands write no file

    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=file.parent, prefix=".coalition-", delete=False
    ) as waiting:
        name = Path(waiting.name)
        try:
            waiting.write(text)
        except BaseException:
            waiting.close()
            with suppress(OSError):
                name.unlink()
            raise
    name.chmod(0o644)
    name.replace(file)
