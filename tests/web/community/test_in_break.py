"""Two members who could help each other and are in one room are asked to meet in its break."""

from typing import Any

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import OfferId, Side, pair_of
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as s
from fishbowl.domain.session.ids import PersonId
from tests.web.community.circle import Browser, comes
from tests.web.conftest import ORIGIN, Site

CODE = "WAVE47"
BOOKS_GIVEN = "I explain bookkeeping to new treasurers."
BOOKS_WANTED = "Who explains bookkeeping?"


class Room:
    """A session with a member who gives and one who looks for it, and their suggestion."""

    def __init__(self, site: Site) -> None:
        self.site = site
        site.creates(CODE)
        site.sends(CODE, s.StartSession())
        self.amira, self.ben = self._comes(1, "Amira Benali"), self._comes(2, "Ben Okri")
        self.offer = self.says(self.amira, "offer", BOOKS_GIVEN)
        self.need = self.says(self.ben, "need", BOOKS_WANTED)
        pair = pair_of(self.amira.member.id, self.ben.member.id)
        suggested = c.SuggestMeeting(
            members=pair, offer=self.offer, need=self.need, without_mail=frozenset(pair)
        )
        outcome = site.members.ask(suggested, role=Role.TIME)
        assert outcome.ok, outcome
        self.suggestion = outcome.seq

    def _comes(self, number: int, name: str) -> Browser:
        browser, device = Browser(self.site, number), f"device-of-somebody-{number}"
        assert browser.joins(name, consents=["meet"]).status_code == 201
        comes(self.site, CODE, name, device)
        assert browser.posts(f"/me/sessions/{CODE}", device).status_code == 204
        return browser

    def says(self, browser: Browser, side: Side, words: str) -> OfferId:
        member = browser.member.id
        said = c.AddOffer(member=member, side=side, words=words, is_shared=True)
        outcome = self.site.members.ask(said, role=Role.MEMBER, member=member)
        assert outcome.seq
        return OfferId(Seq(outcome.seq))

    def sees(self, browser: Browser, code: str = CODE) -> Any:
        return browser.client.get(f"/me/break/{code}").get_json()["meet"]

    def answers(self, browser: Browser, *, yes: bool) -> Any:
        return browser.posts(f"/me/break/{CODE}", suggestion=self.suggestion, yes=yes)


@pytest.fixture
def room(site: Site) -> Room:
    return Room(site)


def test_both_phones_ask_without_a_name_and_tell_it_once_both_said_yes(room: Room):
    for browser, theirs in ((room.amira, BOOKS_WANTED), (room.ben, BOOKS_GIVEN)):
        asked = room.sees(browser)
        assert asked["suggestion"] == room.suggestion
        assert [line["words"] for line in asked["theirs"]] == [theirs]
        assert asked["name"] == asked["answer"] == ""
    told = room.answers(room.amira, yes=True).get_json()["meet"]
    assert told["answer"] == "yes"
    assert told["name"] == ""
    assert room.answers(room.ben, yes=True).get_json()["meet"]["name"] == "Amira Benali"
    assert room.sees(room.amira)["name"] == "Ben Okri"
    assert room.sees(room.amira)["suggestion"] is None


def test_a_no_is_not_shown_again_and_looks_like_silence_to_the_other(room: Room):
    room.answers(room.ben, yes=True)
    silence = room.sees(room.ben)
    assert room.answers(room.amira, yes=False).get_json()["meet"] is None
    assert room.sees(room.amira) is None
    assert room.sees(room.ben) == silence


@pytest.mark.parametrize("why", ["closed", "unlinked", "forgotten", "switched off"])
def test_nobody_is_asked_about_somebody_who_is_not_there(room: Room, why: str):
    site, ben = room.site, room.ben
    if why == "closed":
        site.sends(CODE, s.CloseSession())
    if why == "unlinked":
        left = ben.client.delete(f"/me/sessions/{CODE}", headers={"Origin": ORIGIN})
        assert left.status_code == 204
    if why == "forgotten":
        (link,) = ben.member.links
        forgets = s.ForgetPerson(person=PersonId(link.person))
        assert site.sends(CODE, forgets, Role.ATTENDEE, "device-of-somebody-2").ok
    if why == "switched off":
        off = c.SwitchFeature(feature="break", on=False)
        assert site.members.ask(off, role=Role.OWNER).ok
    assert room.sees(room.amira) is None


def test_a_session_that_is_not_theirs_tells_nothing(room: Room):
    cora = Browser(room.site, 3)
    cora.joins("Cora", consents=["meet"])
    assert room.sees(cora) is None
    assert room.sees(room.amira, "FERN23") is None
    assert room.answers(cora, yes=True).status_code == 409


def test_who_has_no_mail_address_is_asked_here_so_the_suggestion_ends_on_its_usual_day(room: Room):
    for browser in (room.amira, room.ben):
        room.sees(browser)
    (one,) = room.site.members.community.suggestions.values()
    assert not one.waits_for
    assert one.ends_at_ms - one.asked_at_ms < 15 * 24 * 60 * 60 * 1000
