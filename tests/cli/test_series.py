"""Series by command: listed with the next date of each, beside a running server or without one."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fishbowl.cli import fishbowl
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Recurrence
from fishbowl.services.series import AllSeries
from tests.support.served import Served

LAST_FRIDAY = Recurrence(
    every="month", weekdays=("fr",), nth=-1, starts_on="2026-01-01", at="12:15", minutes=60
)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with a series that goes on and one that has ended."""
    place = Served(tmp_path / "fishbowl.db")
    series = AllSeries(place.service.shared, place.clock)
    place.service.start()
    series.start()
    for id, label in (("secondseries", "Second"), ("firstseries", "First")):
        about = About(label=label, slug=label.lower(), time_zone="Europe/Berlin")
        assert series.ask(SeriesId(id), c.BeginSeries(id=SeriesId(id), about=about),
                          role=Role.OWNER).ok  # fmt: skip
    first = SeriesId("firstseries")
    assert series.ask(first, c.SetRecurrence(recurrence=LAST_FRIDAY), role=Role.OWNER).ok
    joins = c.JoinRota(member=MemberId(1))
    assert series.ask(first, joins, role=Role.MEMBER, member=MemberId(1)).ok
    assert series.ask(SeriesId("secondseries"), c.EndSeries(), role=Role.OWNER).ok
    place.service.stop()
    return tmp_path / "fishbowl.db"


def lists(db: Path, *words: str) -> Result:
    return CliRunner().invoke(fishbowl, ["series", "list", *words, "--db", str(db)])


def test_series_are_listed_with_their_next_date(db: Path) -> None:
    first, second = lists(db).output.splitlines()
    assert first.startswith("firstseries  20")
    assert first.endswith(" 12:15  First")
    assert "ended" in second


def test_as_json_they_have_the_rule_of_calendars_and_counts_and_nobody(db: Path) -> None:
    first, second = json.loads(lists(db, "--json").output)
    assert first["recurrence"]["rule"] == "FREQ=MONTHLY;BYDAY=-1FR"
    assert (first["taking_turns"], first["next"]["at"]) == (1, "12:15")
    assert (second["ended"], second["next"], second["recurrence"]) == (True, None, None)


def test_nothing_is_listed_where_nothing_is(tmp_path: Path) -> None:
    place = Served(tmp_path / "empty.db")
    place.service.start()
    place.service.stop()
    assert lists(tmp_path / "empty.db").output == "No series yet.\n"
    assert json.loads(lists(tmp_path / "empty.db", "--json").output) == []


def test_one_that_is_damaged_hides_no_other(db: Path) -> None:
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute(
            "update entries set data = 'x' where seq = 1 and stream_id ="
            " (select id from streams where kind = 'series' and key = 'secondseries')"
        )
        connection.execute("delete from snapshots")
    answer = lists(db)
    assert answer.exit_code == 1
    assert "First" in answer.output
    assert "secondseries:" in answer.output
