"""What is wrong with the settings themselves, in the plan or in a shared file: names that mean nothing."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from coalitionkit.edits import Edit, Fix, Put, Remove, RenameKey, Safety
from coalitionkit.findings import Finding, Severity
from coalitionkit.loading import Loaded
from coalitionkit.places import Address
from coalitionkit.prose import did_you_mean, listed, only_near, quoted
from coalitionkit.rules.catalogue import by_names, every_rule
from coalitionkit.rules.families.linter import (
    OF_COMMENTS,
    UNKNOWN_OPTION,
    UNKNOWN_PACK,
    UNKNOWN_RULE,
    UNUSABLE_LOCAL_RULE,
)
from coalitionkit.rules.rule import Rule
from coalitionkit.rules.rulebook import local_faults
from coalitionkit.settings import Layer, Settings

_MINE = (UNKNOWN_RULE, UNKNOWN_OPTION, UNKNOWN_PACK, UNUSABLE_LOCAL_RULE, *OF_COMMENTS)


def settings_findings(loaded: Loaded, rules: Sequence[Rule], settings: Settings) -> Iterator[Finding]:
    """Find what the settings of a plan name in vain; `rules` are all that the plan is held to."""
    if not any(
        layer.lint.rules or layer.lint.options or layer.lint.packs or layer.lint.local
        for layer in settings.layers
    ):
        return
    audit = _Audit(loaded, rules, settings)
    for found in (audit.rules(), audit.options(), audit.packs(), audit.local()):
        yield from found


class _Audit:
    def __init__(self, loaded: Loaded, rules: Sequence[Rule], settings: Settings) -> None:
        self._loaded = loaded
        self._settings = settings
        self._all = rules
        named = {name: rule for rule in rules for name in (rule.check.code, rule.check.name)}
        self._rules: Mapping[str, Rule] = {
            name: rule for name, rule in named.items() if rule.judge is not None or rule in _MINE
        }
        self._fixed = set(named) - set(self._rules)

    def rules(self) -> Iterator[Finding]:
        """Find names of rules whose severity cannot be set."""
        for name, setting in self._settings.stated_severities():
            message = self._unknown(name)
            if message and setting.layer:
                fix = self._mended(name, setting.address)
                yield from self._found(UNKNOWN_RULE, setting.layer, setting.address, message, fix=fix)

    def options(self) -> Iterator[Finding]:
        """Find numbers that no rule goes by."""
        told: set[Address] = set()
        for name, option, setting in self._settings.stated_options():
            rule, layer = self._rules.get(name), setting.layer
            if layer is None:
                continue
            if rule is None:
                at = layer.at / "options" / name
                if (message := self._unknown(name)) and at not in told:
                    told.add(at)
                    fix = self._mended(name, at)
                    yield from self._found(UNKNOWN_RULE, layer, at, message, at_key=True, fix=fix)
            elif option not in rule.options:
                has = listed(f"'{key}'" for key in rule.options)
                how = did_you_mean(option, rule.options) or (
                    f"; it has {has}" if has else "; remove this line"
                )
                message = f"the rule '{name}' has no option {quoted(option)}{how}"
                meant = only_near(option, rule.options)
                fix = _instead(meant, RenameKey(setting.address, meant)) if meant else None
                yield from self._found(UNKNOWN_OPTION, layer, setting.address, message, at_key=True, fix=fix)

    def packs(self) -> Iterator[Finding]:
        """Find packs that nobody offers."""
        if not self._settings.packs:
            return
        from coalitionkit.rules.packs import pack_named, pack_names

        for name, setting in self._settings.packs.items():
            if setting.layer and pack_named(name) is None:
                known = pack_names()
                how = did_you_mean(name, known) or f"; there are {listed(known)}"
                message = f"there is no pack {quoted(name)} here{how}"
                meant = only_near(name, known)
                fix = _instead(meant, Put(setting.address, meant)) if meant else None
                yield from self._found(UNKNOWN_PACK, setting.layer, setting.address, message, fix=fix)

    def local(self) -> Iterator[Finding]:
        """Find what is wrong with the plan's own rules."""
        for fault in local_faults(self._settings, self._all):
            at = Address((*(fault.layer.at / "local")[fault.rule.id].steps, *fault.at))
            yield from self._found(UNUSABLE_LOCAL_RULE, fault.layer, at, fault.message, at_key=fault.at_key)

    @cached_property
    def _anywhere(self) -> set[str]:
        """What rules are called, also those of packs that only others of the plans that share a file name."""
        from coalitionkit.rules.packs import installed_rules

        return {*by_names(every_rule()), *by_names(installed_rules())}

    def _unknown(self, name: str) -> str:
        """Say why a name is not that of a rule that can be changed; "" when it is."""
        if name in self._rules:
            return ""
        if name in self._fixed:
            return f"the rule '{name}' cannot be changed; remove this line"
        if name in self._anywhere:
            return ""
        names = sorted(rule.check.name for rule in self._rules.values())
        hint = did_you_mean(name, names) or "; 'coalition rule --all' lists them"
        return f"there is no rule {quoted(name)} to change{hint}"

    def _mended(self, name: str, at: Address) -> Fix | None:
        """Return what mends a name that is not that of a rule which can be changed."""
        if name in self._fixed:
            return Fix("remove the setting", (Remove(at),), Safety.UNSAFE)
        meant = only_near(name, (rule.check.name for rule in self._rules.values()))
        return _instead(meant, RenameKey(at, meant)) if meant else None

    def _found(
        self,
        rule: Rule,
        layer: Layer,
        at: Address,
        message: str,
        *,
        at_key: bool = False,
        fix: Fix | None = None,
    ) -> Iterator[Finding]:
        severity = self._settings.severity(rule.check)
        if severity is not Severity.OFF:
            places = layer.places or self._loaded
            place = places.key_place(at) if at_key else places.place(at)
            # What stands in a file that plans share is not this plan's to mend.
            yield Finding(rule.check, severity, message, place, at, fix=None if layer.places else fix)


def _instead(name: str, edit: Edit) -> Fix:
    return Fix(f"write '{name}'", (edit,), Safety.UNSAFE)
