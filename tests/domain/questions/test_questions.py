"""Questions to the bowl: asked by anybody, moderated by criteria that everybody can read."""

import pytest

from fishbowl.domain.session import commands as c
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import Room

WORDS = "Who decides who gets a raise?"


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    room.joins("Amira", "Kofi")
    return room


@pytest.fixture
def amira(room: Room) -> Phone:
    return room.phone_of("Amira")


@pytest.fixture
def kofi(room: Room) -> Phone:
    return room.phone_of("Kofi")


def test_a_question_waits_for_the_facilitator(room: Room, amira: Phone, kofi: Phone):
    amira.puts_question(WORDS)
    assert room.question(WORDS).state == "waiting"
    with refused(room, "question_over"):
        kofi.upvotes(WORDS)
    room.facilitator.puts_up_question(WORDS)
    kofi.upvotes(WORDS)
    assert len(room.session.upvotes[room.question(WORDS).id]) == 1


def test_a_question_needs_words_and_comes_once(room: Room, amira: Phone):
    with refused(room, "words_needed", field="words"):
        amira.puts_question(" \u202e ")
    amira.puts_question(WORDS)
    with already(room):
        amira.puts_question(WORDS.upper())


def test_three_questions_of_one_person_may_wait(room: Room, amira: Phone):
    for number in range(3):
        amira.puts_question(f"{WORDS} {number}")
    with refused(room, "limit_reached", most=3):
        amira.puts_question(WORDS)
    room.facilitator.sets_question_aside(f"{WORDS} 0", "off_topic")
    amira.puts_question(WORDS)


def test_who_asked_is_told_why_a_question_was_set_aside(room: Room, amira: Phone):
    amira.puts_question(WORDS)
    aside = room.facilitator.sets_question_aside(WORDS, "personal")
    assert (room.question(WORDS).state, room.question(WORDS).why) == ("aside", "personal")
    room.facilitator.undoes(aside)
    assert (room.question(WORDS).state, room.question(WORDS).why) == ("waiting", None)


def test_everybody_stands_behind_a_question_once(room: Room, amira: Phone, kofi: Phone):
    amira.puts_question(WORDS)
    room.facilitator.puts_up_question(WORDS)
    with already(room):
        amira.upvotes(WORDS)  # one's own question counts for itself
    kofi.upvotes(WORDS)
    with already(room):
        kofi.upvotes(WORDS)
    kofi.upvotes(WORDS, on=False)
    assert not room.session.upvotes[room.question(WORDS).id]


def test_putting_up_can_be_undone_although_people_stand_behind_it(
    room: Room, amira: Phone, kofi: Phone
):
    amira.puts_question(WORDS)
    up = room.facilitator.puts_up_question(WORDS)
    kofi.upvotes(WORDS)
    room.facilitator.undoes(up)
    assert room.question(WORDS).state == "waiting"


def test_the_wall_shows_one_question_until_it_is_answered(room: Room, amira: Phone):
    amira.puts_question(WORDS)
    room.facilitator.shows_question(WORDS)  # one press from waiting to the wall
    assert room.question(WORDS).state == "up"
    assert room.session.shown.question == room.question(WORDS).id
    with already(room):
        room.facilitator.shows_question(WORDS)
    answered = room.facilitator.marks_answered(WORDS)
    assert room.session.shown.question is None
    room.facilitator.undoes(answered)
    assert room.session.shown.question == room.question(WORDS).id


def test_a_question_that_is_set_aside_leaves_the_wall(room: Room, amira: Phone):
    amira.puts_question(WORDS)
    room.facilitator.shows_question(WORDS)
    room.facilitator.sets_question_aside(WORDS, "said_already")
    assert room.session.shown.question is None
    with refused(room, "question_over"):
        room.facilitator.shows_question(WORDS)


def test_undo_does_not_show_what_is_no_longer_up(room: Room, amira: Phone):
    amira.puts_question(WORDS)
    up = room.facilitator.puts_up_question(WORDS)
    shown = room.facilitator.shows_question(WORDS)
    with refused(room, "undo_overtaken", part="shown"):
        room.facilitator.undoes(up)
    room.facilitator.undoes(shown)
    room.facilitator.undoes(up)


def test_whoever_asked_takes_a_question_back_and_its_votes_go_with_it(
    room: Room, amira: Phone, kofi: Phone
):
    amira.puts_question(WORDS)
    up = room.facilitator.puts_up_question(WORDS)
    kofi.upvotes(WORDS)
    question = room.question(WORDS).id
    taken = amira.takes_question_back(WORDS)
    assert not room.session.questions
    assert not room.session.upvotes
    with already(room):
        amira.sends(c.TakeBackQuestion(question=question))
    with refused(room, "question_unknown"):
        kofi.sends(c.UpvoteQuestion(question=question))
    with refused(room, "undo_overtaken", part="question"):
        room.facilitator.undoes(up)
    with refused(room, "nothing_to_undo"):
        room.facilitator.undoes(taken)
    amira.puts_question(WORDS)
    assert room.question(WORDS).state == "waiting"


@pytest.mark.parametrize("state", ["waiting", "aside"])
def test_what_nobody_has_seen_can_be_taken_back(room: Room, amira: Phone, state: str):
    amira.puts_question(WORDS)
    if state == "aside":
        room.facilitator.sets_question_aside(WORDS, "personal")
    amira.takes_question_back(WORDS)
    assert not room.session.questions


def test_what_the_bowl_has_got_stays_with_it(room: Room, amira: Phone, kofi: Phone):
    amira.puts_question(WORDS)
    room.facilitator.shows_question(WORDS)
    with refused(room, "question_taken_up"):
        amira.takes_question_back(WORDS)
    room.facilitator.marks_answered(WORDS)
    with refused(room, "question_taken_up"):
        amira.takes_question_back(WORDS)
    with refused(room, "not_yours"):
        kofi.takes_question_back(WORDS)


def test_an_unknown_question_is_refused(room: Room):
    with refused(room, "question_unknown"):
        room.facilitator.sends(c.PutUpQuestion(question=9_999))


def test_forgetting_leaves_no_words(room: Room, amira: Phone):
    (asked,) = amira.puts_question(WORDS)
    assert asked.event.erasable == ("words",)
