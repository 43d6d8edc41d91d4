"""Packs that come along, and packs that installed packages offer."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from builders import loaded, plan, whole

from coalitionkit.errors import BrokenPackError
from coalitionkit.rules import packs
from coalitionkit.rules.audit import settings_findings
from coalitionkit.rules.catalogue import RULES, rule_named
from coalitionkit.rules.engine import judge
from coalitionkit.rules.packs import BUILT_IN, installed_rules, pack_named, pack_names
from coalitionkit.rules.rulebook import rules_for
from coalitionkit.settings import settings_for

MODULE = '''
from coalitionkit.findings import Profile
from coalitionkit.places import PLAN
from coalitionkit.rules.packs.pack import Pack
from coalitionkit.rules.rule import Breach, rule


@rule("{code}", "{name}", profile=Profile.START)
def county_seal(snapshot):
    """The plan bears the seal of the county.

    Why: The county asks for it.

    Mend: Ask the clerk.
    """
    yield Breach(PLAN, "the seal is missing; ask the clerk")


PACK = Pack("county", "County rules", (county_seal,))
'''


class Shelf:
    """A folder of installed packages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, package: str, module: str, offers: str = "county", target: str = "PACK") -> None:
        """Install a package whose module offers a pack."""
        name = package.replace("-", "_")
        (self.folder / f"{name}.py").write_text(module, encoding="utf-8")
        info = self.folder / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8"
        )
        entry = f"[coalitionkit.packs]\n{offers} = {name}:{target}\n"
        (info / "entry_points.txt").write_text(entry, encoding="utf-8")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """Give a folder from which Python takes packages."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)
    packs._installed.cache_clear()
    yield Shelf(tmp_path)
    packs._installed.cache_clear()
    for name in set(sys.modules) - before:
        if name.startswith("county"):
            del sys.modules[name]


def module(code: str = "COUNTY1", name: str = "county-seal") -> str:
    return MODULE.format(code=code, name=name)


def codes(*names: str) -> list[str]:
    settings = settings_for(plan(lint={"packs": list(names)}))
    return [rule.check.code for rule in rules_for(settings) if not rule.check.code.startswith("CK")]


def test_three_packs_come_along() -> None:
    assert sorted(BUILT_IN) == ["csbg", "drug-free-communities", "health-center"]
    assert {name: pack.name for name, pack in BUILT_IN.items()} == {name: name for name in BUILT_IN}
    assert all(pack.rules and pack.title for pack in BUILT_IN.values())


def test_a_pack_that_nobody_offers_is_none(shelf: Shelf) -> None:
    assert pack_named("county") is None
    assert "county" not in pack_names()


def test_an_installed_package_offers_a_pack(shelf: Shelf) -> None:
    shelf.install("county-rules", module())
    pack = pack_named("county")
    assert pack is not None
    assert pack.title == "county, of the package county-rules"
    assert "county" in pack_names()
    assert codes("county", "csbg") == ["COUNTY1", "CSBG01", "CSBG02", "CSBG03"]


def test_nothing_is_imported_before_a_plan_names_it(shelf: Shelf) -> None:
    shelf.install("county-rules", "raise RuntimeError('imported')\n")
    assert codes("csbg")
    assert "county" in pack_names()
    assert "county_rules" not in sys.modules


@pytest.mark.parametrize(
    ("text", "target", "problem"),
    [
        ("import nowhere_at_all\n", "PACK", "cannot be loaded (ModuleNotFoundError: No module named"),
        ("raise RuntimeError('no')\n", "PACK", "cannot be loaded (RuntimeError: no)"),
        ("raise SystemExit(0)\n", "PACK", "cannot be loaded (SystemExit: 0)"),
        ("PACK = 5\n", "PACK", "cannot be loaded (AttributeError: "),
        (module(), "NONE", "cannot be loaded (AttributeError: "),
        ("class PACK:\n    rules = ('x',)\n", "PACK", "holds something other than rules"),
        ("class PACK:\n    rules = 5\n", "PACK", "holds something other than rules"),
        (module(code="CK201"), "PACK", "has a rule with the code 'CK201', which is not its own"),
        (module(code="local/x"), "PACK", "has a rule with the code 'local/x', which is not its own"),
    ],
)
def test_a_pack_that_cannot_be_used_is_told_by_its_package(
    shelf: Shelf, text: str, target: str, problem: str
) -> None:
    shelf.install("county-rules", text, target=target)
    with pytest.raises(BrokenPackError) as refused:
        pack_named("county")
    assert refused.value.message.startswith(f"the pack 'county' of the package 'county-rules' {problem}")
    assert "'county-rules'" in refused.value.hint
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("names", [("CSBG02", "county-seal"), ("COUNTY1", "convener-missing")])
def test_a_name_that_is_taken_is_refused(shelf: Shelf, names: tuple[str, str]) -> None:
    shelf.install("county-rules", module(*names))
    with pytest.raises(BrokenPackError, match="and there is one of that name already"):
        codes("csbg", "county")


def test_a_pack_that_two_packages_offer_is_refused(shelf: Shelf) -> None:
    shelf.install("county-rules", module())
    shelf.install("county-other", module())
    with pytest.raises(BrokenPackError, match=r"'county-.*' and 'county-.*' both offer a pack 'county'"):
        pack_named("county")


def test_a_pack_that_comes_along_cannot_be_replaced(shelf: Shelf) -> None:
    shelf.install("county-rules", "raise RuntimeError('imported')\n", offers="csbg")
    assert pack_named("csbg") is BUILT_IN["csbg"]


def test_a_rule_of_an_installed_pack_is_explained_like_any_other(shelf: Shelf) -> None:
    shelf.install("broken-rules", "raise RuntimeError('no')\n", offers="broken")
    shelf.install("county-rules", module())
    assert [rule.check.code for rule in installed_rules()] == ["COUNTY1"]
    assert rule_named("county1").check.code == "COUNTY1"
    assert rule_named("CK201").check.code == "CK201"


@pytest.mark.parametrize(("name", "told"), [("COUNTY1", 0), ("COUNTY2", 1)])
def test_a_shared_file_may_speak_of_an_installed_pack_that_only_other_plans_name(
    shelf: Shelf, name: str, told: int
) -> None:
    shelf.install("county-rules", module())
    outcome = loaded(whole(f"lint: {{rules: {{{name}: off}}}}\n"))
    settings = settings_for(outcome.committed)
    assert len(list(settings_findings(outcome, RULES, settings))) == told


@pytest.mark.parametrize(
    "found",
    [
        "yield 'no breach'",
        "yield Breach('members', 'no address')",
        "yield Breach(PLAN, 5)",
        "raise SystemExit(0)\n    yield",
    ],
)
def test_a_rule_of_a_pack_that_yields_nonsense_fails_alone(shelf: Shelf, found: str) -> None:
    shelf.install("county-rules", re.sub("yield Breach.*", found, module()))
    outcome = loaded(whole("lint: {packs: [county]}\n"))
    settings = settings_for(outcome.committed)
    verdict = judge(outcome, rules_for(settings), settings=settings, as_of=date(2026, 6, 30))
    (failed,) = [finding for finding in verdict.findings if finding.check.code == "CK999"]
    assert failed.message.startswith("the rule COUNTY1 county-seal failed (")
    assert "a mistake in the package that offers its pack" in failed.message
