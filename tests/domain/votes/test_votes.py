"""Dots and thumbs: the same number for everybody, and nothing follows by itself."""

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.topics import next_topic
from fishbowl.domain.session.rules.votes import (
    last_thumbs,
    last_vote,
    open_thumbs,
    open_vote,
    suggested_way,
)
from fishbowl.domain.session.rules.wall import RESULT_MS
from tests.domain.votes.voting_room import TITLES, people, three_topics_up
from tests.support.refusals import already, refused
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    return three_topics_up()


def next_title(room: Room) -> str | None:
    topic = next_topic(room.session)
    return None if topic is None else room.session.topics[topic].title


def test_a_vote_needs_two_topics():
    room = Room()
    room.facilitator.starts()
    room.facilitator.begins_topic("Pay")
    with refused(room, "too_few_topics", least=2):
        room.facilitator.opens_vote()


def test_dots_are_counted_and_ranked(room: Room):
    amira, kofi, noor = people(room)
    room.facilitator.opens_vote()
    amira.puts_dots("Trust", 2)
    kofi.puts_dots("Trust", 1)
    noor.puts_dots("Pay", 1)
    assert room.dots == {"Trust": 3, "Pay": 1}
    assert next_title(room) == "Trust"


def test_nobody_has_more_dots_than_the_others(room: Room):
    amira, *_ = people(room)
    room.facilitator.opens_vote(dots=3)
    amira.puts_dots("Trust", 2)
    amira.puts_dots("Pay", 1)
    with refused(room, "limit_reached", most=3):
        amira.puts_dots("Leaving", 1)
    with refused(room, "limit_reached", most=3):
        amira.puts_dots("Trust", 3)


def test_dots_can_be_moved_while_the_vote_is_open(room: Room):
    amira, *_ = people(room)
    room.facilitator.opens_vote(dots=3)
    amira.puts_dots("Trust", 3)
    amira.puts_dots("Trust", 0)
    amira.puts_dots("Pay", 3)
    assert room.dots == {"Pay": 3}
    with already(room):
        amira.puts_dots("Pay", 3)
    room.facilitator.closes_vote()
    with refused(room, "vote_over"):
        amira.puts_dots("Pay", 0)
    assert room.dots == {"Pay": 3}


def test_a_vote_is_shown_on_the_wall_until_the_talk_goes_on(room: Room):
    room.facilitator.opens_vote()
    assert room.session.wall.what == "topics"
    room.facilitator.closes_vote()
    assert room.session.wall.what == "topics"
    room.wait(seconds=RESULT_MS / 1000)
    assert room.session.wall.what == "topics", "nobody has gone on"
    room.facilitator.begins_topic("Trust")
    assert room.session.wall.what == "bowl"


def test_two_facilitators_open_one_vote(room: Room):
    room.facilitator.opens_vote()
    with already(room):
        room.facilitator.opens_vote()
    room.facilitator.closes_vote()
    with already(room):
        room.facilitator.closes_vote()


def test_the_talk_goes_on_by_the_votes_of_the_room(room: Room):
    amira, kofi, _ = people(room)
    room.facilitator.opens_vote()
    amira.puts_dots("Leaving", 3)
    kofi.puts_dots("Trust", 2)
    room.facilitator.closes_vote()
    order = []
    while (title := next_title(room)) is not None:
        room.facilitator.begins_topic(title)
        order.append(title)
    assert order == ["Leaving", "Trust", "Pay"]


def test_merged_topics_have_the_votes_of_both(room: Room):
    amira, kofi, noor = people(room)
    room.facilitator.opens_vote()
    amira.puts_dots("Pay", 2)
    amira.puts_dots("Trust", 1)
    kofi.puts_dots("Trust", 3)
    merged = room.facilitator.merges_topics("Trust", into="Pay")
    assert room.dots == {"Pay": 6}
    noor.puts_dots("Trust", 1)  # the phone had not heard of it
    assert room.dots == {"Pay": 7}
    with refused(room, "limit_reached", most=3):
        amira.puts_dots("Leaving", 1)
    room.facilitator.undoes(merged)
    assert room.dots == {"Pay": 3, "Trust": 4}


def test_who_changes_dots_after_a_merge_has_them_once(room: Room):
    amira, *_ = people(room)
    room.facilitator.opens_vote(dots=3)
    amira.puts_dots("Pay", 1)
    amira.puts_dots("Trust", 2)
    room.facilitator.merges_topics("Trust", into="Pay")
    amira.puts_dots("Pay", 2)
    amira.puts_dots("Leaving", 1)
    assert room.dots == {"Pay": 2, "Leaving": 1}


def test_dots_on_a_topic_that_is_taken_down_can_be_given_again(room: Room):
    amira, *_ = people(room)
    room.facilitator.opens_vote(dots=3)
    amira.puts_dots("Pay", 3)
    parked = room.facilitator.parks("Pay")
    with refused(room, "topic_not_up"):
        amira.puts_dots("Pay", 1)
    assert room.dots == {}
    amira.puts_dots("Trust", 3)
    room.facilitator.undoes(parked)
    assert room.dots == {"Trust": 3}


def test_closing_a_vote_can_be_undone_while_there_is_no_other(room: Room):
    amira, *_ = people(room)
    room.facilitator.opens_vote()
    closed = room.facilitator.closes_vote()
    room.facilitator.undoes(closed)
    amira.puts_dots("Pay", 1)
    closed = room.facilitator.closes_vote()
    room.facilitator.opens_vote()
    with refused(room, "undo_overtaken", part="vote"):
        room.facilitator.undoes(closed)


def test_a_vote_ends_with_the_session(room: Room):
    room.facilitator.opens_vote()
    closed = room.facilitator.closes()
    assert all(vote.closed_at_ms for vote in room.session.votes.values())
    room.facilitator.undoes(closed)
    assert not any(vote.closed_at_ms for vote in room.session.votes.values())


def test_thumbs_are_about_the_current_topic(room: Room):
    room.facilitator.begins_topic("Pay")
    with refused(room, "topic_not_current"):
        room.facilitator.asks_for_thumbs("Trust")
    room.facilitator.asks_for_thumbs("Pay")
    with already(room):
        room.facilitator.asks_for_thumbs("Pay")


@pytest.mark.parametrize(
    ("ways", "suggested"),
    [
        (("go_on", "go_on", "move_on"), "go_on"),
        (("go_on", "move_on", "move_on"), "move_on"),
        (("go_on", "move_on"), "move_on"),
        ((), "move_on"),
    ],
)
def test_the_room_says_which_way_and_nothing_happens(room: Room, ways: tuple, suggested: str):
    room.facilitator.begins_topic("Pay")
    room.facilitator.asks_for_thumbs("Pay")
    for phone, way in zip(people(room), ways, strict=False):
        phone.thumb(way)
    room.facilitator.closes_thumbs()
    thumbs = last_thumbs(room.session)
    assert thumbs is not None
    assert suggested_way(thumbs) == suggested
    assert room.topic("Pay").state == "current"


def test_a_thumb_can_be_turned_while_they_are_up(room: Room):
    amira, *_ = people(room)
    room.facilitator.begins_topic("Pay")
    room.facilitator.asks_for_thumbs("Pay")
    amira.thumb("go_on")
    with already(room):
        amira.thumb("go_on")
    amira.thumb("move_on")
    room.facilitator.closes_thumbs()
    with refused(room, "vote_over"):
        amira.thumb("go_on")


def test_thumbs_come_down_when_the_talk_goes_on(room: Room):
    room.facilitator.begins_topic("Pay")
    room.facilitator.asks_for_thumbs("Pay")
    begun = room.facilitator.begins_topic("Trust")
    thumbs = last_thumbs(room.session)
    assert thumbs is not None
    assert thumbs.closed_at_ms is not None
    room.facilitator.undoes(begun)
    room.facilitator.closes_thumbs()


def test_thumbs_do_not_come_back_for_another_topic(room: Room):
    room.facilitator.begins_topic("Pay")
    room.facilitator.asks_for_thumbs("Pay")
    closed = room.facilitator.closes_thumbs()
    room.facilitator.begins_topic("Trust")
    with refused(room, "undo_overtaken", part="agenda"):
        room.facilitator.undoes(closed)


def test_a_vote_with_a_length_closes_by_itself_and_keeps_its_dots(room: Room):
    amira, *_ = people(room)
    room.facilitator.opens_vote(minutes=2)
    amira.puts_dots("Trust", 2)
    room.wait(minutes=1.9)
    assert open_vote(room.session) is not None
    room.wait(minutes=0.1)
    assert open_vote(room.session) is None
    assert room.dots == {"Trust": 2}


def test_a_vote_without_a_length_stays_open(room: Room):
    room.facilitator.opens_vote()
    room.wait(minutes=60)
    assert open_vote(room.session) is not None


def test_a_vote_runs_on_before_the_start_and_in_a_pause():
    room = Room()
    (amira,) = room.joins("Amira")
    for title in TITLES:
        amira.suggests(title)
        room.facilitator.puts_up(title)
    room.facilitator.opens_vote(minutes=1)
    room.wait(minutes=1)
    assert open_vote(room.session) is None
    room.facilitator.starts()
    room.facilitator.pauses()
    room.facilitator.opens_vote(minutes=1)
    room.wait(minutes=1)
    assert open_vote(room.session) is None


def test_time_closes_no_vote_before_its_end(room: Room):
    room.facilitator.opens_vote(minutes=2)
    vote = last_vote(room.session)
    assert vote is not None
    with refused(room, "not_running"):
        room.sends(c.CloseVote(vote=vote.id), role=Role.TIME)
    room.facilitator.closes_vote()
    assert open_vote(room.session) is None


def test_thumbs_with_a_length_come_down_by_themselves(room: Room):
    room.facilitator.begins_topic("Pay")
    room.facilitator.asks_for_thumbs("Pay", minutes=1)
    people(room)[0].thumb("move_on")
    room.wait(minutes=1)
    assert open_thumbs(room.session) is None
    thumbs = last_thumbs(room.session)
    assert thumbs is not None
    assert suggested_way(thumbs) == "move_on"


def test_what_is_asked_again_by_undo_is_not_followed_by_what_was_asked_later(room: Room):
    room.facilitator.begins_topic("Pay")
    for asks, closes, part in (
        (room.facilitator.opens_vote, room.facilitator.closes_vote, "vote"),
        (lambda: room.facilitator.asks_for_thumbs("Pay"), room.facilitator.closes_thumbs, "thumbs"),
    ):
        asks()
        closed = closes()
        later = room.facilitator.undoes(asks())
        room.facilitator.undoes(closed)
        with refused(room, "undo_overtaken", part=part):
            room.facilitator.undoes(later)
        closes()
