"""What the simulated people talk about fits through the doors and belongs together."""

from random import Random

import pytest

from fishbowl.domain.community.commands import LABEL_MAX
from fishbowl.domain.community.commands.asks import ASK_WORDS_MAX
from fishbowl.domain.community.commands.offers import OFFER_MAX
from fishbowl.domain.kernel.words import clean
from fishbowl.domain.session.commands import TITLE_MAX, WORDS_MAX
from fishbowl.simulation.material import BANK, GENERAL, about, pick
from fishbowl.simulation.material.giving import SUBJECTS, answer_to

QUESTION_SHOWN = 140
EVERY = [*BANK, GENERAL]
THREADS = [thread for material in EVERY for thread in material.threads]
WORDS = [
    words
    for thread in THREADS
    for kind in ("new_point", "reply", "question")
    for words in thread.words(kind)
]


def test_there_is_enough_to_talk_about():
    assert len(BANK) >= 8
    assert len({thread.title for material in BANK for thread in material.threads}) >= 40


@pytest.mark.parametrize("material", BANK, ids=lambda material: material.event)
def test_a_question_can_be_read_from_the_last_row(material):
    assert 0 < len(material.question) <= QUESTION_SHOWN
    assert 0 < len(material.event) <= TITLE_MAX


def test_all_words_pass_the_door_as_they_are():
    for text in [*WORDS, *(thread.title for thread in THREADS)]:
        assert clean(text) == text
    assert max(map(len, WORDS)) <= WORDS_MAX
    assert max(len(thread.title) for thread in THREADS) <= TITLE_MAX


def test_titles_are_phrases_and_not_labels():
    assert all(len(thread.title.split()) >= 3 for thread in THREADS)


def test_every_kind_has_something_to_bring_to_every_thread():
    for thread in THREADS:
        assert thread.points
        assert thread.replies
        assert thread.questions


def test_a_thread_is_found_by_its_title():
    material = BANK[0]
    assert material.thread(material.threads[2].title) is material.threads[2]
    assert material.thread("something that somebody made up") is None
    assert material.thread(None) is None


def test_a_question_brings_its_own_material():
    for material in BANK:
        assert about(material.question) is material


def test_a_question_of_ones_own_brings_the_general_material():
    assert about("What about us?") is GENERAL


def test_the_same_seed_picks_the_same_question():
    assert pick(Random("a")) is pick(Random("a"))
    assert {pick(Random(str(seed))).question for seed in range(100)} == {m.question for m in BANK}


def test_what_people_give_and_look_for_fits_and_has_words_of_its_own():
    for one in SUBJECTS:
        for words, most in ((one.offer, OFFER_MAX), (one.need, OFFER_MAX), (one.topic, LABEL_MAX)):
            assert clean(words) == words
            assert len(words) <= most
        assert len(one.question) <= ASK_WORDS_MAX
        assert answer_to(one.question) == one.answer
    assert answer_to("Something else?") not in {one.answer for one in SUBJECTS}
    assert len({one.question for one in SUBJECTS}) == len(SUBJECTS)
