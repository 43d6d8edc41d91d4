"""Worksheets for tests: written from plans, drawn at random, filled in by another library, and read again."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from builders import MAIN, OVERLAY, raw
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from coalitionkit.editing import Revision, revised
from coalitionkit.exchange.workbook.drafting import edits_of
from coalitionkit.exchange.workbook.importing import proposed
from coalitionkit.exchange.workbook.proposal import Proposal
from coalitionkit.exchange.workbook.writing import Wishes
from coalitionkit.findings import Severity
from coalitionkit.loading import Loaded, load
from coalitionkit.loading.records import Records
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.inventory import ALIGNED_INITIATIVES
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.source.files import PlanFiles

DAY = date(2026, 7, 1)


def wishes(language: str = "en", *, private: bool = False, raters: tuple[str, ...] = ()) -> Wishes:
    """Return what someone wants of a worksheet."""
    return Wishes(language, DAY, private, raters)


def files_of(text: str, overlay: str | None = None) -> PlanFiles:
    """Return a plan as it is read from disk."""
    return PlanFiles(raw(MAIN, text), (), None if overlay is None else raw(OVERLAY, overlay))


def plan_of(files: PlanFiles) -> Coalition:
    """Return a plan that has no errors."""
    found = load(files)
    errors = [one.message for one in found.findings if one.severity is Severity.ERROR]
    assert found.coalition is not None, errors
    assert errors == []
    return found.coalition


@contextmanager
def on_disk(data: bytes, name: str = "w.xlsx") -> Iterator[Path]:
    """Give the file of a worksheet for a while."""
    with TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.write_bytes(data)
        yield file


def came_back(plan: Coalition, data: bytes, name: str = "w.xlsx", **options: Any) -> Proposal:
    """Return what a file of these bytes wants of a plan."""
    with on_disk(data, name) as file:
        return proposed(plan, [file], **options)


def brought_in(files: PlanFiles, proposal: Proposal) -> Revision:
    """Return a plan with what a proposal wants."""
    found: Loaded = load(files)
    assert found.coalition is not None
    return revised(files, edits_of(found.coalition, Records(found), proposal))


def filled(data: bytes, fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    """Return a worksheet after somebody has worked on it in another program."""
    import io

    book = openpyxl.load_workbook(io.BytesIO(data))
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(sheet: Worksheet, key: str) -> int:
    """Return the column of a sheet that holds something, by its hidden key."""
    keys = [str(cell.value or "") for cell in sheet[1]]
    return 1 + next(
        i for i, text in enumerate(keys) if text == key or (key == "id" and text.startswith("coal"))
    )


def row(sheet: Worksheet, key: str) -> int:
    """Return the row of a record, by its id."""
    at = column(sheet, "id")
    return next(index for index in range(1, sheet.max_row + 1) if sheet.cell(index, at).value == key)


def put(sheet: Worksheet, key: str, field: str, value: object) -> None:
    """Write into the cell of a record."""
    sheet.cell(row(sheet, key), column(sheet, field)).value = value  # type: ignore[assignment]


def add(sheet: Worksheet, **cells: object) -> int:
    """Fill in the first empty row of a sheet, and return its number."""
    at = column(sheet, "name" if any(c.value == "name" for c in sheet[1]) else "kind")
    first = next(index for index in range(5, sheet.max_row + 2) if not sheet.cell(index, at).value)
    for key, value in cells.items():
        sheet.cell(first, column(sheet, key.replace("__", "."))).value = value  # type: ignore[assignment]
    return first


NASTY = (
    '=HYPERLINK("http://example.org","click")', "+1", "-x", "@sum", "'quoted", "  spaced  ", "two\nlines",
    "_x0041_", "1.0", "007", "TRUE", "2026-01-01", "#REF!x", "A; B", "a, b", "Ünïcödé", "日本", "🙂",
    "everything else", "&amp;<b>", "a\tb", "nbsp\u00a0here", "{{ x }}", "coalition lint",
)  # fmt: skip
"""Texts that spreadsheets like to take for something else."""

_SIGNS = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff\u2028\u2029"
)
_TEXTS = st.one_of(st.sampled_from(NASTY), st.text(_SIGNS, min_size=1, max_size=12)).filter(
    lambda text: text.strip()
)
_PROSE = st.one_of(_TEXTS, st.fixed_dictionaries({"en": _TEXTS}, optional={"es": _TEXTS}))


def _holdings(words: list[str], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw what is held: a list, or the long form."""

    def parted(marks: dict[str, Any], extra: dict[str, Any], *, complete: bool) -> Any:
        held = [word for word, mark in marks.items() if mark == "yes"]
        lacking = [word for word, mark in marks.items() if mark == "no"]
        if not lacking and not complete and not extra:
            return held
        return {"held": held, "not_held": lacking, "complete": "true" if complete else "false", **extra}

    marks = st.dictionaries(st.sampled_from(words), st.sampled_from(["yes", "no"]), max_size=4)
    return st.builds(parted, marks, st.fixed_dictionaries({}, optional=more), complete=st.booleans())


_OWN = ("mam-speakers", "rental-homes")
_POPULATIONS = _holdings(
    [*list(POPULATIONS.words)[:6], _OWN[0], "other:night-shift", "racial-or-ethnic-group:hmong"]
)
_DOMAINS = _holdings(list(DOMAINS.words)[:8])
_ASSETS = _holdings([*list(ASSETS.words)[:6], _OWN[1], "other:a-van"])
_LEVEL = st.sampled_from("01234")
_LONG = {"level": _LEVEL, "benefit_to_them": _PROSE, "benefit_to_us": _PROSE}
_ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "aligned": _holdings(list(ALIGNED_INITIATIVES.words), text=_PROSE),
        "partnership": st.one_of(_LEVEL, st.fixed_dictionaries({}, optional=_LONG)),
        "motivation": st.one_of(
            _LEVEL, st.fixed_dictionaries({"accountable_to": _PROSE}, optional={"level": _LEVEL})
        ),
    },
)
_PARTNER = st.fixed_dictionaries(
    {"name": _TEXTS},
    optional={
        "sector": st.sampled_from(list(SECTORS.words)),
        "worked_with": st.sampled_from(["yes", "no", "unknown"]),
        "small": st.sampled_from(["yes", "no"]),
        "serves": _POPULATIONS,
        "represents": _POPULATIONS,
        "domains": _DOMAINS,
        "assets": _ASSETS,
        "answers": _ANSWERS,
        "closest": st.just("ana"),
        "keep_informed_by": _TEXTS,
        "reviewed": st.sampled_from(["2026", "2026-06", "2026-06-15"]),
        "note": _PROSE,
    },
)
_PERSON = st.fixed_dictionaries(
    {"name": _TEXTS}, optional={"title": _TEXTS, "knows": _DOMAINS, "work_phone": _TEXTS}
)
_PRIVATE = st.fixed_dictionaries(
    {},
    optional={
        "stance": st.sampled_from(["supportive", "opposed"]),
        "ratings": st.fixed_dictionaries(
            {
                "ana": st.fixed_dictionaries(
                    {}, optional={"assets": _ASSETS, "motivation": _LEVEL, "serves": _POPULATIONS}
                )
            }
        ),
    },
)
_NEED = st.sampled_from(
    [("asset", "staff"), ("asset", "rental-homes"), ("champion", "government"),
     ("predictor", "digital-access"), ("population-voice", "mam-speakers"),
     ("frontline-knowledge", "digital-access")]
)  # fmt: skip


@st.composite
def plans(
    draw: st.DrawFn, partners: int = 4, labels: tuple[str, ...] = ("Mam speakers", "Young people", "A; B")
) -> PlanFiles:
    """Draw a plan whose partners have the ids p0, p1 and so on, with an overlay."""
    records = [{"id": f"p{index}", **draw(_PARTNER)} for index in range(partners)]
    for index, record in enumerate(records):
        if draw(st.booleans()):
            record["people"] = [{"id": f"person-{index}", **draw(_PERSON)}]
    needs = [
        {
            "id": f"n{index}",
            "kind": kind,
            "of": of,
            **draw(st.fixed_dictionaries({}, optional={"source": _PROSE})),
        }
        for index, (kind, of) in enumerate(draw(st.lists(_NEED, max_size=3, unique=True)))
    ]
    seen = {record.get("sector") for record in records}
    unknown = [slug for slug in ("faith-based", "philanthropy") if slug not in seen]
    data = {
        "format": "1",
        "coalition": {
            "id": "c",
            "name": "C",
            "languages": draw(st.sampled_from([["en"], ["es", "en"], ["en", "es"]])),
        },
        "vocabulary": {
            "populations": [{"id": _OWN[0], "label": draw(st.sampled_from(labels))}],
            "assets": [{"id": _OWN[1]}],
        },
        "focus": {
            "populations": draw(
                st.lists(st.sampled_from([*list(POPULATIONS.words)[:5], _OWN[0]]), max_size=3, unique=True)
            ),
            "predictors": draw(st.lists(st.sampled_from(list(DOMAINS.words)[5:9]), max_size=3, unique=True)),
        },
        "partners": records,
        "inventory": {"needs": needs, "none_known": draw(st.sampled_from([[], unknown]))},
        "members": [{"id": "ana", "name": "Ana"}, {"id": "ben", "name": "Ben"}],
        "invitations": [
            {"id": f"i{index}", "partner": f"p{index}", "sender": "ana", "why_you": draw(_PROSE)}
            for index in draw(st.sets(st.integers(0, partners - 1), max_size=2))
        ],
    }
    private = {"partners": [{"id": f"p{index}", **draw(_PRIVATE)} for index in range(partners)]}
    return files_of(as_yaml(data), as_yaml(private))


def as_yaml(data: dict[str, Any]) -> str:
    """Return data as a plan, each record on a line of its own."""
    lines = []
    for key, value in data.items():
        if isinstance(value, list) and value:
            lines.append(f"{key}:")
            lines.extend(f"  - {json.dumps(item, ensure_ascii=False)}" for item in value)
        else:
            lines.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
