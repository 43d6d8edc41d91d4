"""What to ask next, and of whom, as a report."""

from collections.abc import Sequence
from fractions import Fraction

from coalitionkit.analysis.asking import Call, OpenAnswer
from coalitionkit.analysis.needs import asks_for
from coalitionkit.analysis.scoring import Scoring
from coalitionkit.cli.show.tables.values import Cell, Column, Report, Shown, Table
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import first_few
from coalitionkit.publish.arguments import next_call

_TERMS = (
    (
        "Settles: how many states an answer changes, on average of yes and no: whether partners are "
        "critical, certainly or possibly so, and whether needs are met. A call adds up its questions; those "
        "that change nothing are left out."
    ),
    "Asked by: the member with the closest relationship, who had better call.",
)
_CALL_COLUMNS = (
    Column("partner"),
    Column("name", "Ask"),
    Column("asked_by", "Asked by"),
    Column("questions", "Questions", is_number=True),
    Column("settles", "Settles", is_number=True),
    Column("needs", "Whether the partner"),
    Column("open"),
)
_QUESTION_COLUMNS = (
    Column("partner"),
    Column("need"),
    Column("question", "Find out whether"),
    Column("settles", "Settles", is_number=True),
    Column("if_yes", "If yes", is_number=True),
    Column("if_no", "If no", is_number=True),
)
_DISPUTE_COLUMNS = (Column("partner"), Column("name", "Partner"), Column("answers", "Answers"))
_ASKED_AT_ONCE = 3


def ask_report(plan: Coalition, scoring: Scoring, found: Sequence[Call], *, most: int) -> Report:
    """Return whom to ask what, what those who were asked dispute, and what lacks evidence.

    People see the first `most` calls and questions.
    """
    answers = sorted((one for call in found for one in call.questions), key=lambda one: -one.value)
    nothing = (
        "Nothing is open: every partner has an answer to every need."
        if scoring.needs
        else "There is nothing to ask about yet: the plan declares no need."
    )
    disputed = [(one.id, one.name, one.disputed) for one in scoring.scores if one.disputed]
    unproven = [(one.id, one.name, one.unproven) for one in scoring.scores if one.unproven]
    return Report(
        (next_call(found[0], scoring),) if found else (),
        (
            Table(
                "calls", "Whom to ask", _CALL_COLUMNS, [_call(c, plan, scoring) for c in found], nothing, most
            ),
            Table(
                "questions",
                "Which question first",
                _QUESTION_COLUMNS,
                [_question(one, scoring) for one in answers],
                nothing,
                most,
            ),
            Table(
                "disputed",
                "Talk over among yourselves: those who were asked contradict one another",
                _DISPUTE_COLUMNS,
                disputed,
            ),
            Table(
                "without_evidence",
                "Write down where it comes from: answers that decide much and have no evidence",
                _DISPUTE_COLUMNS,
                unproven,
            ),
        ),
        _TERMS,
    )


def _call(call: Call, plan: Coalition, scoring: Scoring) -> tuple[Cell, ...]:
    keys = tuple(one.need for one in call.worthwhile)
    partner = plan.partner(call.partner)
    member = plan.member(partner.closest) if partner and partner.closest else None
    needs = [asks_for(scoring.needs.by_id[key]) for key in keys]
    return (
        call.partner,
        scoring.by_id[call.partner].name,
        Shown(member.id, member.name) if member else None,
        len(keys),
        _points(call.value),
        Shown(keys, first_few(needs, _ASKED_AT_ONCE) if needs else ""),
        len(call.questions),
    )


def _question(one: OpenAnswer, scoring: Scoring) -> tuple[Cell, ...]:
    name = scoring.by_id[one.partner].name
    return (
        one.partner,
        one.need,
        f"{name} {asks_for(scoring.needs.by_id[one.need])}",
        _points(one.value),
        one.if_held,
        one.if_not,
    )


def _points(value: Fraction) -> Cell:
    whole, rest = divmod(value, 1)
    return Shown(value, f"{whole}{'½' if rest else ''}" if whole or not rest else "½")
