"""The one plan that a command works on."""

from pathlib import Path

import pytest
import typer
from builders import MEMBERS, whole

from coalitionkit.cli.opening import opened
from coalitionkit.errors import ConfigurationError, NoPlanError

CLEAN = whole(MEMBERS)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, text: str) -> Path:
    """Write a file."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", [".", "a", "a/coalition.yaml"])
def test_a_plan_is_found(path: str) -> None:
    put("a/coalition.yaml", CLEAN)
    found = opened(Path(path))
    assert found.coalition.coalition.id == "forest-city"
    assert found.folder == Path("a")


def test_the_overlay_beside_it_is_read_unless_left_out() -> None:
    put("coalition.yaml", CLEAN)
    put("coalition.private.yaml", "members: [{id: ana-lopez, phone: 555-0100}]\n")
    other = put("o.yaml", "members: [{id: ana-lopez, phone: 555-0199}]\n")
    assert opened(Path()).coalition.members[0].phone == "555-0100"
    assert opened(Path(), other).coalition.members[0].phone == "555-0199"
    assert opened(Path(), no_overlay=True).coalition.members[0].phone is None
    assert opened(Path(), other, no_overlay=True).coalition.members[0].phone is None


def test_no_plan_and_several_plans_are_refused() -> None:
    with pytest.raises(NoPlanError):
        opened(Path())
    put("a/coalition.yaml", CLEAN)
    put("b/coalition.yaml", CLEAN)
    with pytest.raises(ConfigurationError) as refused:
        opened(Path())
    assert refused.value.message == "there are 2 plans here: a/coalition.yaml and b/coalition.yaml"
    assert refused.value.hint == "choose one with --plan"
    for name in "cdefg":
        put(f"{name}/coalition.yaml", CLEAN)
    with pytest.raises(ConfigurationError) as refused:
        opened(Path())
    assert refused.value.message == (
        "there are 7 plans here: a/coalition.yaml, b/coalition.yaml, c/coalition.yaml and 4 more"
    )


def test_a_missing_overlay_is_refused() -> None:
    put("coalition.yaml", CLEAN)
    with pytest.raises(ConfigurationError, match="there is no overlay file"):
        opened(Path(), Path("gone.yaml"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (whole("members: [{id: a, nmae: A}]\n"), "coalition.yaml:1:19: error CK010", "1 error to mend first"),
        (whole("champions: [{member: x}, {member: y}]\n"), "coalition.yaml:1:22: error", "2 errors to mend"),
        ("members: [\n", "coalition.yaml:2:1: error CK001", "1 error to mend first"),
        ("", "coalition.yaml:1:1: error", "1 error to mend first"),
    ],
)
def test_a_plan_with_errors_ends_with_1(
    capsys: pytest.CaptureFixture[str], text: str, first: str, last: str
) -> None:
    put("coalition.yaml", text)
    with pytest.raises(typer.Exit) as ended:
        opened(Path())
    assert ended.value.exit_code == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0].startswith(first)
    assert err.splitlines()[-1].startswith(last)


def test_less_than_an_error_does_not_stop_anyone(capsys: pytest.CaptureFixture[str]) -> None:
    put("coalition.yaml", whole("focus: {north_star: TODO}\n"))
    opened(Path())
    assert capsys.readouterr() == ("", "")
