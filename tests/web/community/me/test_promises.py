"""Promises of a member: moved and kept on their page, and by the link of a letter."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as s
from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.promises import Promises
from tests.web.community.circle import DEVICE, Browser, comes, confirmed, letters
from tests.web.conftest import Site

DUE, WEEK_LATER = "2027-01-16", "2027-01-23"
HOUR_S, DAY_S = 60 * 60.0, 24 * 60 * 60.0


class Evening:
    """A session that is linked: Amira promised something, and has an action."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.amira = confirmed(site)
        site.creates("WAVE47")
        person = comes(site, "WAVE47")
        site.sends("WAVE47", s.StartSession())
        noted = s.AddNote(kind="action", words="Call the board", person=person)  # type: ignore[arg-type]
        site.sends("WAVE47", noted)
        site.sends("WAVE47", s.CloseSession())
        kept = s.KeepTakeaway(kind="will", words="Write it down", due=DUE)
        site.sends("WAVE47", kept, Role.ATTENDEE, DEVICE)
        assert self.amira.posts("/me/sessions/WAVE47", DEVICE).status_code == 204
        self.promise, self.action = min(self.session.takeaways), min(self.session.notes)

    @property
    def session(self) -> Session:
        found = self.site.service.session("WAVE47")
        assert found is not None
        return found

    @property
    def due(self) -> str:
        return self.session.takeaways[self.promise].due

    def presses(self, item: int, **fields: str) -> int:
        status: int = self.amira.sends(f"/me/promises/WAVE47/{item}", **fields).status_code
        return status

    def letter(self) -> str:
        """The token of the letter on the day of the promise."""
        members = self.site.members
        loop = Promises(
            members, self.site.tokens, self.site.context.own_parts.of, Supervisor(),
            self.site.clock.now_ms, lambda seconds: None,
        )  # fmt: skip
        now_ms = self.site.clock.now_ms()
        while not letters_about(self.site, self.amira):
            assert self.site.clock.now_ms() < now_ms + 3 * DAY_S * 1000, "no letter came"
            self.site.clock.wait(HOUR_S)
            loop.look()
        (letter,) = letters_about(self.site, self.amira)
        return self.site.tokens.make(letter, "promise")


def letters_about(site: Site, browser: Browser) -> list[str]:
    return [one.id for one in letters(site, browser.owner) if one.letter == "promise"]


@pytest.fixture
def evening(site: Site) -> Evening:
    return Evening(site)


def test_a_promise_moves_a_week_with_one_press_or_to_any_day(evening: Evening):
    assert evening.presses(evening.promise, do="week") == 303
    assert evening.due == WEEK_LATER, "a week after its day, which is ahead"
    assert evening.presses(evening.promise, do="move", due="2027-03-01") == 303
    assert evening.due == "2027-03-01"
    assert "by 1 Mar 2027" in evening.amira.sees()


def test_an_action_that_was_noted_for_a_member_is_given_a_day_and_done(evening: Evening):
    assert evening.presses(evening.action, do="move", due="2027-01-19") == 303
    assert evening.session.notes[evening.action].due == "2027-01-19"
    assert evening.presses(evening.action, do="close") == 303
    assert evening.action in evening.session.items


@pytest.mark.parametrize("due", ["", "soon", "2027-02-31", "9" * 500])
def test_a_day_that_is_none_changes_nothing_and_says_so(evening: Evening, due: str):
    answer = evening.amira.sends(f"/me/promises/WAVE47/{evening.promise}", do="move", due=due)
    assert answer.status_code == 422
    assert "Please choose a day. The promise stands as it was." in answer.text
    assert evening.due == DUE


def test_the_link_of_the_letter_shows_and_one_press_does_it_once(evening: Evening):
    token = evening.letter()
    visitor = Browser(evening.site, 2)
    told = visitor.posts("/t", token=token).json
    assert (told["heading"], told["purpose"]) == ("Write it down", "promise")
    assert evening.promise not in evening.session.items, "looking does nothing"
    assert visitor.posts("/t", token=token, do="done").json == {"outcome": "done"}
    assert evening.promise in evening.session.items
    again = visitor.posts("/t", token=token, do="week")
    assert (again.status_code, again.json) == (410, {"code": "token_over"})
    assert evening.due == DUE


def test_the_link_of_the_letter_moves_the_promise_from_today_on(evening: Evening):
    token = evening.letter()
    visitor = Browser(evening.site, 2)
    assert visitor.posts("/t", token=token, do="month").json == {"outcome": "moved"}
    assert evening.due == "2027-02-13"
    assert visitor.posts("/t", token=token).status_code == 410


def test_what_was_done_or_moved_on_the_page_ends_the_link(evening: Evening):
    token = evening.letter()
    evening.presses(evening.promise, do="week")
    assert Browser(evening.site, 2).posts("/t", token=token, do="done").status_code == 410
    assert evening.promise not in evening.session.items


def test_a_member_who_left_or_unlinked_has_no_link_that_acts(evening: Evening):
    token = evening.letter()
    evening.amira.sends("/me/sessions/WAVE47", do="unlink")
    visitor = Browser(evening.site, 2)
    assert visitor.posts("/t", token=token, do="done").status_code == 410
    evening.site.members.ask(c.LeaveCommunity(member=evening.amira.member.id), role=Role.DOOR)
    assert visitor.posts("/t", token=token).status_code == 410


def test_switched_off_promises_are_on_no_page_and_no_link_acts(evening: Evening):
    token = evening.letter()
    switch = c.SwitchFeature(feature="promises", on=False)
    evening.site.members.ask(switch, role=Role.OWNER)
    assert "Write it down" not in evening.amira.sees()
    assert evening.presses(evening.promise, do="close") == 404
    assert Browser(evening.site, 2).posts("/t", token=token).status_code == 410
