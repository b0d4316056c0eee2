"""The names of events become series: proposed by name, merged, left alone, and filed for good."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.services.event_review import EventName, EventReview, Filed
from tests.services.test_filing import Desk

LONG_S = 60.0


class Owner(Desk):
    """Looks at the names that sessions had before there were series."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.now_s = 0.0
        self.review = EventReview(self.service, self.filing, lambda: self.now_s)

    def had(self, code: str, event: str, *, over: bool = True) -> None:
        """Have a session from before there were series."""
        create = c.CreateSession(code=code, question="Why?", event=event)
        assert self.service.submit(self.envelope(create, code=code)).ok
        if over:
            assert self.service.submit(self.envelope(c.CloseSession(), code=code)).ok
        self.clock.wait(1)

    def names(self) -> dict[str, EventName]:
        """The names that are in no series, by the spelling that comes first."""
        return {name.spellings[0]: name for name in self.review.names()}

    def files(self, at_most_s: float = LONG_S, **names: str) -> Filed:
        """File names under series."""
        known = self.names()
        wanted = {known[name].mark: series for name, series in names.items()}
        return self.review.file(wanted, at_most_s=at_most_s)


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[Owner]:
    owner = Owner(tmp_path / "fishbowl.db")
    yield owner
    owner.service.stop()


def test_names_that_differ_in_case_are_one_and_the_most_frequent_spelling_is_proposed(owner: Owner):
    for code, event in (
        ("WAVE47", "lunch"), ("MOSS22", "Lunch"), ("REED33", " Lunch"), ("FERN44", ""),
    ):  # fmt: skip
        owner.had(code, event)
    (name,) = owner.review.names()
    assert name.spellings == ("Lunch", "lunch")
    assert name.codes == ("REED33", "MOSS22", "WAVE47")
    assert name.first_ms < name.last_ms
    assert name.series == ""


def test_all_sessions_of_a_name_are_filed_and_show_what_they_showed(owner: Owner):
    owner.had("WAVE47", "lunch")
    owner.had("MOSS22", "LUNCH", over=False)
    assert owner.files(LUNCH="Community lunch") == Filed(sessions=2, series=1)
    (series,) = owner.all()
    assert series.about.label == "Community lunch"
    for code, event in (("WAVE47", "lunch"), ("MOSS22", "LUNCH")):
        session = owner.service.session(code)
        assert session is not None
        assert (session.settings.series, session.settings.event) == (series.id, event)
    assert owner.review.names() == ()


def test_names_with_one_series_are_merged_and_a_series_that_is_there_takes_them_in(owner: Owner):
    lunch = owner.creates("FERN44", "Lunch")
    owner.had("WAVE47", "Lunchtime")
    owner.had("MOSS22", "Forum")
    owner.files(Lunchtime="LUNCH", Forum="lunch")
    assert {owner.of(code) for code in ("FERN44", "WAVE47", "MOSS22")} == {lunch}
    assert len(owner.all()) == 1


def test_a_merged_series_is_written_as_most_of_its_sessions_are(owner: Owner):
    for code, event in (("WAVE47", "Lunch"), ("MOSS22", "Forum"), ("REED33", "forum night")):
        owner.had(code, event)
    owner.review.file(
        {owner.names()[name].mark: typed for name, typed in
         (("forum night", "LUNCH"), ("Forum", "lunch"), ("Lunch", "Lunch"))},
        at_most_s=LONG_S,
    )  # fmt: skip
    assert [one.about.label for one in owner.all()] == ["Lunch"]


def test_filing_that_was_cut_off_goes_on_with_the_series_that_was_chosen(owner: Owner):
    owner.had("WAVE47", "Lunch")
    owner.had("MOSS22", "lunch")
    owner.had("REED33", "lunch")
    owner.service.subscribe(lambda change: setattr(owner, "now_s", owner.now_s + 1))
    assert owner.files(1.5, lunch="Community lunch") == Filed(sessions=2, series=1, left=1)
    (series,) = owner.all()
    assert owner.names()["Lunch"].series == series.id
    assert owner.files(Lunch="Community lunch") == Filed(sessions=1, series=1)
    assert owner.files() == Filed()
    assert len(owner.all()) == 1


def test_a_session_that_cannot_be_read_does_not_stop_the_others(owner: Owner):
    owner.had("WAVE47", "Lunch")
    owner.had("MOSS22", "Lunch")
    with closing(sqlite3.connect(owner.service.path)) as file, file:
        file.execute(
            "update entries set data = 'nothing' where stream_id ="
            " (select id from streams where key = 'MOSS22')"
        )
        file.execute("delete from snapshots")
    owner.service._states.drop("MOSS22")
    assert owner.files(Lunch="Lunch") == Filed(sessions=1, series=1, failed=("MOSS22",))
    assert owner.of("WAVE47") != ""
    assert owner.names()["Lunch"].codes == ("MOSS22",)


def test_a_name_that_is_left_alone_is_asked_about_no_more_until_it_is_filed(owner: Owner):
    owner.had("WAVE47", "HomeLink day")
    owner.had("MOSS22", "Lunch")
    rows = owner.service.sessions()
    mark = owner.names()["HomeLink day"].mark
    assert owner.review.undecided_count(rows) == 2
    owner.review.leave([mark])
    owner.review.leave([mark])
    assert owner.review.undecided_count(rows) == 1
    assert owner.review.left_alone() == {mark}
    owner.review.leave([mark, "unknown"], alone=False)
    assert owner.review.left_alone() == frozenset()


def test_a_series_of_another_installation_is_none_here(owner: Owner):
    owner.had("WAVE47", "Lunch")
    away = c.FileUnderSeries(series="elsewhere2")
    assert owner.service.submit(owner.envelope(away, Role.OWNER, code="WAVE47")).ok
    assert owner.names()["Lunch"].codes == ("WAVE47",)
    assert owner.files(Lunch="Lunch").sessions == 1
    assert owner.of("WAVE47") == owner.all()[0].id


def test_sessions_for_under_18s_are_filed_under_a_series_of_their_own(owner: Owner):
    owner.had("WAVE47", "Debate")
    create = c.CreateSession(
        code="MOSS22", question="Why?", event="Debate", under_18=True,
        attribution="chatham_house", keep_until_ms=owner.clock.now_ms() + 86_400_000,
    )  # fmt: skip
    assert owner.service.submit(owner.envelope(create, code="MOSS22")).ok
    assert owner.files(Debate="Debate") == Filed(sessions=2, series=2)
    assert {one.about.under_18: one.id for one in owner.all()} == {
        False: owner.of("WAVE47"),
        True: owner.of("MOSS22"),
    }
