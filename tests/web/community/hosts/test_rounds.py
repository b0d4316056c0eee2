"""Pairing rounds on the pages of hosts."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, RoundId
from fishbowl.domain.community.model import Round
from fishbowl.domain.kernel.roles import Role
from tests.support.solving import InThisProcess
from tests.web.community.conftest import POST, Circle

NAMES = ("Amira", "Jonas", "Mei-Lin", "Noor")
NEW = {"name": "Autumn pairs", "kind": "across", "weeks": "8", "limit": "1"}


class InRounds:
    """A host's browser, and members who agree to meet."""

    def __init__(self, circle: Circle) -> None:
        self.circle = circle
        _, self.browser = circle.hosts()
        self.all = [circle.joins(name, consents=("meet",)) for name in NAMES]

    @property
    def rounds(self) -> list[Round]:
        return list(self.circle.state.rounds.values())

    def says(self, member: MemberId, **facts: Any) -> None:
        self.sends(member, c.SayFacts(member=member, **facts))

    def sends(self, member: MemberId, command: c.Command) -> None:
        self.circle.asks(command, Role.MEMBER, member)

    def begins(self, **fields: str) -> Round:
        answer = self.browser.post("/community/rounds", data={**NEW, **fields}, **POST)
        assert answer.status_code == 303, answer.text
        return self.rounds[-1]

    def presses(self, one: Round, do: str, **fields: Any) -> Any:
        """Press a button, and see the page that comes after it."""
        path = f"/community/rounds/{one.id}"
        answer = self.browser.post(path, data={"do": do, **fields}, **POST)
        return self.browser.get(answer.location) if answer.status_code == 303 else answer

    def sees(self, one: Round) -> str:
        return self.browser.get(f"/community/rounds/{one.id}").text

    def now(self, one: Round) -> Round:
        return self.circle.state.rounds[RoundId(one.id)]

    def everybody_says_yes(self, one: Round) -> None:
        for group in self.now(one).groups:
            for member in group.members:
                answer = c.AnswerPair(member=member, round=one.id, group=group.no, yes=True)
                self.circle.asks(answer)


@pytest.fixture
def place(circle: Circle) -> InRounds:
    return InRounds(circle)


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_a_host_sees_who_would_meet_whom_before_anybody_is_asked(place: InRounds) -> None:
    one = place.begins()
    page = words(place.sees(one))
    assert "2 pairs of 4 people who agreed to meet" in page
    assert all(name in page for name in NAMES)
    assert not place.circle.letters(f"member/{place.all[0]}")


def test_reasons_are_seasoned_newer_and_shared_lines_and_nothing_else_is_told(
    place: InRounds,
) -> None:
    old, new = place.all[:2]
    place.says(old, years=23, organisation="Gaelscoil")
    place.says(new, years=1, organisation="Tool Library")
    for member, side, topic in (
        (old, "offer", "Handing over"),
        (new, "need", "Handing over"),
        (old, "need", "Burnout"),
    ):
        line = c.AddOffer(member=member, side=side, words=f"About {topic}", topic=topic,
                          is_shared=topic != "Burnout")  # fmt: skip
        place.sends(member, line)
    page = words(place.sees(place.begins(kind="seasoned")))
    assert "Amira seasoned" in page
    assert "Jonas newer" in page
    assert "One gives what the other looks for: “Handing over”." in page
    assert "They work in different organisations." in page
    assert not [word for word in ("23", "Gaelscoil", "Tool Library", "Burnout") if word in page]
    assert "Mei-Lin" not in page.split("Two who should meet")[0]


def test_a_topic_that_was_taken_back_is_on_no_page_of_a_round(place: InRounds) -> None:
    one, other = place.all[:2]
    for member, side in ((one, "offer"), (other, "need")):
        line = c.AddOffer(
            member=member, side=side, words="Two words", topic="Night shifts", is_shared=True
        )
        place.sends(member, line)
    drafted = place.begins()
    place.presses(drafted, "pin", a=one, b=other)
    place.presses(drafted, "solve")
    assert "Night shifts" in place.sees(drafted)
    offer = next(found for found in place.circle.state.offers.values() if found.member == one)
    private = c.ChangeOffer(
        member=one, offer=offer.id, side="offer", words="Two words", topic="Night shifts"
    )
    place.sends(one, private)
    assert "Night shifts" not in place.sees(drafted)
    place.presses(drafted, "ask")
    page = place.circle.browser(other).get("/me").text
    asked = page.partition('id="rounds"')[2].partition('id="offers"')[0]
    assert "Would you like to meet somebody?" in asked
    assert "Night shifts" not in asked


def test_pinning_parting_and_taking_back_each_say_what_follows(place: InRounds) -> None:
    one = place.begins()
    a, b = place.now(one).groups[0].members
    assert "Pinned. Solve again" in place.presses(one, "pin", a=a, b=b).text
    page = place.presses(one, "solve").text
    assert "Nothing has changed. The weakest stand first." in page
    assert (a, b) in {group.members for group in place.now(one).groups}
    assert "Take the pin away first." in place.presses(one, "forbid", a=a, b=b).text
    assert "Undone." in place.presses(one, "free", a=a, b=b).text
    page = place.presses(one, "forbid", a=a, b=b).text
    assert "They are not told." in page
    assert ">Ask everybody<" not in page  # the pairs are those of before
    assert "2 pairs have changed" in place.presses(one, "solve").text
    assert (a, b) not in {group.members for group in place.now(one).groups}


@pytest.mark.parametrize(
    ("who", "says"),
    [
        (lambda all: (all[0], all[0]), "twice the same person"),
        (lambda all: (all[0], 9999), "That member is none any more"),
        (lambda all: (all[2], all[3]), "cannot be brought together"),
    ],
)
def test_an_impossible_pin_is_refused_with_a_sentence_and_changes_nothing(
    place: InRounds, who: Any, says: str
) -> None:
    place.sends(place.all[2], c.KeepApart(member=place.all[2], other=place.all[3]))
    one = place.begins()
    a, b = who(place.all)
    answer = place.presses(one, "pin", a=a, b=b)
    assert answer.status_code == 409
    assert says in answer.text
    assert place.now(one) == one


def test_asking_sends_a_letter_to_each_and_a_second_round_of_the_kind_waits(
    place: InRounds,
) -> None:
    one, other = place.begins(), place.begins(name="Another")
    assert "Everybody is asked, each alone." in place.presses(one, "ask").text
    assert place.circle.letters(f"member/{place.all[0]}") == ["pair"]
    answer = place.presses(other, "ask")
    assert (answer.status_code, "Another round of this kind" in answer.text) == (409, True)
    assert place.now(other).state == "draft"


def test_a_no_cannot_be_told_from_silence_on_any_page_of_a_host(place: InRounds) -> None:
    one = place.begins()
    place.presses(one, "ask")
    before = [place.sees(one), place.browser.get("/community/rounds").text]
    group = place.now(one).groups[0]
    no = c.AnswerPair(member=group.members[0], round=one.id, group=group.no, yes=False)
    place.circle.asks(no)
    assert [place.sees(one), place.browser.get("/community/rounds").text] == before


def test_a_host_sees_who_has_met_never_by_whom(place: InRounds) -> None:
    one = place.begins()
    place.presses(one, "ask")
    place.everybody_says_yes(one)
    assert "None has met yet" in place.sees(one)
    group = place.now(one).groups[0]
    assert group.introduction is not None
    met = c.AnswerCheckIn(member=group.members[1], introduction=group.introduction, said="met")
    place.circle.asks(met)
    page = words(place.sees(one))
    assert "1 of 2 have met" in page
    assert "They have met." in page


def test_with_an_employer_no_pair_is_shown_and_few_are_not_counted(place: InRounds) -> None:
    place.circle.is_a("employer")
    one = place.begins()
    place.presses(one, "ask")
    page = words(place.sees(one))
    assert not [name for name in NAMES if name in page]
    place.everybody_says_yes(one)
    for path in ("/community/rounds", f"/community/rounds/{one.id}"):
        page = words(place.browser.get(path).text)
        assert "Fewer than five, so no number is told" in page
        assert not re.search(r"\d of \d|None has met", page)


def test_with_an_employer_the_number_of_five_pairs_is_told(place: InRounds) -> None:
    place.circle.is_a("employer")
    for no in range(6):
        place.circle.joins(f"Member {no}", consents=("meet",))
    one = place.begins()
    place.presses(one, "ask")
    place.everybody_says_yes(one)
    page = words(place.sees(one))
    assert "None has met yet" in page
    assert "You see the number alone." in page


def test_a_round_that_takes_too_long_keeps_what_was_found(place: InRounds) -> None:
    one = place.begins()
    solver = place.circle.site.rounds._solver
    assert isinstance(solver, InThisProcess)
    solver.is_slow = True
    answer = place.presses(one, "solve")
    assert (answer.status_code, "It took too long" in answer.text) == (409, True)
    assert place.now(one).groups == one.groups


def test_without_anybody_to_pair_the_page_says_what_is_needed(circle: Circle) -> None:
    _, browser = circle.hosts()
    answer = browser.post("/community/rounds", data=NEW, **POST)
    page = browser.get(answer.location).text
    assert "Members have to agree to meet somebody" in page
    assert ">Ask everybody<" not in page


def test_a_draft_is_changed_and_thrown_away_without_a_word_to_anybody(place: InRounds) -> None:
    one = place.begins()
    changed = {**NEW, "name": "Winter", "weeks": "4"}
    place.presses(one, "change", **changed)
    assert (place.now(one).name, place.now(one).weeks) == ("Winter", 4)
    assert "Nobody was asked." in place.presses(one, "end").text
    assert not place.rounds
    assert place.browser.get(f"/community/rounds/{one.id}").status_code == 404


@pytest.mark.parametrize("wrong", [{"kind": "guessed"}, {"weeks": "0"}, {"limit": "many"}])
def test_what_no_form_sends_is_a_bad_request(place: InRounds, wrong: dict[str, str]) -> None:
    answer = place.browser.post("/community/rounds", data={**NEW, **wrong}, **POST)
    assert answer.status_code == 400
    assert not place.rounds


def test_a_round_without_a_name_is_refused_and_nothing_is_prepared(place: InRounds) -> None:
    answer = place.browser.post("/community/rounds", data={**NEW, "name": "  "}, **POST)
    assert (answer.status_code, "give the round a name" in answer.text) == (422, True)
    assert not place.rounds


def test_what_is_switched_off_is_on_no_page(place: InRounds) -> None:
    place.circle.asks(c.SwitchFeature(feature="rounds", on=False), Role.OWNER)
    assert "/community/rounds" not in place.browser.get("/community/members").text
    answer = place.browser.post("/community/rounds", data=NEW, **POST)
    assert "switched off" in answer.text
    assert not place.rounds


def test_only_hosts_pass(place: InRounds) -> None:
    one = place.begins()
    member: FlaskClient = place.circle.browser(place.all[0])
    for path in ("/community/rounds", f"/community/rounds/{one.id}"):
        assert member.get(path).status_code == 403
        assert member.post(path, data={"do": "ask"}, **POST).status_code == 403
