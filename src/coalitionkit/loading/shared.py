"""A file of settings that several plans share: read and judged like the `lint` section of a plan."""

from typing import NamedTuple

from coalitionkit.findings import Finding
from coalitionkit.loading import checks
from coalitionkit.loading.assembly import found, misread, reading_of
from coalitionkit.loading.cross_check import cross_check
from coalitionkit.loading.survey import survey
from coalitionkit.loading.tracing import Tracer
from coalitionkit.loading.validation import validate
from coalitionkit.model.settings import LintSettings
from coalitionkit.places import Address, Place
from coalitionkit.source.files import RawFile
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, ScalarNode


class SharedFile(NamedTuple):
    """A file of settings as it could be read; `lint` is None where it does not fit the format."""

    text: Text
    tracer: Tracer
    lint: LintSettings | None
    findings: tuple[Finding, ...] = ()

    def place(self, address: Address) -> Place:
        """Return where a value stands, or the key of the nearest thing above it."""
        return self.tracer.by_address(address).place

    def key_place(self, address: Address) -> Place:
        """Return where a key stands, or the key of the nearest thing above it."""
        return self.tracer.by_address(address).anchor


def load_shared(raw: RawFile) -> SharedFile:
    """Read a file of settings. Never raises for what is written in it: that makes findings."""
    text, root, faults, whole = reading_of(raw)
    findings = [misread(text, fault) for fault in faults if fault.problem != "empty"]
    if not isinstance(root, MappingNode):
        empty = root is None or (isinstance(root, ScalarNode) and root.is_null)
        if whole and root is not None and not empty:
            message = "a file of settings consists of keys such as 'profile:' and 'rules:'; none is here"
            findings.append(found(checks.WRONG_SHAPE, message, root))
        blank = MappingNode(text, 0, 0)
        lint = LintSettings.read({}) if empty and not findings else None
        return SharedFile(text, Tracer(blank, LintSettings), lint, tuple(findings))
    lint = None
    if (heading := root.entries.get("lint")) is not None:
        message = (
            "a file of settings has no 'lint:' of its own; remove it, and the spaces before what follows"
        )
        findings.append(found(checks.UNKNOWN_KEY, message, heading.key))
    elif whole:
        surveyed = survey(root, LintSettings)
        lint, wrong = validate(root, surveyed, LintSettings)
        findings.extend((*surveyed.findings, *wrong, *cross_check(surveyed)))
    return SharedFile(text, Tracer(root, LintSettings), lint, tuple(findings))
