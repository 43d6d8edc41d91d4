"""Reports for tests: findings that say anything, anywhere, and a run over a hostile plan."""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from builders import loaded, whole

from coalitionkit.exchange.report import Report, Repository
from coalitionkit.findings import Check, Finding, Profile, Related, Severity
from coalitionkit.places import PLAN, Address, Place, Position, Span
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.settings import Settings
from coalitionkit.verdicts import Ladder, Verdict

AS_OF = date(2026, 6, 30)
TOP = PurePosixPath("/srv/plans")
HERE = Repository(TOP, TOP)

HOSTILE = (
    'it\'s "quoted"',
    "two\nlines\r\nand\rmore\x85and\u2028more",
    "%0A::error file=x::stopped",
    "::error::x ##[error]x",
    "]]> <![CDATA[ <script>alert(1)</script> &amp; &lt;",
    "a\u202eb\u2066c\u200fd",
    "\x00\x01\x08\x0b\x0c\x1b[31m\x1f\x7f\x9f\ufffe\uffff",
    "a | b \\| c \\\\ `d` ``",
    "[click](https://example.org) ![x](https://example.org) <https://example.org>",
    "{0} {id: x} $PATH ${{ x }}",
    "@everyone #1 *a* _b_ ~c~",
    "é 😀 \uff46\uff55\uff4c\uff4c",
    "a, b: c",
    "",
)
"""What a plan may say to lead a program astray."""

_HOSTILE_PLAN = whole(
    "".join(
        f'"x{text}": 1\n'
        for text in (
            "\\n::error::x", "%0A::error::x", "]]><script>", "\\u202ea", "a|b`c", "[a](https://example.org)",
        )
    )
    + "members:\n"
    + "  - {id: ana, name: 'A|`<b>', status: '%0A::error file=x::]]> [a](https://example.org) @all'}\n"
    + "  - {id: ana, name: Ana, group: '<script>alert(1)</script>'}\n"
    + 'champions: [{member: "a\\nb"}, {member: "\\u202e\\x1b[31m"}]\n'
)  # fmt: skip


def check(code: str = "CK231", severity: Severity = Severity.ERROR) -> Check:
    """Return a check that explains itself."""
    words = ("Someone manages.", "Else nobody does.", "Add `role`.")
    return Check(code, "project-manager-missing", severity, *words, Profile.DRAFT, ("The guide, 4.1",))


def span(line: int = 3, column: int = 5, length: int = 4) -> Span:
    """Return a stretch of one line."""
    return Span(Position(line, column), Position(line, column + length))


def finding(  # noqa: PLR0913 - what a finding is made of
    message: str = "no one is the project manager",
    severity: Severity = Severity.ERROR,
    *,
    file: str = "coalition.yaml",
    at: Span | None = None,
    address: Address = PLAN / "roles",
    code: str = "CK231",
    related: tuple[Related, ...] = (),
) -> Finding:
    """Return a finding, valid by default."""
    return Finding(check(code, severity), severity, message, Place(file, at or span()), address, related)


def related(message: str = "the first stands here", file: str = "coalition.d/members.yaml") -> Related:
    """Return a second place."""
    return Related(message, Place(file, span(7, 1)))


def verdict(*findings: Finding, file: str = "coalition.yaml") -> Verdict:
    """Return a verdict on a plan that all its findings keep from `launch`."""
    before = Ladder(Profile.DRAFT, Profile.LAUNCH, len(findings))
    return Verdict(file, Profile.LAUNCH, findings, before if findings else Ladder(Profile.LAUNCH, None, 0))


def report(*findings: Finding, repository: Repository = HERE, fail_on: Severity = Severity.ERROR) -> Report:
    """Return a report on one plan."""
    return Report([verdict(*findings)], repository, AS_OF, fail_on)


def saying(messages: Iterable[str]) -> Report:
    """Return a report with a finding for each message, which its second place repeats."""
    return report(*(finding(text, related=(related(text),)) for text in messages))


def hostile_run() -> Report:
    """Return what linting a plan comes to that means to lead programs astray."""
    outcome = loaded(_HOSTILE_PLAN)
    found = judge(outcome, RULES, settings=Settings(Profile.SUSTAIN), as_of=AS_OF)
    name = "plans % #1/a|b `c` é 😀/coalition.yaml"
    moved = [f._replace(place=f.place._replace(file=name)) for f in found.findings]
    return Report([found._replace(file=name, findings=tuple(moved))], HERE, AS_OF)
