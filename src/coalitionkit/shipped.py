"""Files that come with the tool: templates and examples.

A wheel carries them inside the package; a checkout and an editable install have them at the top.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return a folder that comes with the tool, such as `templates`.

    Raises FileNotFoundError when the installation is damaged.
    """
    for folder in (_PACKAGE / name, _PACKAGE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"this installation has lost its folder '{name}'")
