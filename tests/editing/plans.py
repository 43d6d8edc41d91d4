"""Plans of several files for tests, and what stands in them."""

from coalitionkit.editing import Revision
from coalitionkit.source.files import PlanFiles, RawFile

BEGINNING = "format: 1\ncoalition: {id: lakes, name: Lakes}\n"


def raw(file: str, text: str | bytes) -> RawFile:
    """Return a file as the workspace reads it."""
    data = text.encode() if isinstance(text, str) else text
    return RawFile(file, data, len(data))


def files(main: str | bytes, overlay: str | None = None, **fragments: str) -> PlanFiles:
    """Return the files of a plan; fragments are named without folder and ending."""
    return PlanFiles(
        raw("coalition.yaml", main),
        tuple(raw(f"coalition.d/{name}.yaml", text) for name, text in sorted(fragments.items())),
        None if overlay is None else raw("coalition.private.yaml", overlay),
    )


def texts(plan: PlanFiles) -> dict[str, str]:
    """Return the texts of the committed files and the overlay by name."""
    held = (plan.main, *plan.fragments, *([plan.overlay] if plan.overlay else []))
    return {one.file: (one.data or b"").decode() for one in held}


def changes(revision: Revision) -> list[tuple[str, str]]:
    """Return which files a revision makes, changes and removes, in order."""
    return [
        (one.file, "new" if one.before is None else "gone" if one.after is None else "changed")
        for one in revision.files
    ]
