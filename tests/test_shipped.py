"""Files that come with the tool are found in a wheel and in a checkout."""

from pathlib import Path

import pytest

from coalitionkit import shipped as module
from coalitionkit.shipped import shipped


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the package lies in a checkout without anything."""
    folder = tmp_path / "src" / "coalitionkit"
    folder.mkdir(parents=True)
    monkeypatch.setattr(module, "_PACKAGE", folder)
    return folder


def test_a_checkout_has_them_at_the_top(package: Path, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    assert shipped("templates") == tmp_path / "templates"


def test_a_wheel_has_them_within_the_package_and_that_wins(package: Path, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (package / "templates").mkdir()
    assert shipped("templates") == package / "templates"


def test_a_file_is_no_folder_and_a_damaged_installation_is_told(package: Path) -> None:
    (package / "templates").write_text("", encoding="utf-8")
    with pytest.raises(FileNotFoundError, match="has lost its folder 'templates'"):
        shipped("templates")


@pytest.mark.parametrize("name", ["templates/init/coalition.yaml", "examples/forest-city/coalition.yaml"])
def test_this_installation_has_them(name: str) -> None:
    folder, _, rest = name.partition("/")
    assert (shipped(folder) / rest).is_file()
