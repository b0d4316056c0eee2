"""The next occasion of a series shows what was promised and kept since the last one."""

import pytest
from flask.testing import FlaskClient

from fishbowl.domain.community import commands as cc
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as s
from fishbowl.domain.session.ids import OpenItemId
from fishbowl.domain.session.state import Session
from fishbowl.views.series.wall import TURN_MS
from tests.support.archived import index_now
from tests.web.conftest import Site
from tests.web.series.conftest import LUNCH, Table

DEVICE = "device-of-amira-0001"
HEADING = "Kept since last time"


class Lunch:
    """A lunch that is over and published: Amira promised two things, one to herself alone."""

    def __init__(self, table: Table) -> None:
        self.table, self.site = table, table.site
        table.describe(is_public=True)
        self.code = self.holds("WAVE47")
        index_now(self.site.service.log)

    def holds(self, code: str) -> str:
        site = self.site
        site.creates(code, series=LUNCH, event="First Thursday lunch")
        site.sends(code, s.JoinSession(name="Amira"), Role.ATTENDEE, DEVICE)
        site.sends(code, s.StartSession())
        site.sends(code, s.AddNote(kind="action", words="Call the board"))
        site.clock.wait(minutes=60)
        site.sends(code, s.CloseSession())
        for words, shared in (("Write it down", True), ("Sleep more", False)):
            kept = s.KeepTakeaway(kind="will", words=words, shared=shared)
            site.sends(code, kept, Role.ATTENDEE, DEVICE)
        shared_one = min(self.session(code).takeaways)
        site.sends(code, s.PassWords(items=(shared_one,)))  # type: ignore[arg-type]
        site.sends(code, s.PublishSummary())
        site.clock.wait(minutes=60)
        return code

    def session(self, code: str = "WAVE47") -> Session:
        found = self.site.service.session(code)
        assert found is not None
        return found

    def keeps(self, item: int, words: str = "") -> None:
        close = s.CloseItem(item=OpenItemId(item), words=words)  # type: ignore[arg-type]
        assert self.site.sends("WAVE47", close, Role.ATTENDEE, DEVICE).ok
        index_now(self.site.service.log)

    def keeps_everything(self) -> None:
        for item in self.session().takeaways:
            self.keeps(item, "It took a day")
        close = s.CloseItem(item=min(self.session().notes))  # type: ignore[arg-type]
        assert self.site.sends("WAVE47", close).ok
        index_now(self.site.service.log)

    def page(self, visitor: FlaskClient | None = None, path: str = "/series/lunch") -> str:
        return (visitor or self.site.visitor()).get(path).text


@pytest.fixture
def lunch(table: Table) -> Lunch:
    return Lunch(table)


def test_nothing_is_said_while_nothing_is_kept(lunch: Lunch):
    assert HEADING not in lunch.page()
    assert HEADING not in lunch.page(lunch.site.owner(), f"/hosts/series/{LUNCH}")


def test_page_wall_and_hosts_show_what_was_kept_without_names(lunch: Lunch):
    lunch.keeps_everything()
    host = lunch.page(lunch.site.owner(), f"/hosts/series/{LUNCH}")
    for page in (lunch.page(), host):
        kept = page.partition(HEADING)[2].partition("</section>")[0]
        assert "Write it down" in kept
        assert "It took a day" in kept
        assert "Call the board" in kept
        assert "Amira" not in kept
        assert "Sleep more" not in page, "what is private stays with its author"
    seen = set()
    for _ in range(4):
        wall = lunch.page(path="/series/lunch/wall")
        seen |= {one for one in ("Write it down", "Call the board") if one in wall}
        assert "Sleep more" not in wall
        lunch.site.clock.wait(seconds=TURN_MS / 1000)
    assert seen == {"Write it down", "Call the board"}, "one after another"


def test_the_console_of_the_next_session_tells_what_was_kept_before_the_start(lunch: Lunch):
    lunch.keeps(min(lunch.session().takeaways), "It took a day")
    lunch.site.creates("NEXT88", series=LUNCH, event="First Thursday lunch")
    lunch.site.creates("LONE88")
    owner = lunch.site.owner()
    told = owner.get("/NEXT88/open.json").json
    assert told["kept"] == [{"words": "Write it down", "how": "It took a day"}]
    assert owner.get("/LONE88/open.json").json["kept"] == []


def test_what_was_kept_before_the_last_session_is_not_told_again(lunch: Lunch):
    lunch.keeps_everything()
    lunch.holds("TUNE88")
    index_now(lunch.site.service.log)
    assert HEADING not in lunch.page()


def test_a_promise_that_was_kept_after_another_session_is_still_told(lunch: Lunch):
    lunch.holds("TUNE88")
    index_now(lunch.site.service.log)
    lunch.keeps(min(lunch.session().takeaways))
    assert "Write it down" in lunch.page().partition(HEADING)[2]


def test_a_withdrawn_summary_takes_what_was_kept_along(lunch: Lunch):
    lunch.keeps_everything()
    lunch.site.sends("WAVE47", s.WithdrawSummary())
    index_now(lunch.site.service.log)
    assert "Write it down" not in lunch.page()


def test_switched_off_nothing_kept_is_shown(lunch: Lunch, site: Site):
    lunch.keeps_everything()
    site.members.ask(cc.SwitchFeature(feature="promises", on=False), role=Role.OWNER)
    assert HEADING not in lunch.page()
    assert "Write it down" not in lunch.page(path="/series/lunch/wall")
