"""What decides how a plan is judged: profile, severities, options, packs and rules of its own.

Precedence: what the caller asks for, then the plan's own `lint:` section, then the file that the caller
names, then the files that the plan extends (of which later ones win), then the rule's own default.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from coalitionkit.findings import FIXED_FAMILY, Check, Finding, Profile, Severity
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.local_rules import LocalRule
from coalitionkit.model.settings import LintSettings
from coalitionkit.places import PLAN, Address, Place
from coalitionkit.source.files import RawFile
from coalitionkit.source.text import Text

DEFAULT_PROFILE = Profile.START


class Places(Protocol):
    """Where the values and keys of a file stand."""

    def place(self, address: Address) -> Place:
        """Return where a value stands."""

    def key_place(self, address: Address) -> Place:
        """Return where a key stands."""


class Layer(NamedTuple):
    """Settings that stand in one place: a shared file, or the plan's `lint` section.

    `at` is the address of the settings within the file; `places` is None for the plan that is judged.
    """

    lint: LintSettings
    at: Address = PLAN
    places: Places | None = None


class Shared(NamedTuple):
    """What the shared files of a plan say: settings, the lowest first, and what is wrong with the files.

    `files` are all that were read, so that whoever keeps results knows when they are out of date.
    """

    layers: tuple[Layer, ...] = ()
    files: tuple[RawFile, ...] = ()
    texts: Mapping[str, Text] = MappingProxyType({})
    findings: tuple[Finding, ...] = ()


class Setting(NamedTuple):
    """A value and where it comes from: `layer` is None for the caller's word and for defaults."""

    value: str
    layer: Layer | None = None
    address: Address = PLAN


class Settings(NamedTuple):
    """How one plan is judged.

    `asked` is the profile that the caller asks for. `layers` are the settings of files, the lowest first.
    With `advice`, rules that are off by nature speak as well.
    """

    asked: Profile | None = None
    layers: tuple[Layer, ...] = ()
    advice: bool = False
    shared: Shared = Shared()

    @property
    def files(self) -> tuple[RawFile, ...]:
        """The shared files that these settings come from."""
        return self.shared.files

    @property
    def profile(self) -> Profile:
        """The rung of the ladder that the plan is held to."""
        stated = self.stated_profile
        return self.asked or (Profile(stated.value) if stated else DEFAULT_PROFILE)

    @property
    def stated_profile(self) -> Setting | None:
        """The profile that the files ask for."""
        for layer in self.highest_first():
            if layer.lint.profile:
                return Setting(layer.lint.profile, layer, layer.at / "profile")
        return None

    @property
    def packs(self) -> dict[str, Setting]:
        """The packs that any layer names."""
        named: dict[str, Setting] = {}
        for layer in self.layers:
            for index, pack in enumerate(layer.lint.packs):
                named.setdefault(pack, Setting(pack, layer, (layer.at / "packs")[index]))
        return named

    @property
    def local(self) -> dict[str, tuple[Layer, LocalRule]]:
        """The rules of the plan's own by id; of two with one id the higher layer's counts."""
        return {rule.id: (layer, rule) for layer in self.layers for rule in layer.lint.local}

    def highest_first(self) -> Sequence[Layer]:
        """Return the layers in the order in which they are asked."""
        return self.layers[::-1]

    def severity(self, check: Check) -> Severity:
        """Return how much a finding of a check matters in this plan."""
        if check.family == FIXED_FAMILY:
            return check.severity
        for layer in reversed(self.layers):
            for key in (check.code, check.name):
                if key in layer.lint.rules:
                    return Severity(layer.lint.rules[key])
        if self.advice and check.severity is Severity.OFF:
            return Severity.INFO
        return check.severity

    def options_of(self, check: Check) -> Mapping[str, int]:
        """Return what is set of the options of a check, by code before name."""
        return {
            option: number
            for layer in self.layers
            for key in (check.name, check.code)
            for option, number in layer.lint.options.get(key, {}).items()
        }

    def stated_severities(self) -> Iterator[tuple[str, Setting]]:
        """Give each rule whose severity is set, by the name used, with the highest setting first."""
        for layer in self.highest_first():
            for name, word in layer.lint.rules.items():
                yield name, Setting(word, layer, layer.at / "rules" / name)

    def stated_options(self) -> Iterator[tuple[str, str, Setting]]:
        """Give each option that is set: rule by the name used, option, with the highest setting first."""
        for layer in self.highest_first():
            for name, options in layer.lint.options.items():
                for option, number in options.items():
                    at = layer.at / "options" / name / option
                    yield name, option, Setting(str(number), layer, at)


def settings_for(
    plan: Coalition | None,
    *,
    profile: Profile | None = None,
    advice: bool = False,
    shared: Shared | None = None,
) -> Settings:
    """Return the settings of a plan; a `profile` that the caller asks for wins over the plan's own."""
    shared = shared or Shared()
    own = (Layer(plan.lint, PLAN / "lint"),) if plan is not None else ()
    return Settings(profile, (*shared.layers, *own), advice, shared)
