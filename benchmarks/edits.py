"""How long edits of a plan of 100 KB take beside ruamel's round trip, in one run, turn by turn.

    python benchmarks/edits.py           print the table
    python benchmarks/edits.py --check   exit code 1 when a bound is missed

Ours is all that happens between the bytes of the file and the bytes to write: it is read, spliced, read
again, compared and judged. The peer loads, sets one value and dumps, and knows nothing of the format.
Then the same for what an import does: 500 new partners among 1,000, and 10,000 other values in these.
Start-up and imports are left out on both sides. Times are those of the processor, the least of many rounds,
so that a busy machine blurs them little; ratios are the median of those within each round.
"""

import argparse
import gc
import io
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import NamedTuple

from plans import plan_text

MEMBERS = 60
BOUND = 60.0
"""Milliseconds that one value may take."""
PARTNERS = 1_000
NEWCOMERS = 500
NEWCOMERS_BOUND = 3_000.0
"""Milliseconds that all new partners together may take."""


class Task(NamedTuple):
    """Something that is timed; `bound` is how many milliseconds it may take, None where none is set."""

    name: str
    run: Callable[[], object]
    bound: float | None = None


def tasks(text: str) -> list[Task]:
    """Return what is compared: one value of ours first."""
    from coalitionkit.editing import revised
    from coalitionkit.edits import Add, Edit, Put, RenameId
    from coalitionkit.loading import load
    from coalitionkit.places import Address
    from coalitionkit.source.files import PlanFiles, RawFile

    data = text.encode()
    files = PlanFiles(RawFile("coalition.yaml", data, len(data)))
    loaded = load(files)
    model = loaded.committed
    if model is None:
        raise SystemExit("the plan that was made does not load")
    members = Address(("members",))
    names = [member.id for member in model.members]
    known = max(names, key=lambda name: text.count(f" {name}"))

    def edited(*edits: Edit) -> Callable[[], object]:
        return lambda: revised(files, edits)

    one = Put(members[names[3]] / "name", "Another Name")
    newcomer = {"id": "kim-okafor", "name": "Kim Okafor", "group": "key-stakeholder"}
    return [
        Task("Put", edited(one), BOUND),
        Task("Add", edited(Add(members, newcomer)), BOUND),
        Task(f"RenameId, {text.count(known)} places", edited(RenameId(members[known], "new-name"))),
        Task("20 Puts", edited(*(Put(members[name] / "note", "A remark.") for name in names[:20]))),
        Task("Put, the plan loaded", lambda: revised(files, [one], loaded=loaded)),
        Task("load alone", lambda: load(files)),
        Task("ruamel, load-set-dump", lambda: _round_trip(text)),
    ]


def _round_trip(text: str) -> str:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    plan = yaml.load(text)
    plan["members"][3]["name"] = "Another Name"
    dumped = io.StringIO()
    yaml.dump(plan, dumped)
    return dumped.getvalue()


def many_tasks() -> list[Task]:
    """Return what an import of many partners is compared with: ours first."""
    from coalitionkit.editing import revised
    from coalitionkit.edits import Add, Put
    from coalitionkit.places import Address
    from coalitionkit.source.files import PlanFiles, RawFile

    text = partners_text()
    data = text.encode()
    files = PlanFiles(RawFile("coalition.yaml", data, len(data)))
    partners = Address(("partners",))
    new = [{"id": f"org-{2 * n + 1:04}", "name": f"Newcomer {n}", "sector": "nonprofit"} for n in _among()]
    adds = [Add(partners, one) for one in new]
    fields = [(n, field) for field in ("name", "sector", "note") for n in range(PARTNERS)]
    puts = [
        Put(partners[f"org-{2 * n:04}"] / field, f"Value {turn}" if field != "sector" else "nonprofit")
        for turn in range(4)
        for n, field in fields
    ]
    return [
        Task(f"{NEWCOMERS} Adds to {PARTNERS:,}", lambda: revised(files, adds), NEWCOMERS_BOUND),
        Task("10,000 Puts", lambda: revised(files, puts[:10_000])),
        Task("ruamel, load-append-dump", lambda: _appended(text, new)),
    ]


def partners_text() -> str:
    """Return a plan of many partners and little else, in the order of their ids."""
    lines = ["format: 1", "coalition: {id: forest-city, name: Forest City}", "partners:"]
    for number in range(PARTNERS):
        name = f"org-{2 * number:04}"
        lines += [f"  - id: {name}", f"    name: Organization {number}", "    sector: nonprofit"]
        lines += ["    note: They run free tax help in three libraries.", "    people:"]
        lines += [f"      - id: {name}-contact", f"        name: Contact {number}", "        title: Director"]
    return "\n".join(lines) + "\n"


def _among() -> list[int]:
    """Return numbers all over the list, in no order."""
    return [number * 7 % PARTNERS for number in range(NEWCOMERS)]


def _appended(text: str, new: list[dict[str, str]]) -> str:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    plan = yaml.load(text)
    plan["partners"].extend(new)
    dumped = io.StringIO()
    yaml.dump(plan, dumped)
    return dumped.getvalue()


def measured(run: Callable[[], object]) -> float:
    """Return how many milliseconds a run takes, the collector at rest as it is in the command."""
    gc.collect()
    gc.disable()
    start = process_time()
    run()
    time = (process_time() - start) * 1000
    gc.enable()
    return time


def main() -> None:
    """Measure, print, and with --check say by the exit code whether every bound holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=15, help="how often each is run (default: 15)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bound is missed")
    options = parser.parse_args()
    text, many = plan_text(MEMBERS), partners_text()
    held = compared(f"{len(text) / 1000:.0f} KB", tasks(text), options.rounds, "one Put")
    print()
    rounds = max(1, options.rounds // 5)
    held = compared(f"{len(many) / 1000:.0f} KB", many_tasks(), rounds, "the Adds") and held
    if options.check and not held:
        raise SystemExit(1)


def compared(title: str, listed: list[Task], rounds: int, first: str) -> bool:
    """Run tasks turn by turn and print a table; return whether every bound holds."""
    for task in listed:
        task.run()  # imports, and what is made once for a process
    times: list[list[float]] = [[] for _ in listed]
    for _ in range(rounds):
        for mine, task in zip(times, listed, strict=True):
            mine.append(measured(task.run))
    held = True
    print(f"{title:<24}{'least':>12}{'median':>12}{f'it / {first}':>17}  bound")
    for task, mine in zip(listed, times, strict=True):
        ratio = median(its / ours for its, ours in zip(mine, times[0], strict=True))
        line = f"{task.name:<24}{min(mine):>9.0f} ms{median(mine):>9.0f} ms{ratio:>17.1f}"
        if task.bound is not None:
            good = min(mine) <= task.bound
            held = held and good
            line += f"  <= {task.bound:.0f} ms  {'PASS' if good else 'FAIL'}"
        print(line)
    return held


if __name__ == "__main__":
    main()
