"""Shared files of settings: which are read, in what order they count, and what is refused."""

from collections.abc import Mapping
from itertools import permutations

import pytest
from builders import loaded, raw, whole
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit import configuration
from coalitionkit.configuration import DEEPEST, MOST_FILES, gathered, settings_of
from coalitionkit.errors import OutsideError, UnreadableFileError
from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.settings import Settings, Shared
from coalitionkit.source.files import RawFile

Files = Mapping[str, str]


class Disk:
    """Files by path, and which of them were asked for."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.asked: list[str] = []

    def read(self, path: str, _named_in: str) -> RawFile | None:
        """Return a file, as the workspace does."""
        self.asked.append(path)
        return raw(path, self.files[path]) if path in self.files else None


def shared(text: str, files: Files, config: str = "") -> Shared:
    """Return what the shared files of a plan say."""
    disk = Disk(files)
    return gathered(loaded(whole(text)), disk.read, config=raw(config, files[config]) if config else None)


def order(text: str, files: Files, config: str = "") -> list[str]:
    """Return the names of the shared files in the order in which they count, the lowest first."""
    return [layer.lint.profile or "" for layer in shared(text, files, config).layers]


def problems(outcome: Shared) -> list[str]:
    return [
        f"{f.place.file}:{f.place.span.start.line}:{f.place.span.start.column} {f.check.code} {f.message}"
        for f in outcome.findings
    ]


def severity(settings: Settings) -> Severity:
    return settings.severity(Check("CK401", "metric-missing", Severity.WARNING, "", "", ""))


@pytest.mark.parametrize("text", ["", "lint: {profile: draft}\n", "lint: {extend: []}\n", "members: [\n"])
def test_where_nothing_is_extended_nothing_is_read(text: str) -> None:
    disk = Disk({})
    assert gathered(loaded(whole(text)), disk.read) == Shared()
    assert disk.asked == []


def test_later_files_count_more_and_each_more_than_what_it_extends() -> None:
    files = {
        "a.yaml": "profile: draft\nextend: [base/b.yaml]\n",
        "base/b.yaml": "profile: start\nextend: [../c.yaml]\n",
        "c.yaml": "profile: launch\n",
        "d.yaml": "profile: sustain\n",
    }
    outcome = shared("lint: {extend: [a.yaml, ./d.yaml]}\n", files)
    assert [layer.lint.profile for layer in outcome.layers] == ["launch", "start", "draft", "sustain"]
    assert [file.file for file in outcome.files] == ["a.yaml", "base/b.yaml", "c.yaml", "d.yaml"]
    assert set(outcome.texts) == set(files)


def test_a_file_that_is_reached_twice_counts_where_it_is_reached_first() -> None:
    files = {
        "a.yaml": "profile: draft\nextend: [base.yaml]\n",
        "b.yaml": "profile: launch\nextend: [base.yaml]\n",
        "base.yaml": "profile: start\n",
    }
    disk = Disk(files)
    outcome = gathered(loaded(whole("lint: {extend: [a.yaml, b.yaml, a.yaml]}\n")), disk.read)
    assert [layer.lint.profile for layer in outcome.layers] == ["start", "draft", "launch"]
    assert sorted(disk.asked) == ["a.yaml", "b.yaml", "base.yaml"]
    assert outcome.findings == ()


def test_the_file_of_the_caller_counts_more_than_those_of_the_plan() -> None:
    files = {
        "a.yaml": "profile: draft\n",
        "c.yaml": "profile: launch\nextend: [b.yaml]",
        "b.yaml": "profile: start",
    }
    text = "lint: {extend: [a.yaml]}\n"
    assert order(text, files, "c.yaml") == ["draft", "start", "launch"]
    assert order("", files, "c.yaml") == ["start", "launch"]


SOURCES = ("asked", "plan", "config", "second", "first")


@given(st.sets(st.sampled_from(SOURCES)))
def test_the_nearest_word_counts(given_by: set[str]) -> None:
    """Command line over plan over the caller's file over extended files over the default."""
    profiles = {"asked": "sustain", "plan": "launch", "config": "draft", "second": "launch", "first": "start"}

    def text(name: str) -> str:
        return f"profile: {profiles[name]}\n" if name in given_by else ""

    files = {"first.yaml": text("first"), "second.yaml": text("second")}
    plan = "lint:\n  extend: [first.yaml, second.yaml]\n" + (
        f"  {text('plan')}" if "plan" in given_by else ""
    )
    settings = settings_of(
        loaded(whole(plan)),
        Disk(files).read,
        profile=Profile(profiles["asked"]) if "asked" in given_by else None,
        config=raw("config.yaml", text("config")),
    )
    expected = next((profiles[name] for name in SOURCES if name in given_by), "start")
    assert settings.profile.value == expected


@pytest.mark.parametrize(("low", "high"), list(permutations(["CK401", "metric-missing"])))
def test_a_rule_may_be_named_otherwise_in_each_file(low: str, high: str) -> None:
    disk = Disk({"a.yaml": f"rules: {{{low}: off}}\n"})
    plan = loaded(whole(f"lint: {{extend: [a.yaml], rules: {{{high}: error}}}}\n"))
    assert severity(settings_of(plan, disk.read)) is Severity.ERROR


def test_packs_and_rules_of_all_files_count_and_options_one_by_one() -> None:
    local = (
        "local: [{id: one, each: members, require: {name: present}, message: %s}, {id: %s, each: members, "
    )
    local += "require: {name: present}, message: m}]\n"
    files = {"a.yaml": "packs: [csbg]\noptions: {x: {days: 1, weeks: 2}}\n" + local % ("below", "two")}
    plan = "lint:\n  extend: [a.yaml]\n  packs: [health-center, csbg]\n  options: {x: {days: 3}}\n  "
    settings = settings_of(loaded(whole(plan + local % ("above", "three"))), Disk(files).read)
    assert list(settings.packs) == ["csbg", "health-center"]
    check = Check("CK999", "x", Severity.INFO, "", "", "")
    assert settings.options_of(check) == {"days": 3, "weeks": 2}
    assert {name: rule.message for name, (_, rule) in settings.local.items()} == {
        "one": "above", "two": "m", "three": "m",
    }  # fmt: skip


def test_isolated_leaves_out_the_plan_and_all_files() -> None:
    disk = Disk({"a.yaml": "rules: {metric-missing: off}\n"})
    plan = loaded(whole("lint: {extend: [a.yaml], profile: launch}\n"))
    settings = settings_of(plan, disk.read, isolated=True)
    assert (settings.profile, severity(settings), disk.asked) == (Profile.START, Severity.WARNING, [])


def test_paths_are_seen_from_the_file_that_names_them() -> None:
    disk = Disk({"coalition.d/own.yaml": "profile: launch\n", "up.yaml": "profile: draft\n"})
    plan = loaded(whole(""), fragments={"lint.yaml": "lint: {extend: [own.yaml, ../up.yaml]}\n"})
    assert [layer.lint.profile for layer in gathered(plan, disk.read).layers] == ["launch", "draft"]


def test_a_circle_is_told_where_it_closes_and_the_rest_counts() -> None:
    files = {
        "a.yaml": "profile: draft\nextend: [b.yaml]\n",
        "b.yaml": "profile: launch\nextend:\n  - a.yaml\n",
    }
    outcome = shared("lint: {extend: [a.yaml]}\n", files)
    (told,) = problems(outcome)
    assert told == (
        "b.yaml:3:5 CK032 'a.yaml' and 'b.yaml' would extend each other; remove this line, or the one "
        "that leads here"
    )
    assert [layer.lint.profile for layer in outcome.layers] == ["launch", "draft"]
    alone = shared("lint: {extend: [a.yaml]}\n", {"a.yaml": "extend: [../x/a.yaml, ./a.yaml]"})
    assert [f.message.partition(";")[0] for f in alone.findings] == [
        "there is no file '../x/a.yaml'",
        "'a.yaml' would extend itself",
    ]


def test_a_long_row_of_files_ends() -> None:
    files = {f"{n}.yaml": f"extend: [{n + 1}.yaml]\n" for n in range(DEEPEST + 3)}
    outcome = shared("lint: {extend: [0.yaml]}\n", files)
    assert len(outcome.files) == DEEPEST
    (told,) = problems(outcome)
    assert told == (
        f"{DEEPEST - 1}.yaml:1:10 CK032 more than {DEEPEST} files extend one another in a row; bring some of "
        "them together"
    )


def test_a_heap_of_files_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_FILES >= 20
    monkeypatch.setattr(configuration, "MOST_FILES", 2)
    names = ["a.yaml", "b.yaml", "c.yaml", "a.yaml"]
    outcome = shared(f"lint: {{extend: [{', '.join(names)}]}}\n", dict.fromkeys(names, "profile: draft"))
    assert [f.message for f in outcome.findings] == [
        "this plan comes to more than 2 shared files; bring some of them together"
    ]


@pytest.mark.parametrize(
    "named",
    [
        "https://example.org/a.yaml",
        "HTTP://x/a.yaml",
        "file:///etc/a.yaml",
        "/etc/a.yaml",
        "~/a.yaml",
        "C:/a.yaml",
        "c:a.yaml",
        "..\\\\a.yaml",
        "coalition.private.yaml",
        "x/other.private.yaml",
        "Coalition.PRIVATE.yaml",
        "a.txt",
        "/etc/passwd",
        "a",
    ],
)
def test_what_is_no_shared_file_is_refused_unread(named: str) -> None:
    disk = Disk({})
    outcome = gathered(loaded(whole(f'lint: {{extend: ["{named}"]}}\n')), disk.read)
    assert disk.asked == []
    assert [f.check.code for f in outcome.findings] == ["CK032"]


def test_a_file_that_is_too_large_or_cannot_be_read_is_told_where_it_is_named() -> None:
    def large(path: str, _named_in: str) -> RawFile | None:
        return RawFile(path, None, 9_000_000)

    def locked(path: str, _named_in: str) -> RawFile | None:
        raise UnreadableFileError(f"cannot read '{path}': locked")

    def outside(path: str, named_in: str) -> RawFile | None:
        raise OutsideError(f"'{path}' lies outside of where {named_in} lies")

    plan = loaded(whole("lint:\n  extend: [a.yaml]\n"))
    (told,) = problems(gathered(plan, large))
    assert told.startswith("coalition.yaml:2:12 CK032 'a.yaml' is larger than a file may be; name another")
    (told,) = problems(gathered(plan, locked))
    assert told.startswith("coalition.yaml:2:12 CK032 cannot read 'a.yaml': locked; name another file")
    (told,) = problems(gathered(plan, outside))
    assert told == (
        "coalition.yaml:2:12 CK032 'a.yaml' lies outside of where coalition.yaml lies; copy the file into "
        "it, or name it with --config"
    )


def test_what_is_wrong_in_a_shared_file_is_told_there_and_the_others_count() -> None:
    files = {"a.yaml": "profile: lunch\n", "b.yaml": "profile: draft\n"}
    outcome = shared("lint: {extend: [a.yaml, b.yaml]}\n", files)
    assert problems(outcome) == ["a.yaml:1:10 CK013 'lunch' is not a profile; did you mean 'launch'?"]
    assert [layer.lint.profile for layer in outcome.layers] == ["draft"]
