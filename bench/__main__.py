"""``python -m bench [PART…] [--sizes 100,1000] [--short]``: measure, print a table, keep it.

``--short`` takes a minute and a half: smaller crowds, fewer rounds, and only what ratios and bytes
can judge on any machine. ``--plots`` draws what grows into the documentation.
"""

import argparse
import sys

import uvloop

from bench import (
    archive,
    attacks,
    backlog,
    busy,
    commands,
    copies,
    disk,
    fanout,
    first_page,
    growth,
    importing,
    join,
    mail,
    matching,
    members,
    metrics,
    page_files,
    pairing,
    plots,
    restart,
    rooms,
    series,
)
from bench.machine import raise_limits
from bench.result import Result, judge, table, write
from bench.servers import stay_off_the_servers_core

PARTS = {
    "fanout": (fanout.measure, (100, 500, 1_000, 2_000)),
    "modes": (fanout.measure_modes, (100,)),
    "join": (join.measure, (500, 1_000, 2_000)),
    "page_files": (page_files.measure, (1_000,)),
    "busy": (busy.measure, (1_000,)),
    "rooms": (rooms.measure, (2_000,)),
    "commands": (commands.measure, (200,)),
    "growth": (growth.measure, (5_000,)),
    "disk": (disk.measure, (500,)),
    "attack": (attacks.measure, (100,)),
    "questions": (backlog.measure_questions, (1_400,)),
    "open_sessions": (backlog.measure_sessions, (1_000,)),
    "restart": (restart.measure, (10_000, 200_000)),
    "backup": (copies.measure_backup, (500,)),
    "standby": (copies.measure_standby, (40,)),
    "import": (importing.measure, (330,)),
    "first_page": (first_page.measure, (1,)),
    "metrics": (metrics.measure, (1_000,)),
    "mail": (mail.measure, (60,)),
    "matching": (matching.measure_matching, (2_000,)),
    "members": (members.measure, (10_000,)),
    "pairing": (pairing.measure, (1_000,)),
    "series": (series.measure, (1_000,)),
    "search": (archive.measure_search, (5_000,)),
    "summary": (archive.measure_summary, (5_000,)),
}
SHORT = {"fanout": (1_000, 3), "join": (300, 2), "growth": (5_000, 2), "first_page": (1, 1)}
"""What a short run has: one size each, and the rounds. Fewer phones than a thousand would judge
what a change costs before its first phone, of which the floor knows nothing."""


def main() -> int:
    """Run the parts; 1 if something does not hold, in a short run a ratio or bytes."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, if none is named")
    parser.add_argument("--sizes", help="crowds, apart by commas")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--short", action="store_true", help="judged by ratios and bytes alone")
    parser.add_argument("--plots", action="store_true", help="draw growth into docs/growth.svg")
    asked = parser.parse_args()
    judge.short = asked.short
    raise_limits()
    stay_off_the_servers_core()
    results: list[Result] = []
    for part in asked.parts or (SHORT if asked.short else PARTS):
        measure, sizes = PARTS[part]
        rounds = asked.rounds
        if asked.short and part in SHORT:
            sizes, rounds = (SHORT[part][0],), SHORT[part][1]
        if asked.sizes:
            sizes = tuple(int(size) for size in asked.sizes.split(","))
        for size in sizes:
            found = uvloop.run(measure(size, rounds))
            print(table(found), flush=True)
            results += found
    write(results)
    if asked.plots:
        plots.draw(results)
    return say_what_fails(results)


def say_what_fails(results: list[Result]) -> int:
    """Name what does not hold; 1 if the run fails by any of it."""
    for one in results:
        if one.broken:
            judged = "does not hold" if one.fails else "is a time, and not judged in a short run"
            print(f"{one.name} at {one.size}: {', '.join(one.broken)} {judged}")
    return int(any(one.fails for one in results))


sys.exit(main())
