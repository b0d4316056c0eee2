"""``python -m bench [PART…] [--sizes 100,1000] [--short]``: measure, print a table, keep it."""

import argparse
import sys

import uvloop

from bench import archive, fanout, first_page, growth, join, restart
from bench.machine import raise_limits
from bench.result import Result, table, write
from bench.servers import stay_off_the_servers_core

PARTS = {
    "fanout": (fanout.measure, (100, 500, 1_000, 2_000)),
    "join": (join.measure, (500, 1_000, 2_000)),
    "growth": (growth.measure, (5_000,)),
    "restart": (restart.measure, (10_000,)),
    "first_page": (first_page.measure, (1,)),
    "search": (archive.measure_search, (5_000,)),
    "summary": (archive.measure_summary, (5_000,)),
}


def main() -> int:
    """Run the parts; 1 if something does not hold."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, if none is named")
    parser.add_argument("--sizes", help="crowds, apart by commas")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    raise_limits()
    stay_off_the_servers_core()
    results: list[Result] = []
    for part in asked.parts or PARTS:
        measure, sizes = PARTS[part]
        if asked.sizes:
            sizes = tuple(int(size) for size in asked.sizes.split(","))
        for size in sizes:
            found = uvloop.run(measure(size, asked.rounds))
            print(table(found), flush=True)
            results += found
    write(results)
    return 0 if all(one.holds for one in results) else 1


sys.exit(main())
