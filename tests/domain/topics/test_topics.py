"""Rules of topics: anyone may suggest, the facilitator decides."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide.topics import SUGGESTIONS_EACH
from tests.support.refusals import already, refused
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    return room


def test_a_topic_gets_its_title_and_its_time(room: Room):
    room.facilitator.begins_topic("Pay")
    room.wait(minutes=5)
    room.facilitator.begins_topic("Trust")
    room.wait(minutes=2)
    room.facilitator.begins_topic("Pay")
    room.wait(minutes=1)
    room.facilitator.sends(c.EndTopic(topic=room.topic("Pay").id))
    minute = 60_000
    assert room.topic("Pay").spans == ((0, 5 * minute), (7 * minute, 8 * minute))
    assert room.topic("Trust").spans == ((5 * minute, 7 * minute),)
    assert room.session.agenda.topic is None


def test_beginning_and_ending_twice_is_once(room: Room):
    room.facilitator.begins_topic("Pay")
    with already(room):
        room.facilitator.begins_topic("Pay")
    end = c.EndTopic(topic=room.topic("Pay").id)
    room.facilitator.sends(end)
    with already(room):
        room.facilitator.sends(end)


def test_a_topic_needs_a_title(room: Room):
    (amira,) = room.joins("Amira")
    room.facilitator.begins_topic("Pay")
    pay = room.topic("Pay").id
    with refused(room, "words_needed", field="title"):
        room.facilitator.sends(c.BeginTopic())
    with refused(room, "words_needed", field="title"):
        room.facilitator.sends(c.RenameTopic(topic=pay, title="\u200b"))
    with refused(room, "words_needed", field="title"):
        amira.suggests(" ")


def test_a_suggestion_is_put_up_or_set_aside(room: Room):
    (amira,) = room.joins("Amira")
    amira.suggests("Pay")
    assert room.topic("Pay").state == "suggested"
    room.facilitator.puts_up("Pay")
    assert room.topic("Pay").state == "up"
    with already(room):
        room.facilitator.puts_up("Pay")
    aside = c.SetAsideTopic(topic=room.topic("Pay").id)
    room.facilitator.sends(aside)
    with already(room):
        room.facilitator.sends(aside)
    room.facilitator.puts_up("Pay")


def test_setting_the_current_topic_aside_ends_it(room: Room):
    room.facilitator.begins_topic("Pay")
    room.wait(minutes=1)
    room.facilitator.sends(c.SetAsideTopic(topic=room.topic("Pay").id))
    assert room.session.agenda.topic is None
    assert (room.topic("Pay").state, room.topic("Pay").spans) == ("aside", ((0, 60_000),))


def test_a_suggestion_can_become_the_topic_at_once(room: Room):
    (amira,) = room.joins("Amira")
    amira.suggests("Pay")
    room.facilitator.begins_topic("Pay")
    assert room.session.agenda.topic == room.topic("Pay").id


def test_one_person_suggests_a_few_things_once_each(room: Room):
    (amira,) = room.joins("Amira")
    for n in range(SUGGESTIONS_EACH):
        amira.suggests(f"Pay {n}")
    with already(room):
        amira.suggests("PAY 1")
    with refused(room, "limit_reached", most=SUGGESTIONS_EACH):
        amira.suggests("One more")
    room.facilitator.puts_up("Pay 0")
    amira.suggests("One more")


def test_renaming_keeps_everything_linked(room: Room):
    (amira,) = room.joins("Amira")
    amira.suggests("Pai")
    topic = room.topic("Pai").id
    renamed = room.facilitator.sends(c.RenameTopic(topic=topic, title="Pay"))[0].event
    assert renamed.person == amira.person, "it stays her suggestion"
    assert room.topic("Pay").id == topic
    with already(room):
        room.facilitator.sends(c.RenameTopic(topic=topic, title="Pay"))


def test_unknown_topics_are_said_to_be_unknown(room: Room):
    for kind in (c.PutUpTopic, c.SetAsideTopic, c.BeginTopic, c.EndTopic):
        with refused(room, "topic_unknown"):
            room.facilitator.sends(kind(topic=9_999))
    with refused(room, "topic_unknown"):
        room.facilitator.sends(c.RenameTopic(topic=9_999, title="Pay"))


def test_a_typing_error_in_a_topic_can_be_undone_though_somebody_asked_meanwhile(room: Room):
    begun = room.facilitator.begins_topic("Pai")
    room.asks("Amira")
    room.facilitator.undoes(begun)
    assert room.session.agenda.topic is None
    assert room.queue == ["Amira"]
