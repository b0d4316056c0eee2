"""The calendar of a series from the command line, beside a server or without one."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from fishbowl.cli import fishbowl
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Recurrence
from fishbowl.services.series import AllSeries
from tests.support.served import Served


@pytest.fixture
def db(tmp_path: Path) -> Path:
    served = Served(tmp_path / "fishbowl.db")
    series = AllSeries(served.service.shared, served.clock)
    served.service.start()
    series.start()
    rule = Recurrence(
        every="week", weekdays=("th",), starts_on="2026-01-01", at="12:15", minutes=60
    )
    id = SeriesId("lunchseries")
    for command in (
        c.BeginSeries(id=id, about=About(label="Thursday lunch", slug="lunch")),
        c.SetRecurrence(recurrence=rule),
    ):
        assert series.ask(id, command, role=Role.OWNER).ok
    served.service.stop()
    return tmp_path / "fishbowl.db"


def does(db: Path, *words: str) -> Result:
    return CliRunner().invoke(fishbowl, ["series", "feed", *words, "--db", str(db)])


def test_a_series_is_found_by_its_name_or_its_address(db: Path) -> None:
    for name in ("lunch", "thursday LUNCH"):
        done = does(db, name, "--page", "https://example.org/series/lunch")
        assert done.exit_code == 0, done.output
        (event,) = Calendar.from_ical(done.stdout_bytes).walk("VEVENT")
        assert event["SUMMARY"] == "Thursday lunch"
        assert event["URL"] == "https://example.org/series/lunch"


def test_its_dates_can_be_read_by_programs(db: Path) -> None:
    rows = json.loads(does(db, "lunch", "--json").stdout)
    assert len(rows) == 8
    assert all(row["starts"].endswith("T12:15:00+00:00") and row["takes_place"] for row in rows)


def test_a_name_that_no_series_has_is_told(db: Path) -> None:
    done = does(db, "dinner")
    assert done.exit_code == 1
    assert "There is no series “dinner”." in done.output
