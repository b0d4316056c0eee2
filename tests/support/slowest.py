"""Tells at the end of a run which files of tests took longest: its time is a budget.

The budget is in docs/contributing.md.
"""

from collections import Counter
from collections.abc import Iterable

import pytest

SHOWN = 10
LONG_S = 60
"""Shorter runs tell nothing: somebody runs a part."""


def slowest_files(reports: Iterable[pytest.TestReport]) -> list[tuple[str, float]]:
    """The files with the longest tests, and how many seconds these took together."""
    seconds = Counter[str]()
    for report in reports:
        seconds[report.nodeid.partition("::")[0]] += report.duration  # type: ignore[assignment]
    return seconds.most_common(SHOWN)


def tell_slowest(terminal: pytest.TerminalReporter) -> None:
    """Print them, with the seconds of all tests together."""
    reports = [
        report
        for reports in terminal.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport)
    ]
    total_s = sum(report.duration for report in reports)
    if total_s < LONG_S:
        return
    terminal.section(f"slowest files, of {total_s:.0f} s in all processes")
    for path, seconds in slowest_files(reports):
        terminal.line(f"{seconds:7.1f} s  {path}")
