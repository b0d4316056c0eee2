"""The typed name of an event finds its series, or begins it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import DescribeSeries
from fishbowl.domain.series.state import Series
from fishbowl.domain.session import commands as c
from fishbowl.services.filing import Filing
from fishbowl.services.series import AllSeries
from fishbowl.services.writer import Outcome
from tests.support.served import Served

ZONE = "Europe/Lisbon"


class Desk(Served):
    """Sessions and series of one file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.series = AllSeries(self.service.shared, self.clock)
        self.filing = Filing(self.service, self.series)
        self.service.start()
        self.series.start()

    def creates(self, code: str, event: str, like: str = "", **fields: Any) -> str:
        """Make a session.

        :return: the id of its series.
        """
        command = c.CreateSession(code=code, question="Why?", event=event, **fields)
        before = self.service.session(like)
        settings = None if before is None else before.settings
        assert self.filing.submit(self.envelope(command, code=code), ZONE, settings).ok
        return self.of(code)

    def changes(self, code: str, role: Role = Role.FACILITATOR, **fields: Any) -> Outcome:
        """Change the settings, as a console does."""
        command = c.ChangeSettings(**fields)
        return self.filing.submit(self.envelope(command, role, code=code))

    def of(self, code: str) -> str:
        """The id of a session's series."""
        session = self.service.session(code)
        assert session is not None
        return session.settings.series

    def all(self) -> list[Series]:
        return list(self.series.all())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "fishbowl.db")
    yield desk
    desk.service.stop()


def test_a_new_name_begins_a_series_and_the_same_name_finds_it(desk: Desk):
    first = desk.creates("WAVE47", "Lunch  Café")
    (series,) = desk.all()
    assert first == series.id
    assert (series.about.label, series.about.slug) == ("Lunch Café", "lunch-cafe")
    assert series.about.time_zone == ZONE
    assert desk.creates("MOSS22", " LUNCH CAFÉ ") == first
    assert desk.creates("REED33", "") == ""
    assert len(desk.all()) == 1


def test_a_name_with_the_same_address_gets_one_of_its_own(desk: Desk):
    desk.creates("WAVE47", "Lunch!")
    desk.creates("MOSS22", "Lunch?")
    assert sorted(one.about.slug for one in desk.all()) == ["lunch", "lunch-2"]


def test_a_series_for_under_18s_begins_as_one(desk: Desk):
    later_ms = desk.clock.now_ms() + 86_400_000
    desk.creates(
        "WAVE47", "Class 9b", under_18=True, attribution="chatham_house", keep_until_ms=later_ms
    )
    (series,) = desk.all()
    assert series.about.under_18


def test_another_name_on_the_console_is_another_series_and_one_undo_brings_both_back(desk: Desk):
    first = desk.creates("WAVE47", "Lunch")
    outcome = desk.changes("WAVE47", event="Forum")
    forum = desk.filing.find("forum")
    assert forum not in ("", first)
    assert desk.of("WAVE47") == forum
    assert outcome.seq is not None
    undo = c.UndoAction(action=outcome.seq)  # type: ignore[arg-type]
    assert desk.filing.submit(desk.envelope(undo, code="WAVE47")).ok
    assert desk.of("WAVE47") == first
    desk.changes("WAVE47", event="")
    assert desk.of("WAVE47") == ""


@pytest.mark.parametrize("role", [Role.NOTE_TAKER, Role.ATTENDEE, Role.TIME])
def test_who_may_not_change_the_name_begins_no_series(desk: Desk, role: Role):
    first = desk.creates("WAVE47", "Lunch")
    assert not desk.changes("WAVE47", role, event="Forum").ok
    assert [one.id for one in desk.all()] == [first]


@pytest.mark.parametrize("changes", [{"question": ""}, {"keep_until_ms": 1}])
def test_settings_that_are_refused_begin_no_series(desk: Desk, changes: dict[str, Any]):
    desk.creates("WAVE47", "")
    assert not desk.changes("WAVE47", event="Lunch", **changes).ok
    assert desk.all() == []
    assert desk.changes("WAVE47", event="Lunch").ok
    assert desk.of("WAVE47") == desk.all()[0].id


def test_a_session_that_is_refused_begins_no_series(desk: Desk):
    new = c.CreateSession(code="WAVE47", question="Why?", event="Lunch", format="none such")
    assert not desk.filing.submit(desk.envelope(new, code="WAVE47")).ok
    assert desk.all() == []


def test_under_18s_and_everybody_are_two_series_of_one_name(desk: Desk):
    everybody = desk.creates("WAVE47", "Debate")
    minors = {
        "under_18": True,
        "attribution": "chatham_house",
        "keep_until_ms": desk.clock.now_ms() + 86_400_000,
    }
    young = desk.creates("MOSS22", "debate", **minors)
    assert young not in ("", everybody)
    assert {one.id: one.about.under_18 for one in desk.all()} == {everybody: False, young: True}
    assert desk.creates("REED33", "Debate", **minors) == young
    assert desk.creates("FERN44", "Debate") == everybody
    assert desk.creates("BARK55", "Debate", like="MOSS22") == everybody
    assert desk.creates("TARN66", "Debate", like="WAVE47", **minors) == young
    desk.changes("REED33", event="Forum")
    desk.changes("REED33", event="Debate")
    assert desk.of("REED33") == young


def test_a_session_that_is_over_begins_no_series(desk: Desk):
    desk.creates("WAVE47", "")
    assert desk.service.submit(desk.envelope(c.CloseSession(), code="WAVE47")).ok
    assert desk.changes("WAVE47", event="Lunch").code == "session_closed"
    assert desk.all() == []


def test_a_client_cannot_name_a_series_by_its_id(desk: Desk):
    lunch, forum = desk.creates("WAVE47", "Lunch"), desk.creates("MOSS22", "Forum")
    desk.changes("WAVE47", series=forum, show_times=True)
    assert desk.of("WAVE47") == lunch
    plan = c.PlanSession(
        question="Why?", event="Lunch", chair_count=5, seat_limit_minutes=5, attribution="named",
        series=forum,
    )  # fmt: skip
    desk.filing.submit(desk.envelope(plan, code="WAVE47"))
    assert desk.of("WAVE47") == lunch


def test_a_session_stays_in_its_series_while_its_name_stays(desk: Desk):
    lunch = desk.creates("WAVE47", "Lunch")
    filed = c.FileUnderSeries(series=lunch, event="Old lunch")
    assert desk.service.submit(desk.envelope(filed, Role.OWNER, code="WAVE47")).ok
    desk.changes("WAVE47", event="old LUNCH", question="What?")
    assert desk.of("WAVE47") == lunch
    assert desk.creates("MOSS22", "Old lunch", like="WAVE47") == lunch


def test_a_name_that_was_merged_into_a_series_or_given_up_by_it_still_finds_it(desk: Desk):
    lunch = desk.creates("WAVE47", "Lunch")
    (series,) = desk.all()
    about = type(series.about)(label="Community lunch", slug="community-lunch")
    assert desk.series.ask(series.id, DescribeSeries(about=about), role=Role.OWNER).ok
    assert desk.creates("MOSS22", "lunch") == lunch
    assert desk.creates("REED33", "Community lunch") == lunch


def test_a_series_that_cannot_be_begun_leaves_the_session_as_it_was(desk: Desk):
    desk.creates("WAVE47", "Lunch")
    refused = desk.changes("WAVE47", event="x" * 141)
    assert (refused.ok, refused.code) == (False, "too_large")
    session = desk.service.session("WAVE47")
    assert session is not None
    assert session.settings.event == "Lunch"
