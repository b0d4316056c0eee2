"""Questions to members: who is asked, what they answer, and how long it stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands.asks import ASKED_MAX, ASKS_A_WEEK
from fishbowl.domain.community.ids import AnswerId, AskId, MemberId
from fishbowl.domain.community.rules import asks
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.roles import Role
from tests.domain.community.test_any_order import erased_log
from tests.support.community import People


class Asked(People):
    """Amira asks Jonas and Mei."""

    def __init__(self) -> None:
        super().__init__()
        self.amira, self.jonas, self.mei = (
            self.joins("Amira"), self.joins("Jonas"), self.joins("Mei-Lin")
        )  # fmt: skip
        for member in (self.jonas, self.mei):
            self.agrees(member, "answer")
        self.ask = self.asks(self.amira, self.jonas, self.mei)

    def waiting(self, member: MemberId) -> list[AskId]:
        return [one.id for one in asks.waiting_for(self.state, member, self.now_ms)]

    def erased(self) -> str:
        """The log after everything that erases; it still tells the state."""
        log = erased_log(self.log)
        assert COMMUNITY.fold(log) == self.state
        return repr(log)


def test_only_those_are_asked_who_agreed_and_not_who_asks():
    people = Asked()
    zoe = people.joins("Zoë")
    ask = people.asks(people.jonas, people.mei, zoe, people.jonas, people.amira)
    assert people.state.asks[ask].asked == (people.mei,)
    alone = c.AskCommunity(member=people.jonas, words="Who?", to=(zoe,))
    assert people.tries(alone, Role.MEMBER, people.jonas) == "nobody_to_ask"
    wordless = c.AskCommunity(member=people.jonas, words=" \u200b", to=(people.mei,))
    assert people.tries(wordless, Role.MEMBER, people.jonas) == "words_needed"


def test_a_member_is_asked_twice_a_week_at_most_by_everybody_together():
    people = Asked()
    people.asks(people.mei, people.jonas)
    third = c.AskCommunity(member=people.amira, words="Third?", to=(people.jonas, people.mei))
    people.does(people.amira, third)
    assert people.state.asks[AskId(people.state.seq)].asked == (people.mei,)
    assert len(people.state.asked_at[people.jonas]) == ASKS_A_WEEK
    people.waits(7)
    people.does(people.mei, c.AskCommunity(member=people.mei, words="Now?", to=(people.jonas,)))


def test_taking_a_question_back_does_not_make_room_for_another_one_this_week():
    people = Asked()
    for _ in range(2):
        people.does(people.amira, c.TakeBackAsk(member=people.amira, ask=people.ask))
        again = c.AskCommunity(member=people.amira, words="Again?", to=(people.jonas,))
        refused = people.tries(again, Role.MEMBER, people.amira)
        people.ask = AskId(people.state.seq)
    assert refused == "nobody_to_ask"


def test_a_member_has_few_open_questions():
    people = Asked()
    others = [people.joins(f"No. {number}") for number in range(asks.OPEN_MAX)]
    for one in others:
        people.agrees(one, "answer")
    for one in others[1:]:
        people.asks(people.amira, one)
    more = c.AskCommunity(member=people.amira, words="More?", to=(others[0],))
    assert people.tries(more, Role.MEMBER, people.amira) == "limit_reached"
    people.waits(14)
    people.does(people.amira, more)


def test_an_answer_reaches_who_asked_and_the_archive_only_if_it_may_be_kept():
    people = Asked()
    first = people.answers(people.jonas, people.ask)
    second = people.answers(people.mei, people.ask, keep=True, named=True)
    answers = people.state.asks[people.ask].answers
    assert [answers[one].words for one in (first, second)] == [
        "Two people, from the first week."
    ] * 2
    (kept,) = people.state.answers_kept.values()
    assert (kept.id, kept.question, kept.named) == (second, "Who holds keys?", True)
    assert people.waiting(people.jonas) == people.waiting(people.mei) == []


def test_an_answer_keeps_its_lines():
    people = Asked()
    answer = people.answers(people.jonas, people.ask, words="One.\n\n Two.\u202e ")
    assert people.state.asks[people.ask].answers[answer].words == "One.\nTwo."


def test_only_who_is_asked_answers_and_once():
    people = Asked()
    stranger = people.joins("Zoë")
    answer = c.AnswerAsk(member=stranger, ask=people.ask, words="I know.")
    assert people.tries(answer, Role.MEMBER, stranger) == "not_asked"
    people.answers(people.jonas, people.ask)
    again = c.AnswerAsk(member=people.jonas, ask=people.ask, words="More.")
    assert people.tries(again, Role.DOOR) == "already_answered"
    wordless = c.AnswerAsk(member=people.mei, ask=people.ask, words=" \n ")
    assert people.tries(wordless, Role.DOOR) == "words_needed"
    unknown = c.AnswerAsk(member=people.mei, ask=AskId(999), words="More.")
    assert people.tries(unknown, Role.DOOR) == "ask_over"


@given(st.lists(st.sampled_from(["pass", "wait 1", "wait 6"]), max_size=4))
def test_passing_is_like_silence_to_everybody_else(steps: list[str]):
    """What who asked and the others read is the same, on every day."""
    seen = []
    for is_silent in (True, False):
        people = Asked()
        told = []
        for step in steps:
            if step == "pass" and not is_silent:
                people.tries(c.PassAsk(member=people.jonas, ask=people.ask), Role.DOOR)
            elif step != "pass":
                people.waits(float(step[5:]))
            found = asks.asks_of(people.state, people.amira)
            told.append([(one.id, one.asked, one.answers, one.ended) for one in found])
            told.append(people.waiting(people.mei))
            told.append(
                [
                    asks.may_be_asked(people.state, people.amira, one, people.now_ms)
                    for one in (people.jonas, people.mei)
                ]
            )
        seen.append(told)
    assert seen[0] == seen[1]


def test_who_passes_is_asked_no_more_about_it():
    people = Asked()
    people.does(people.jonas, c.PassAsk(member=people.jonas, ask=people.ask))
    assert people.waiting(people.jonas) == []
    assert people.waiting(people.mei) == [people.ask]
    again = c.PassAsk(member=people.jonas, ask=people.ask)
    assert people.tries(again, Role.MEMBER, people.jonas) == "already_so"


def test_nothing_waits_for_who_does_not_agree_any_more():
    people = Asked()
    people.agrees(people.jonas, "answer", False)
    assert people.waiting(people.jonas) == []


def test_thanks_are_said_once_by_who_asked():
    people = Asked()
    answer = people.answers(people.jonas, people.ask)
    thanks = c.ThankFor(member=people.amira, ask=people.ask, answer=answer)
    people.does(people.amira, thanks)
    assert people.tries(thanks, Role.MEMBER, people.amira) == "already_so"
    ((_, given),) = asks.answers_of(people.state, people.jonas)
    assert given.thanked
    other = c.ThankFor(member=people.mei, ask=people.ask, answer=answer)
    assert people.tries(other, Role.MEMBER, people.mei) == "not_yours"
    gone = c.ThankFor(member=people.amira, ask=people.ask, answer=AnswerId(999))
    assert people.tries(gone, Role.MEMBER, people.amira) == "answer_over"


def test_a_question_that_nobody_answers_is_forgotten_after_two_weeks():
    people = Asked()
    people.waits(13)
    assert people.waiting(people.jonas) == [people.ask]
    people.waits(1)
    assert not people.state.asks
    assert "Who holds keys" not in people.erased()


def test_an_answered_question_ends_after_two_weeks_and_is_forgotten_after_a_year():
    people = Asked()
    people.answers(people.jonas, people.ask)
    early = c.EndAsk(ask=people.ask)
    assert people.tries(early, Role.TIME) == "not_due"
    people.waits(14)
    assert people.waiting(people.mei) == []
    late = c.AnswerAsk(member=people.mei, ask=people.ask, words="Late.")
    assert people.tries(late, Role.DOOR) == "ask_over"
    assert people.state.asks[people.ask].answers
    people.waits(365)
    assert not people.state.asks
    erased = people.erased()
    assert "Who holds keys" not in erased
    assert "Two people" not in erased


def test_an_answer_in_the_archive_stays_with_its_question_when_that_is_forgotten():
    people = Asked()
    answer = people.answers(people.jonas, people.ask, keep=True)
    people.waits(14)
    people.waits(365)
    assert not people.state.asks
    assert people.state.answers_kept[answer].question == "Who holds keys?"
    people.does(people.jonas, c.TakeBackAnswer(member=people.jonas, answer=answer))
    assert not people.state.answers_kept
    erased = people.erased()
    assert "Who holds keys" not in erased
    assert "Two people" not in erased


def test_who_takes_a_question_back_takes_it_out_of_the_archive_but_not_the_answer():
    people = Asked()
    answer = people.answers(people.jonas, people.ask, keep=True)
    private = people.answers(people.mei, people.ask, words="Between us: none.")
    people.does(people.amira, c.TakeBackAsk(member=people.amira, ask=people.ask))
    assert set(people.state.answers_kept) == {answer} != {private}
    assert people.state.answers_kept[answer].question == ""
    erased = people.erased()
    assert "Who holds keys" not in erased
    assert "Between us" not in erased
    assert "Two people" in erased


def test_a_host_hides_an_answer_of_the_archive_and_knows_of_no_other():
    people = Asked()
    kept = people.answers(people.jonas, people.ask, keep=True)
    private = people.answers(people.mei, people.ask)
    assert people.tries(c.HideAnswer(answer=private)) == "already_so"
    people.sends(c.HideAnswer(answer=kept))
    assert not people.state.answers_kept
    assert set(people.state.asks[people.ask].answers) == {private}


@pytest.mark.parametrize("keep", [False, True])
def test_only_the_author_takes_an_answer_back(keep: bool):
    people = Asked()
    answer = people.answers(people.jonas, people.ask, keep=keep)
    other = c.TakeBackAnswer(member=people.mei, answer=answer)
    assert people.tries(other, Role.MEMBER, people.mei) == "not_yours"
    mine = c.TakeBackAnswer(member=people.jonas, answer=answer)
    people.does(people.jonas, mine)
    assert not people.state.asks[people.ask].answers
    assert people.tries(mine, Role.MEMBER, people.jonas) == "already_so"
    assert "Two people" not in people.erased()


def test_nothing_stays_of_who_asked():
    people = Asked()
    kept = people.answers(people.jonas, people.ask, keep=True)
    people.answers(people.mei, people.ask, words="Between us: none.")
    people.does(people.amira, c.LeaveCommunity(member=people.amira))
    assert not people.state.asks
    assert people.state.answers_kept[kept].question == ""
    erased = people.erased()
    assert "Who holds keys" not in erased
    assert "Between us" not in erased


def test_nothing_stays_of_who_asked_when_only_the_archive_still_holds_it():
    people = Asked()
    kept = people.answers(people.jonas, people.ask, keep=True)
    people.waits(14)
    people.waits(365)
    people.does(people.amira, c.LeaveCommunity(member=people.amira))
    assert people.state.answers_kept[kept].asker == 0
    assert people.state.answers_kept[kept].question == ""
    assert "Who holds keys" not in people.erased()


def test_nothing_stays_of_who_answered():
    people = Asked()
    people.answers(people.jonas, people.ask, keep=True, named=True)
    people.does(people.jonas, c.LeaveCommunity(member=people.jonas))
    ask = people.state.asks[people.ask]
    assert (ask.asked, len(ask.answers)) == ((people.mei,), 0)
    assert not people.state.answers_kept
    assert people.jonas not in people.state.asked_at
    assert "Two people" not in people.erased()


def test_a_question_that_only_an_answer_in_the_archive_holds_goes_with_who_gave_it():
    people = Asked()
    people.answers(people.jonas, people.ask, keep=True)
    people.waits(14)
    people.waits(365)
    people.does(people.jonas, c.LeaveCommunity(member=people.jonas))
    erased = people.erased()
    assert "Two people" not in erased
    assert "Who holds keys" not in erased


def test_nobody_is_asked_when_a_host_has_switched_it_off():
    people = Asked()
    people.sends(c.SwitchFeature(feature="ask", on=False))
    more = c.AskCommunity(member=people.amira, words="More?", to=(people.jonas,))
    assert people.tries(more, Role.MEMBER, people.amira) == "switched_off"
    people.answers(people.jonas, people.ask)


def test_a_question_goes_to_the_nearest_few_who_may_be_asked():
    people = Asked()
    others = [people.joins(f"No. {number}") for number in range(ASKED_MAX + 2)]
    for one in others[1:]:
        people.agrees(one, "answer")
    ask = people.asks(people.amira, *others)
    assert people.state.asks[ask].asked == tuple(others[1 : ASKED_MAX + 1])
