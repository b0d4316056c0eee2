"""Scenes of the outer ring: who does not sit in the bowl still takes part."""

from msgspec.structs import replace

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import subject
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.rules.topics import due_run_ms, next_topic
from fishbowl.views.console import console_view
from fishbowl.views.outer_ring import questions_slice, shown_slice, thumbs_slice
from fishbowl.views.phone import me_slice
from tests.support.erased import erased
from tests.support.refusals import refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


def the_room_with_topics(*titles: str) -> Room:
    """Somebody suggests, the facilitator puts up."""
    room = Room()
    room.facilitator.starts()
    (amira,) = room.joins("Amira")
    for title in titles:
        amira.suggests(title)
        room.facilitator.puts_up(title)
    return room


def test_the_room_chooses_and_the_talk_follows():
    """Three dots each; the rail shows them ranked; T and Enter begin what most would take up."""
    room = the_room_with_topics("Who gets to say no?", "Newcomers do the boring work", "Keys")
    amira = room.phone_of("Amira")
    kofi, ingrid = room.joins("Kofi", "Ingrid")
    room.facilitator.opens_vote(dots=3)
    amira.puts_dots("Newcomers do the boring work", 3)
    kofi.puts_dots("Newcomers do the boring work", 1)
    kofi.puts_dots("Keys", 2)
    ingrid.puts_dots("Who gets to say no?", 1)
    room.facilitator.closes_vote()
    assert next(iter(room.dots.items())) == ("Newcomers do the boring work", 4)
    begun = next_topic(room.session)
    assert begun is not None
    room.facilitator.begins_topic(room.session.topics[begun].title)
    assert room.topic("Newcomers do the boring work").state == "current"


def test_the_time_of_a_topic_is_up_and_the_room_says_go_on():
    """Nothing happens by itself: the console offers, the room answers, the facilitator decides."""
    room = the_room_with_topics("Pay")
    kofi, ingrid = room.joins("Kofi", "Ingrid")
    pay = room.topic("Pay").id
    room.facilitator.sends(c.BeginTopic(topic=pay, minutes=8))
    room.wait(minutes=9)
    assert due_run_ms(room.topic("Pay")) == 8 * 60_000
    assert room.topic("Pay").state == "current"
    room.facilitator.asks_for_thumbs("Pay")
    for phone in (room.phone_of("Amira"), kofi):
        phone.thumb("go_on")
    ingrid.thumb("move_on")
    assert thumbs_slice(room.session).go_on is None, "nobody follows the others"
    room.facilitator.closes_thumbs()
    told = thumbs_slice(room.session)
    assert (told.go_on, told.move_on, told.suggested) == (2, 1, "go_on")
    more = room.facilitator.sends(c.GiveTopicTime(topic=pay, minutes=5))
    assert due_run_ms(room.topic("Pay")) == 14 * 60_000
    assert thumbs_slice(room.session).thumbs == 0
    room.facilitator.undoes(more)
    assert thumbs_slice(room.session).suggested == "go_on"


def test_two_topics_that_are_one_are_taken_together():
    """Time and titles go along; renaming keeps the link; undo takes them apart again."""
    room = the_room_with_topics("Pay", "Money")
    room.facilitator.begins_topic("Money")
    room.wait(minutes=4)
    merged = room.facilitator.merges_topics("Money", into="Pay")
    assert room.topic("Pay").state == "current"
    room.wait(minutes=2)
    (shown,) = console_view(room.session, NOWHERE)["topics"].topics
    assert (shown.title, shown.merged, shown.ran_ms) == ("Pay", ("Money",), 4 * 60_000)
    with refused(room, "topic_merged"):
        room.facilitator.parks("Money")
    room.facilitator.undoes(merged)
    assert room.topic("Money").state == "current"
    assert room.topic("Money").spans == ((0, None),)


def test_a_topic_is_kept_for_later_and_begun_later():
    room = the_room_with_topics("Pay", "Trust")
    room.facilitator.begins_topic("Pay")
    room.wait(minutes=3)
    room.facilitator.parks("Pay")
    assert room.session.agenda.topic is None
    assert next_topic(room.session) == room.topic("Trust").id
    room.wait(minutes=1)
    room.facilitator.begins_topic("Pay")
    assert room.topic("Pay").spans == ((0, 3 * 60_000), (4 * 60_000, None))


def test_bastien_asks_in_writing_and_hears_what_became_of_it():
    """The criteria can be read before; who asked is told which one it was."""
    room = Room()
    room.facilitator.starts()
    bastien, noor = room.joins("Bastien", "Noor")
    bastien.puts_question("Why do only the loud ones get a chair here?")
    bastien.puts_question("Why is Jonas so loud?")
    assert questions_slice(room.session).questions == ()
    room.facilitator.sets_question_aside("Why is Jonas so loud?", "personal")
    room.facilitator.puts_up_question("Why do only the loud ones get a chair here?")
    noor.upvotes("Why do only the loud ones get a chair here?")
    mine = me_slice(room.session, bastien.person).questions
    assert [(q.state, q.why) for q in mine] == [("up", None), ("aside", "personal")]
    room.facilitator.shows_question("Why do only the loud ones get a chair here?")
    assert shown_slice(room.session).votes == 2


def test_who_is_forgotten_leaves_no_question_on_the_wall():
    room = Room()
    room.facilitator.starts()
    (bastien,) = room.joins("Bastien")
    bastien.puts_question("Who pays?")
    room.facilitator.shows_question("Who pays?")
    bastien.forgets()
    log = [replace(e, event=erased(e.event)) if subject(e) else e for e in room.log]
    session = fold(log)
    assert session is not None
    assert shown_slice(session).question is None
    assert questions_slice(session).questions == ()
    assert console_view(session, NOWHERE)["questions"].questions == ()
