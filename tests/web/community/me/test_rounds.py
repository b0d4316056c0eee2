"""Members in a pairing round: their page, and what a letter leads to."""

import re

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from tests.web.community.conftest import ORIGIN, POST, Circle
from tests.web.community.hosts.test_rounds import InRounds


class Asked(InRounds):
    """A round of four whose pairs are asked."""

    def __init__(self, circle: Circle) -> None:
        super().__init__(circle)
        self.round = self.begins()
        self.presses(self.round, "ask")

    def me(self, member: MemberId) -> str:
        return self.circle.browser(member).get("/me").text

    def press(self, member: MemberId, do: str) -> str:
        """Press a button of one's own page; where it leads."""
        group = self.now(self.round).groups_of(member)[-1]
        form = {"do": do, "group": str(group.no)}
        path = f"/me/rounds/{self.round.id}"
        return str(self.circle.browser(member).post(path, data=form, **POST).location)

    def partner(self, member: MemberId) -> MemberId:
        (group,) = self.now(self.round).groups_of(member)
        return next(one for one in group.members if one != member)

    def token(self, member: MemberId) -> str:
        (letter,) = self.circle.site.service.log.letters(f"member/{member}")
        return self.circle.site.tokens.make(letter.id, "pair")

    def opens(self, token: str, do: str = "") -> tuple[int, dict[str, str]]:
        """Open the link of a letter, or press on the page."""
        body = {"token": token, **({"do": do} if do else {})}
        headers = {"Origin": ORIGIN}
        answer = self.circle.site.visitor().post("/t", json=body, headers=headers)
        return answer.status_code, answer.get_json()


@pytest.fixture
def place(circle: Circle) -> Asked:
    return Asked(circle)


def test_a_member_is_asked_on_their_page_without_a_name(place: Asked) -> None:
    mine = place.all[0]
    page = place.me(mine)
    assert "Would you like to meet somebody?" in page
    assert "sees whether it came about" in page
    names = [one.label for one in place.circle.state.members.values() if one.id != mine]
    assert not [name for name in names if name in page]


def test_the_phone_says_that_something_waits_until_it_is_answered(place: Asked) -> None:
    browser = place.circle.browser(place.all[0])
    assert browser.get("/me/asked.json").get_json() == {"asked": True}
    place.press(place.all[0], "yes")
    assert browser.get("/me/asked.json").get_json() == {"asked": False}


def test_both_yeses_bring_them_together(place: Asked) -> None:
    mine = place.all[0]
    assert place.press(mine, "yes") == "/me#rounds"
    assert "Your yes is kept." in place.me(mine)
    place.press(place.partner(mine), "yes")
    assert place.now(place.round).groups_of(mine)[0].state == "made"


def test_a_no_changes_nothing_on_the_page_of_the_other(place: Asked) -> None:
    mine = place.all[0]
    other = place.circle.browser(place.partner(mine))
    form = r'name="id" value="[^"]*"'
    before = re.sub(form, "", other.get("/me").text)
    place.press(mine, "no")
    assert re.sub(form, "", other.get("/me").text) == before
    assert "Would you like to meet somebody?" not in place.me(mine)


def test_whoever_drops_out_is_asked_no_more(place: Asked) -> None:
    mine = place.all[0]
    assert "Have no further part in it" in place.me(mine)
    place.press(mine, "out")
    assert mine in place.now(place.round).out
    assert "Have no further part in it" not in place.me(mine)


def test_what_is_over_is_said(place: Asked) -> None:
    end = c.EndRound(round=place.round.id)
    place.circle.asks(end, Role.OWNER)
    assert place.press(place.all[0], "yes") == "/me?over#rounds"


def test_a_letter_does_nothing_when_opened_and_one_press_acts_once(place: Asked) -> None:
    mine, before = place.all[0], place.now(place.round)
    token = place.token(mine)
    status, told = place.opens(token)
    assert (status, told["purpose"]) == (200, "pair")
    assert "A no looks the same." in told["text"]
    assert place.now(place.round) == before
    assert place.opens(token, "yes") == (200, {"outcome": "pair_yes"})
    assert place.opens(token, "no")[0] == 410
    assert place.opens(place.token(place.partner(mine)), "yes")[1] == {"outcome": "pair_made"}


def test_a_no_by_letter_is_kept_and_told_to_nobody(place: Asked) -> None:
    mine = place.all[0]
    assert place.opens(place.token(mine), "no") == (200, {"outcome": "pair_no"})
    other = place.partner(mine)
    assert place.opens(place.token(other), "yes") == (200, {"outcome": "pair_yes"})


def test_a_forged_link_and_one_of_somebody_who_left_are_refused(place: Asked) -> None:
    mine = place.all[0]
    token = place.token(mine)
    assert place.opens("A" * 27)[0] == 410
    place.circle.asks(c.LeaveCommunity(member=mine), Role.MEMBER, mine)
    assert place.opens(token, "yes")[0] == 410


def test_what_is_switched_off_asks_nobody(place: Asked) -> None:
    place.circle.asks(c.SwitchFeature(feature="rounds", on=False), Role.OWNER)
    assert "Would you like to meet somebody?" not in place.me(place.all[0])
    assert place.opens(place.token(place.all[0]))[0] == 410


def test_whoever_is_in_two_pairs_answers_both_from_the_same_page(circle: Circle) -> None:
    place = InRounds(circle)
    for number, member in enumerate(place.all):
        place.says(member, years=1 if number else 30)
    one = place.begins(kind="seasoned", limit="2")
    place.presses(one, "ask")
    seasoned, browser = place.all[0], place.circle.browser(place.all[0])
    groups = place.now(one).groups_of(seasoned)
    assert len(groups) == 2
    for group in groups:
        form = {"do": "yes", "group": str(group.no), "id": "the-same-page"}
        browser.post(f"/me/rounds/{one.id}", data=form, **POST)
    assert all(group.answers.get(seasoned) for group in place.now(one).groups_of(seasoned))
