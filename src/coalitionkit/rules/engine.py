"""Runs every rule over a loaded plan and says how far up the ladder of profiles the plan has come."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coalitionkit.edits import Conceal, Fix
from coalitionkit.findings import FIXED_FAMILY, OURS, Finding, Profile, Related, Severity
from coalitionkit.loading import Loaded
from coalitionkit.places import PLAN
from coalitionkit.rules.audit import settings_findings
from coalitionkit.rules.families.community import PRIVATE_VALUE_COMMITTED
from coalitionkit.rules.families.linter import MARKS, RULE_FAILED
from coalitionkit.rules.rule import Breach, Rule, Snapshot
from coalitionkit.settings import Settings
from coalitionkit.verdicts import Ladder, Verdict


def judge(
    loaded: Loaded,
    rules: Sequence[Rule],
    *,
    settings: Settings,
    as_of: date,
    ignores: bool = True,
) -> Verdict:
    """Return the verdict on a plan.

    When the files do not fit the format there is nothing to hold the rules against, and the findings of
    loading stand alone. `as_of` is the day that counts as today. Without `ignores`, comments that leave
    findings out are not heeded.
    """
    everything = [*loaded.findings, *_exposed(loaded), *settings.shared.findings]
    hidden: list[Finding] = []
    ran: frozenset[str] = frozenset()
    snapshot = Snapshot(loaded.committed, as_of) if loaded.committed else None
    if snapshot is not None:
        marked = _has_marks(loaded)
        everything.extend(_breaches(loaded, snapshot, rules, settings, beyond=marked))
        everything.extend(settings_findings(loaded, rules, settings))
        ran = _ran(everything, rules, settings)
        if marked:
            from coalitionkit.rules.suppression import Suppression

            suppression = Suppression(loaded, rules, snapshot, ran=ran)
            everything, hidden = suppression.applied(everything, settings, heeded=ignores)
    profile = settings.profile
    shown = sorted(
        (finding for finding in everything if finding.check.profile <= profile),
        key=Finding.order,
    )
    top = max((rule.check.profile for rule in rules), key=lambda profile: profile.rank)
    texts = {**settings.shared.texts, **loaded.texts}
    return Verdict(
        file=loaded.file,
        profile=profile,
        findings=tuple(shown),
        ladder=_ladder(everything, top),
        texts=texts,
        hidden=tuple(loaded.place(address) for address in loaded.exposed),
        overlay_file=loaded.overlay_file,
        dated=snapshot is not None and snapshot.day_mattered,
        suppressed=sum(1 for finding in hidden if finding.check.profile <= profile),
        ran=ran,
        files=tuple(texts),
    )


def _has_marks(loaded: Loaded) -> bool:
    """Whether a comment may speak to the linter; most plans need not wait for what reads such comments."""
    return any(mark in text.content for text in loaded.texts.values() for mark in MARKS)


def _ran(findings: Iterable[Finding], rules: Sequence[Rule], settings: Settings) -> frozenset[str]:
    """Return the codes of the rules whose silence means that there is nothing to find; none if one failed."""
    if any(finding.check.code == RULE_FAILED.check.code for finding in findings):
        return frozenset()
    rank = settings.profile.rank
    return frozenset(
        rule.check.code
        for rule in rules
        if rule.check.profile.rank <= rank
        and rule.check.family != FIXED_FAMILY
        and settings.severity(rule.check) is not Severity.OFF
    )


def _breaches(
    loaded: Loaded, snapshot: Snapshot, rules: Sequence[Rule], settings: Settings, *, beyond: bool
) -> Iterator[Finding]:
    """Find what breaks the rules: those of the plan's profile, and errors `beyond` it, which make the ladder.

    Only where comments may leave something out are warnings and notes beyond it wanted too.
    """
    rank = settings.profile.rank
    for rule in rules:
        severity = settings.severity(rule.check)
        if rule.judge is None or severity is Severity.OFF:
            continue
        if rule.check.profile.rank > rank and severity is not Severity.ERROR and not beyond:
            continue
        try:
            stated = settings.options_of(rule.check) if rule.options else {}
            options = {k: v for k, v in stated.items() if k in rule.options}
            found = [_finding(loaded, rule, breach, severity) for breach in rule.judge(snapshot, **options)]
        except (Exception, SystemExit) as error:  # noqa: BLE001 - one failing rule never stops the others
            yield _failed(loaded, rule, error)
            continue
        yield from found


def _exposed(loaded: Loaded) -> Iterator[Finding]:
    """Find private values in committed files; a plan with other errors is no place for them either."""
    for address in loaded.exposed:
        message = f"this is private; move it to coalition.private.yaml, as {address}"
        check = PRIVATE_VALUE_COMMITTED.check
        fix = Fix("move it to the private file", (Conceal(address),))
        yield _finding(loaded, PRIVATE_VALUE_COMMITTED, Breach(address, message, fix=fix), check.severity)


def _finding(loaded: Loaded, rule: Rule, breach: Breach, severity: Severity) -> Finding:
    related = tuple(Related(message, loaded.place(address)) for message, address in breach.related)
    place = loaded.place(breach.at)
    if not isinstance(breach.message, str):
        raise TypeError("the message of a finding is text")
    return Finding(rule.check, severity, breach.message, place, breach.at, related, breach.fix)


def _failed(loaded: Loaded, rule: Rule, error: BaseException) -> Finding:
    ours = rule.check.code.startswith(OURS)
    whose = "coalitionkit" if ours else "the package that offers its pack"
    message = (
        f"the rule {rule.check.code} {rule.check.name} failed ({type(error).__name__}: {error}); "
        f"this is a mistake in {whose}, not in the plan: please report it"
    )
    check = RULE_FAILED.check
    return Finding(check, check.severity, message, loaded.place(PLAN), PLAN)


def _ladder(findings: Iterable[Finding], top: Profile) -> Ladder:
    """Return how far a plan has come; no profile is passed for which there is no rule."""
    errors = [finding.check.profile for finding in findings if finding.severity is Severity.ERROR]
    passed: Profile | None = None
    for profile in (profile for profile in Profile if profile <= top):
        between = sum(1 for held in errors if held <= profile)
        if between:
            return Ladder(passed, profile, between)
        passed = profile
    return Ladder(passed, None, 0)
