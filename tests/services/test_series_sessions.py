"""Occasions become sessions by a press and by themselves, and time acts in every series."""

from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import About, Defaults, Occasion, Recurrence
from fishbowl.domain.series.rules.occasions import find
from fishbowl.domain.session.commands import (
    AddNote,
    AddTopic,
    BeginTopic,
    CloseSession,
    EndTopic,
    StartSession,
)
from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.series import AllSeries
from fishbowl.services.series_sessions import SeriesSessions
from fishbowl.services.series_time import SeriesTime
from tests.support.served import Failing, Served

LUNCH, OTHER = SeriesId("lunchseries"), SeriesId("otherseries")
FEBRUARY, MARCH = OccasionId("2027-02-04"), OccasionId("2027-03-04")
ABOUT = About(label="Lunch", slug="lunch", time_zone="Europe/Berlin", opens_by_itself=True)
FIRST_THURSDAY = Recurrence(
    every="month", weekdays=("th",), nth=1, starts_on="2027-01-01", at="12:15", minutes=60
)
DAY_S = 24 * 3600
TO_THE_DOORS_S = 20 * DAY_S + 2 * 3600 + 45 * 60
"""From 15 January 2027, 8:00 UTC, to half an hour before the lunch of February begins."""


class Place(Served):
    """A file with series, and a clock set by hand."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.series = AllSeries(self.service.shared, self.clock)
        self.sessions = SeriesSessions(self.series, self.service, lambda: False)
        self.supervisor = Supervisor()
        self.in_time = SeriesTime(self.series, self.sessions, self.supervisor, lambda seconds: None)
        self.service.start()
        self.series.start()

    def begins(self, id: SeriesId = LUNCH, about: About = ABOUT) -> None:
        """Begin a series on every first Thursday."""
        self.host(c.BeginSeries(id=id, about=about), id)
        self.host(c.SetRecurrence(recurrence=FIRST_THURSDAY), id)

    def host(self, command: c.Command, id: SeriesId = LUNCH) -> None:
        """A host sends a command that is accepted."""
        outcome = self.series.ask(id, command, role=Role.OWNER)
        assert outcome.ok, outcome

    def later(self, seconds: float) -> None:
        """Time passes, and what is due is done."""
        self.wait(seconds)
        self.in_time.look()

    def occasion(self, id: OccasionId = FEBRUARY, of: SeriesId = LUNCH) -> Occasion | None:
        """What is known of an occasion."""
        found = self.series.state(of)
        assert found is not None
        return found.occasions.get(id)

    def session(self, id: OccasionId = FEBRUARY) -> Session | None:
        """The session of an occasion."""
        occasion = self.occasion(id)
        return (
            None if occasion is None or not occasion.code else self.service.session(occasion.code)
        )

    def held(self, *words: str) -> str:
        """The session of February was held, and left topics."""
        assert self.sessions.make(LUNCH, FEBRUARY).ok
        session = self.session()
        assert session is not None
        code = session.code
        for command in (*(AddTopic(title=one) for one in words), StartSession(), CloseSession()):
            assert self.service.submit(self.envelope(command, code=code)).ok
        return code


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path / "fishbowl.db")
    yield place
    place.service.stop()


def test_an_occasion_becomes_a_session_by_itself_as_its_doors_open_and_once(place: Place) -> None:
    place.begins()
    place.later(TO_THE_DOORS_S - 60)
    assert place.service.sessions() == []
    place.later(60)
    place.later(60)
    (row,) = place.service.sessions()
    assert (row.series, row.event, row.question) == (LUNCH, "Lunch", "Lunch")


def test_nothing_becomes_a_session_by_itself_where_nobody_wanted_it(place: Place) -> None:
    place.begins(about=replace(ABOUT, opens_by_itself=False))
    place.begins(OTHER, replace(ABOUT, slug="other"))
    place.host(c.LeaveOutOccasion(occasion=FEBRUARY, why="closed"), OTHER)
    place.later(TO_THE_DOORS_S)
    assert place.service.sessions() == []


def test_a_session_is_set_up_as_its_series_says(place: Place) -> None:
    defaults = Defaults(
        format="lunch", chairs=6, seat_minutes=4, attribution="opt_in", language="de", expected=30
    )
    place.begins(about=replace(ABOUT, defaults=defaults))
    assert place.sessions.make(LUNCH, FEBRUARY).ok
    session = place.session()
    assert session is not None
    found = session.settings
    assert (found.format, found.chair_count, found.seat_limit_ms) == ("lunch", 6, 240_000)
    assert (found.attribution, found.language, found.expected_people) == ("opt_in", "de", 30)
    assert sum(phase.planned_ms for phase in session.run.phases) == 60 * 60_000
    assert found.keep_until_ms - found.starts_at_ms == 365 * DAY_S * 1000


def test_under_18s_are_not_named_and_nothing_goes_on_to_the_next_date(place: Place) -> None:
    place.begins(about=replace(ABOUT, under_18=True))
    place.held("What was said in February")
    place.wait(30 * DAY_S)
    assert place.sessions.make(LUNCH, MARCH).ok
    session = place.session(MARCH)
    assert session is not None
    assert (session.settings.under_18, session.settings.attribution) == (True, "chatham_house")
    assert not session.topics


def test_what_is_brought_is_the_question_or_a_topic(place: Place) -> None:
    member = MemberId(1)
    place.begins()
    for occasion, bring in ((FEBRUARY, "question"), (MARCH, "topic")):
        for command in (
            c.JoinRota(member=member),
            c.TakeTurn(occasion=occasion, member=member),
            c.SayBring(occasion=occasion, member=member, bring=bring, words="Who decides?"),
        ):
            assert place.series.ask(LUNCH, command, role=Role.MEMBER, member=member).ok
        assert place.sessions.make(LUNCH, occasion).ok
    first, second = place.session(FEBRUARY), place.session(MARCH)
    assert first is not None
    assert second is not None
    assert first.settings.question == "Who decides?"
    assert [one.title for one in second.topics.values()] == ["Who decides?"]


def test_a_server_that_stopped_between_code_and_session_makes_it_under_the_same_code(
    place: Place,
) -> None:
    place.begins()
    place.host(c.MakeSession(occasion=FEBRUARY, code="FERN23"))
    assert place.session() is None
    place.later(0)
    session = place.session()
    assert session is not None
    assert (session.code, session.settings.occasion) == ("FERN23", FEBRUARY)
    place.later(60)
    assert place.sessions.make(LUNCH, FEBRUARY).ok
    assert len(place.service.sessions()) == 1


def test_no_other_session_gets_a_code_that_an_occasion_waits_for(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.begins()
    place.host(c.MakeSession(occasion=FEBRUARY, code="ACRE22"))
    drawn = chain((0, 0, 0), (1, 0, 0), repeat(0))
    monkeypatch.setattr("secrets.randbelow", lambda below: next(drawn))
    assert place.sessions.make(LUNCH, MARCH).ok
    march = place.occasion(MARCH)
    assert march is not None
    assert march.code == "CAFE22"


def test_a_session_that_was_deleted_is_not_made_again(place: Place) -> None:
    place.begins()
    assert place.sessions.make(LUNCH, FEBRUARY).ok
    session = place.session()
    assert session is not None
    place.service.delete_session(session.code)
    place.later(TO_THE_DOORS_S)
    place.sessions.make(LUNCH, FEBRUARY)
    assert place.service.sessions() == []


def test_a_disk_that_refuses_loses_no_occasion(place: Place) -> None:
    place.begins()
    healthy = place.store._writer
    place.store._writer = Failing(healthy, "insert into sessions")
    place.later(TO_THE_DOORS_S)
    assert place.service.sessions() == []
    place.store._writer = healthy
    place.later(60)
    assert len(place.service.sessions()) == 1


def test_one_series_that_fails_stops_no_other(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.begins(OTHER, replace(ABOUT, slug="other"))
    place.begins(LUNCH)
    make = place.sessions.make

    def failing(id: SeriesId, occasion: OccasionId, *, role: Role = Role.OWNER):
        if id == LUNCH:
            raise ValueError("broken")
        return make(id, occasion, role=role)

    monkeypatch.setattr(place.sessions, "make", failing)
    place.later(TO_THE_DOORS_S)
    assert [row.series for row in place.service.sessions()] == [OTHER]
    assert sum(place.supervisor.failures().values()) == 1


def test_members_are_asked_in_time_and_first_names_are_forgotten(place: Place) -> None:
    place.begins(about=replace(ABOUT, opens_by_itself=False))
    for number in (1, 2):
        command = c.JoinRota(member=MemberId(number))
        assert place.series.ask(LUNCH, command, role=Role.MEMBER, member=MemberId(number)).ok
    come = c.Come(occasion=FEBRUARY, label="Kofi")
    assert place.series.ask(LUNCH, come, role=Role.DOOR).ok
    asked = []
    for _ in range(22):
        place.later(DAY_S)
        occasion = place.occasion()
        assert occasion is not None
        asked.append(occasion.turn.member if occasion.turn else 0)
    assert asked[4:12] == [0, 1, 1, 1, 2, 2, 2, 0]
    occasion = place.occasion()
    assert occasion is not None
    assert occasion.comers == ()


def test_what_was_talked_about_is_carried_no_further(place: Place) -> None:
    place.begins()
    place.held("May children vote?", "Who has the second key?")
    assert place.sessions.make(LUNCH, MARCH).ok
    march = place.session(MARCH)
    assert march is not None
    assert {one.title for one in march.topics.values()} == {
        "May children vote?", "Who has the second key?",
    }  # fmt: skip
    topic = next(one.id for one in march.topics.values() if one.title == "May children vote?")
    place.wait(60)
    for command in (
        StartSession(), BeginTopic(topic=topic), EndTopic(topic=topic),
        AddNote(kind="action", words="Ask the board"), CloseSession(),
    ):  # fmt: skip
        outcome = place.service.submit(place.envelope(command, code=march.code))
        assert outcome.ok, outcome
    series = place.series.state(LUNCH)
    assert series is not None
    lines = place.sessions.carried(series, series.occasions[MARCH])
    found = {one.words: (one.kind, one.times, one.code) for one in lines}
    assert found == {
        "Ask the board": ("action", 1, march.code),
        "Who has the second key?": ("topic", 2, march.code),
    }


def test_a_session_of_a_programme_begins_with_its_own_question_alone(place: Place) -> None:
    place.begins()
    place.held("May children vote?")
    series = place.series.state(LUNCH)
    assert series is not None
    of_programme = msgspec.structs.replace(find(series, MARCH), source="talk-7")
    assert place.sessions.carried(series, find(series, MARCH))
    assert place.sessions.carried(series, of_programme) == []
