"""What an offer and a need have in common."""

import pytest

from fishbowl.domain.kernel.ids import Millis
from fishbowl.matching.lines import Line
from fishbowl.matching.scoring import YEAR_MS, Scores

NOW = Millis(0)


def line(id: int, side: str, words: str, *, member: int = 0, **fields) -> Line:
    fields.setdefault("language", "en")
    return Line(id=id, member=member or id, side=side, words=words, **fields)


def offers_for(need: Line, *others: Line, now_ms: int = 0, may_meet=lambda a, b: True):
    scores = Scores((need, *others), Millis(now_ms))
    return [one.offer.id for one in scores.candidates(need, may_meet)]


NEED = line(1, "need", "Who explains bookkeeping to a new treasurer?")
OFFER = line(2, "offer", "I was treasurer for ten years and teach bookkeeping.")


def test_two_people_of_a_small_community_find_each_other():
    assert offers_for(NEED, OFFER) == [2]


def test_nobody_is_suggested_their_own_offer():
    own = line(2, "offer", OFFER.words, member=NEED.member)
    assert offers_for(NEED, own) == []


def test_another_need_is_no_answer():
    assert offers_for(NEED, line(2, "need", OFFER.words)) == []


def test_polite_words_are_nothing_in_common():
    need = line(1, "need", "I am looking for somebody who would like to help us with juggling.")
    offer = line(2, "offer", "I would like to help somebody who is looking for a printer.")
    assert offers_for(need, offer) == []


def test_a_word_that_everybody_uses_counts_little():
    need = line(1, "need", "Printing the badges of the congress")
    rest = [line(10 + no, "offer", f"A guest bed for the congress, street {no}") for no in range(9)]
    badges = line(2, "offer", "I print badges for any congress.")
    assert offers_for(need, badges, *rest) == [2]


def test_a_compound_finds_the_word_in_it():
    need = line(1, "need", "Für die Satzungsänderung fehlt die Mehrheit.", language="de")
    offer = line(2, "offer", "Satzung neu geschrieben, mit Mehrheit.", language="de")
    assert offers_for(need, offer) == [2]


def test_a_slip_of_the_finger_is_forgiven():
    need = line(1, "need", "bookkeping for a tresurer")
    assert offers_for(need, OFFER) == [2]


def test_who_may_not_meet_takes_nobodys_place():
    others = [line(no, "offer", OFFER.words) for no in range(2, 7)]
    assert len(offers_for(NEED, *others)) == 3
    declined = lambda need, offer: offer.id not in (2, 3)  # noqa: E731
    assert offers_for(NEED, *others, may_meet=declined) == [4, 5, 6]


def test_the_newer_of_two_equal_offers_comes_first():
    old, new = (
        line(id, "offer", OFFER.words, told_at_ms=at_ms) for id, at_ms in ((2, 0), (3, YEAR_MS))
    )
    assert offers_for(NEED, old, new, now_ms=YEAR_MS) == [3, 2]


def test_who_heard_the_same_topic_comes_first():
    need = line(1, "need", NEED.words, heard=("Money for small clubs",))
    other = line(2, "offer", OFFER.words, heard=("Gardens",))
    same = line(3, "offer", OFFER.words, heard=("Money for small clubs!",))
    assert offers_for(need, other, same) == [3, 2]


def test_two_who_read_different_languages_have_to_have_more_in_common():
    here = line(2, "offer", "COBOL programmer")
    there = line(2, "offer", "COBOL programmer", language="fi")
    need = line(1, "need", "COBOL programmer")
    assert Scores((need, here), NOW).candidates(need, _anybody)[0].score > (
        Scores((need, there), NOW).candidates(need, _anybody)[0].score
    )


def _anybody(need: Line, offer: Line) -> bool:
    return True


@pytest.mark.parametrize("words", ["", "?!", "🙂", '" OR *', "a", "と"])
def test_any_text_is_valid(words):
    assert offers_for(line(1, "need", words), OFFER, line(3, "offer", words)) in ([], [3])


def test_the_topic_of_both_is_told():
    need = line(1, "need", NEED.words, topic="Treasurers")
    offer = line(2, "offer", OFFER.words, topic="treasurers")
    (found,) = Scores((need, offer), NOW).candidates(need, _anybody)
    assert found.topic == "treasurers"
