"""Whatever is written, calendars follow."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish.pressroom import press

from cli.conftest import Run
from cli.plans import FILE, put, text
from coalitionkit.cli.doors import Circumstances, set_in
from coalitionkit.cli.fields import keys_of, switches_of, values_of, words_of
from coalitionkit.cli.opening import WorkingCopy
from coalitionkit.cli.writing import followed
from coalitionkit.editing.composing import new_record
from coalitionkit.editing.composing import put as put_at
from coalitionkit.edits import Data, Edit
from coalitionkit.errors import CoalitionError
from coalitionkit.keeping.endings import Ending, ended
from coalitionkit.loading import load
from coalitionkit.loading.records import Records
from coalitionkit.model.kinds import address_in, kinds_named
from coalitionkit.model.record import Part
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.periods import partial_date
from coalitionkit.places import PLAN
from coalitionkit.publish.events import Event
from coalitionkit.publish.meetings.calendars import calendar
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.workspace import PlanPaths

MEETINGS = """\
format: 1
coalition: {id: small, name: Small Steps, started: 2026-02, place: {timezone: America/Los_Angeles}}

working_groups:
  - id: fair-pay
    name: Fair pay

rhythm:
  series:
    - {id: fair, working_group: fair-pay, every: month, day: last friday, start: 2026-02,
       skip: [2026-03-27, 2026-04-24]}
    - id: weekly      # the heart of it
      group: all
      every: week
      day: tuesday
      time: "17:30"
      place: Library

meetings:
  - {id: kickoff, group: all, series: weekly, date: 2026-03-03, status: held}
  - {id: march, group: all, series: weekly, date: 2026-03-11}    # a day late
  - {id: talk, working_group: fair-pay, series: fair, date: 2026-05-29, time: "09:00"}
"""
DAY = date(2026, 3, 1)

Words = st.SearchStrategy[str]

days = st.dates(date(2026, 2, 1), date(2026, 8, 1)).map(date.isoformat)
times = st.sampled_from(["09:00", "17:30", "18:15"])
places = st.sampled_from(["Library", "City Hall", "Room 2"])
keys = st.sampled_from(["fair", "weekly"])
meetings = st.sampled_from(["kickoff", "march", "talk"])
weekdays = st.sampled_from(["tuesday", "thursday", "1st monday", "last friday"])
steps = st.sampled_from(["week", "two-weeks", "month", "quarter"])
links = st.just("https://meet.example.org/1")
lists = st.lists(days, max_size=3).map(" ".join)

SERIES = {
    "time": times, "place": places, "start": days, "end": days, "duration-minutes": st.just("60"),
    "online": links, "skip": lists, "group": st.just("all"),
}  # fmt: skip
MEETING = {"time": times, "place": places, "date": days, "series": keys, "status": st.just("cancelled")}


def _fields(kind: str, ids: Words, known: dict[str, Words]) -> st.SearchStrategy[list[str]]:
    named = st.sampled_from(sorted(known))
    value = named.flatmap(lambda field: known[field].map(lambda one: [f"--{field}", *(one.split(" "))]))
    unset = named.map(lambda field: ["--unset", field])
    return st.tuples(ids, st.one_of(value, unset)).map(lambda two: ["set", kind, two[0], *two[1]])


rounds = st.tuples(keys, steps, weekdays).map(
    lambda three: ["set", "series", three[0], "--every", three[1], "--day", three[2]]
)
added = st.tuples(st.integers(), keys, days).map(lambda three: ["add", *three[1:]])
over = st.one_of(
    st.tuples(st.just("series"), keys, days),
    st.tuples(st.just("meeting"), meetings, days),
    st.tuples(st.just("working-group"), st.just("fair-pay"), days),
).map(lambda three: ["end", *three])
addresses = st.one_of(
    days.map(lambda day: ["put", "coalition.started", day]),
    times.map(lambda time: ["put", "rhythm.series[weekly].time", time]),
    days.map(lambda day: ["put", "meetings[talk].date", day]),
    st.just(["put", "coalition.place.timezone", "America/New_York"]),
)
verbs = st.one_of(
    _fields("series", keys, SERIES), _fields("meeting", meetings, MEETING), rounds, added, over, addresses
)


def desk_of(files: PlanFiles) -> WorkingCopy:
    loaded = load(files)
    return WorkingCopy(PlanPaths(FILE), files, loaded, Records(loaded))


def said(copy: WorkingCopy, words: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edits of a command line, as its command would make them."""
    verb, *rest = words
    assert copy.loaded.coalition is not None
    if verb == "end":
        return ended(copy.loaded.coalition, rest[0], rest[1], Ending(partial_date(rest[2]))).edits
    if verb == "put":
        return (put_at(copy.records, address_in(rest[0]).address, rest[1]),)
    if verb == "add":
        count = len(copy.loaded.coalition.meetings)
        values: dict[tuple[str, ...], Data] = {("id",): f"m{count}", ("series",): rest[0], ("date",): rest[1]}
        return (new_record(copy.records, kinds_named("meeting")[0], values, owner=PLAN, key=""),)
    target = copy.records.target(rest[:2])
    assert isinstance(target.kind, Part)
    record = target.kind.record
    flags = words_of(rest[2:], switches_of(record))
    unset = [keys_of(record, name)[0] for name in flags.unset]
    when = Circumstances(partial_date("2026-03-01"))
    return set_in(copy, target, values_of(record, flags.flags), unset, when).edits


def shown(copy: WorkingCopy) -> dict[str, Event]:
    """Return what calendars are told, by the ids that they know."""
    assert copy.loaded.coalition is not None
    document = calendar(copy.loaded.coalition, (), press=press(), as_of=DAY)
    zone = document.zone
    return {one.uid: one._replace(title=zone, text="") for one in document.events}


@given(st.lists(verbs, min_size=1, max_size=6))
def test_a_calendar_is_never_told_less_and_hears_of_every_change(commands: list[list[str]]) -> None:
    data = MEETINGS.encode()
    copy = desk_of(PlanFiles(RawFile("coalition.yaml", data, len(data))))
    last = shown(copy)
    told = {uid: event.sequence for uid, event in last.items()}
    for words in commands:
        try:
            _, revision = followed(copy, said(copy, words))
        except CoalitionError:
            continue
        copy = desk_of(revision.plan)
        now = shown(copy)
        for uid, event in now.items():
            before = last.get(uid)
            assert event.sequence >= told.get(uid, 0), words
            known = before is None or event == before._replace(sequence=event.sequence)
            held = uid.startswith("meeting-kickoff")
            assert known or held or event.sequence > told[uid], (words, before, event)
            told[uid] = event.sequence
        last = now


WRITTEN = {
    "another time": (["set", "series", "weekly", "--time", "18:00"], {"weekly": 1, "march": 1}),
    "no place any more": (["set", "series", "weekly", "--unset", "place"], {"weekly": 1, "march": 1}),
    "a norm": (["set", "series", "weekly", "--note", "Bring cups."], {}),
    "at an address": (["set", "rhythm.series[weekly].time", "18:00"], {"weekly": 1, "march": 1}),
    "fewer days left out": (["set", "series", "fair", "--unset", "skip"], {"fair": 3}),
    "one more day left out": (["set", "series", "weekly", "--skip", "2026-12-22"], {}),
    "its end": (["end", "series", "weekly", "--on", "2026-06-30"], {"weekly": 1}),
    "the end of its group": (["end", "working-group", "fair-pay", "--on", "2026-06-30"], {"fair": 1}),
    "back to its day": (["set", "meeting", "march", "--date", "2026-03-10"], {"march": 1}),
    "a place that its series has": (["set", "meeting", "march", "--time", "17:30", "--place", "Library"], {}),
    "canceled": (["end", "meeting", "march"], {"march": 1}),
    "another series": (["set", "meeting", "talk", "--series", "weekly"], {"fair": 2, "talk": 1}),
    "a revision by hand": (
        ["set", "series", "weekly", "--time", "18:00", "--revision", "7"],
        {"march": 1, "weekly": 7},
    ),
}


@pytest.mark.parametrize(("words", "raised"), WRITTEN.values(), ids=WRITTEN)
def test_revisions_go_up_where_calendars_would_not_notice(
    run: Run, words: list[str], raised: dict[str, int]
) -> None:
    put(MEETINGS)
    assert run(*words, "--as-of", "2026-03-01").code == 0
    data = text().encode()
    plan = load(PlanFiles(RawFile("coalition.yaml", data, len(data)))).coalition
    assert plan is not None
    entries: list[Series | Meeting] = [*plan.rhythm.series, *plan.meetings]
    found = {one.id: one.revision for one in entries if one.revision}
    assert found == raised
    assert "# the heart of it" in text()


def test_a_plan_with_errors_is_written_as_before(run: Run) -> None:
    put(MEETINGS + "  - {id: fourth, kind: no-such-kind}\n")
    assert run("set", "series", "weekly", "--time", "18:00").code == 0
    assert "revision" not in text()


def test_an_address_tells_nothing_that_is_done_anyway(run: Run) -> None:
    put(MEETINGS)
    ran = run("set", "meetings[march].date", "2026-03-12")
    assert (ran.code, ran.err) == (0, "")
    assert Path("coalition.yaml").read_text(encoding="utf-8").count("revision: 1") == 1
