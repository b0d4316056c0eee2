"""Whom a question goes to, what of them is shown, and which kept answers it finds."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands import ASKED_MAX
from fishbowl.domain.community.ids import MemberId
from fishbowl.matching.asking import Whom, kept_answers, whom_to_ask
from fishbowl.services.asking import Asking
from tests.support.community import People

KEYS = "How do you hand over the keys of a house?"


class Circle(People):
    """Amira asks; the others agree to be asked."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.amira = self.joins("Amira")
        self.others = [self.joins(name) for name in names]
        for one in self.others:
            self.agrees(one, "answer")

    def whom(self, question: str = KEYS) -> Whom:
        return whom_to_ask(self.state, self.member(self.amira), question, self.now_ms)

    def shares(self, member: MemberId, words: str, **fields: object) -> None:
        self.offers(member, words, **{"is_shared": True, **fields})

    def ticks(self, member: MemberId, *topics: str) -> None:
        self.links(member)
        self.does(member, c.TickTopics(member=member, code="WAVE47", topics=topics))


def test_who_shares_an_offer_near_the_question_is_found_and_no_other_line_of_theirs():
    circle = Circle("Jonas", "Mei")
    jonas, mei = circle.others
    circle.shares(jonas, "A checklist for handing over house keys", is_named=True)
    circle.shares(jonas, "Tuning a harpsichord")
    circle.shares(mei, "Reading a budget")
    found = circle.whom()
    assert [(one.member, one.words, one.is_named) for one in found.hits] == [
        (jonas, "A checklist for handing over house keys", True)
    ]
    assert (found.to, found.is_near) == ((jonas,), True)


def test_needs_private_lines_and_lines_that_have_ended_are_not_read():
    circle = Circle("Jonas", "Mei", "Kofi")
    jonas, mei, kofi = circle.others
    circle.shares(jonas, "Handing over house keys", side="need")
    circle.shares(mei, "Handing over house keys", is_shared=False)
    circle.shares(kofi, "Handing over house keys")
    circle.now_ms += 100 * 24 * 60 * 60 * 1000  # nothing has ended it yet
    assert circle.whom().hits == ()


def test_who_ticked_a_topic_is_found_by_it():
    circle = Circle("Jonas")
    circle.ticks(circle.others[0], "Handing over house keys", "Money")
    (hit,) = circle.whom().hits
    assert (hit.why, hit.words, hit.is_named) == ("spoke", "Handing over house keys", True)


def test_who_does_not_agree_or_was_asked_enough_is_not_found():
    circle = Circle("Jonas", "Mei")
    jonas, mei = circle.others
    for one in (jonas, mei):
        circle.shares(one, "Handing over house keys")
    circle.agrees(jonas, "answer", False)
    assert circle.whom().to == (mei,)
    for _ in range(2):
        circle.asks(circle.amira, mei)
    assert circle.whom() == Whom()


def test_who_is_kept_apart_is_not_found_by_either():
    circle = Circle("Jonas", "Mei")
    jonas, mei = circle.others
    for one in (jonas, mei):
        circle.shares(one, "Handing over house keys")
    circle.does(circle.amira, c.KeepApart(member=circle.amira, other=jonas))
    circle.does(mei, c.KeepApart(member=mei, other=circle.amira))
    assert circle.whom() == Whom()


def test_a_name_that_somebody_never_wants_to_meet_does_not_tell_whose_offer_it_is():
    circle = Circle("Jonas", "Mei")
    for one in circle.others:
        circle.shares(one, "Handing over house keys")
    before = circle.whom()
    circle.does(circle.amira, c.KeepApart(member=circle.amira, label="Jonas"))
    assert circle.whom() == before
    circle.does(circle.others[1], c.KeepApart(member=circle.others[1], label="Amira"))
    assert circle.whom().to == (circle.others[0],)


def test_a_question_that_nobody_is_near_goes_to_who_was_asked_longest_ago():
    circle = Circle(*(f"No. {number}" for number in range(ASKED_MAX + 2)))
    circle.asks(circle.amira, circle.others[0])
    found = circle.whom("Tigrinya?")
    assert found.to == tuple(circle.others[1 : ASKED_MAX + 1])
    assert not found.is_near


def test_one_word_in_common_by_chance_is_near_but_no_hit():
    circle = Circle("Jonas")
    circle.shares(circle.others[0], "Painting a house in one weekend")
    found = circle.whom("Who translates house rules into Tigrinya?")
    assert (found.hits, found.is_near) == ((), True)


def test_kept_answers_are_found_by_their_words_and_by_the_question():
    circle = Circle("Jonas", "Mei")
    jonas, mei = circle.others
    keys = circle.asks(circle.amira, jonas, words="Who holds the keys of the cellar?")
    budget = circle.asks(circle.amira, mei, words="Who reads the budget?")
    first = circle.answers(jonas, keys, words="We changed the locks.", keep=True)
    circle.answers(mei, budget, words="The treasurer, with a checklist.", keep=True)
    for question in ("cellar keys", "locks"):
        assert [one.id for one in kept_answers(circle.state, question, "en")] == [first]
    assert kept_answers(circle.state, "harpsichord", "en") == []


def test_the_service_finds_the_same_and_keeps_nothing_of_lines_that_are_gone():
    circle = Circle("Jonas")
    circle.shares(circle.others[0], "Handing over house keys")
    asking = Asking(lambda function, *args: function(*args))
    member = circle.member(circle.amira)
    assert asking.whom(circle.state, member, KEYS, circle.now_ms) == circle.whom()
    assert ("Handing over house keys", "en") in asking._of_lines
    circle.does(circle.others[0], c.LeaveCommunity(member=circle.others[0]))
    asking.whom(circle.state, member, KEYS, circle.now_ms)
    assert not any("Handing" in text for text, _ in asking._of_lines)
