"""What stays open after the end: commitments and actions are closed, opened again and moved."""

from fishbowl.domain.session import commands as c
from fishbowl.views.console import console_view
from fishbowl.views.phone import me_slice
from tests.domain.takeaways.keeping import elsewhere, keeps
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


def test_items_are_closed_with_a_word_and_opened_again(room: Room, amira: Phone):
    room.facilitator.sends(c.AddNote(kind="action", words="Write the guide", due="2026-12-01"))
    note = min(room.session.notes)
    keeps(amira, "I call them.", kind="will", shared=True)
    room.facilitator.closes()
    closed = room.facilitator.sends(c.CloseItem(item=note, words="Done in May."))
    view = console_view(room.session, NOWHERE)["open_items"]
    assert [(i.kind, i.closed, i.end) for i in view.items] == [  # type: ignore[attr-defined]
        ("commitment", False, ""),
        ("action", True, "Done in May."),
    ]
    room.facilitator.undoes(closed)
    assert not room.session.items
    room.facilitator.sends(c.CloseItem(item=note))
    room.facilitator.sends(c.ReopenItem(item=note))
    with already(room):
        room.facilitator.sends(c.ReopenItem(item=note))


def test_everybody_closes_their_own_commitment_and_nobody_elses(room: Room, amira: Phone):
    keeps(amira, "I call them.", kind="will")
    item = min(room.session.takeaways)
    kofi = room.phone_of("Kofi")
    room.facilitator.sends(c.AddNote(kind="action", words="Write the guide"))
    room.facilitator.closes()
    with refused(room, "item_unknown"):
        room.facilitator.sends(c.CloseItem(item=item))
    for other in (item, min(room.session.notes)):
        with refused(room, "not_yours"):
            kofi.sends(c.CloseItem(item=other))
    amira.sends(c.CloseItem(item=item, words="I did."))
    (mine,) = me_slice(room.session, amira.person).takeaways
    assert (mine.closed, mine.end) == (True, "I did.")
    assert "I did." not in elsewhere(room)


def test_whoever_has_an_action_closes_it_and_nobody_else_does(room: Room, amira: Phone):
    room.facilitator.sends(c.AddNote(kind="action", words="Write the guide", person=amira.person))
    item = min(room.session.notes)
    room.facilitator.closes()
    for command in (c.CloseItem(item=item), c.MoveItem(item=item, due="2026-12-09")):
        with refused(room, "not_yours"):
            room.phone_of("Kofi").sends(command)
    amira.sends(c.CloseItem(item=item))
    assert item in room.session.items


def test_a_commitment_or_an_action_moves_to_another_day_also_after_it_was_published(
    room: Room, amira: Phone
):
    keeps(amira, "I call them.", kind="will", shared=True, due="2026-12-01")
    room.facilitator.sends(c.AddNote(kind="action", words="Write the guide", person=amira.person))
    promise, action = min(room.session.takeaways), min(room.session.notes)
    room.facilitator.closes()
    room.facilitator.sends(c.PublishSummary())
    for item in (promise, action):
        amira.sends(c.MoveItem(item=item, due="2026-12-09"))
        with already(room):
            amira.sends(c.MoveItem(item=item, due="2026-12-09"))
        for wrong in ("", "soon", "2026-02-31"):
            with refused(room, "bad_date"):
                amira.sends(c.MoveItem(item=item, due=wrong))
    takeaway = room.session.takeaways[promise]
    assert (takeaway.words, takeaway.due) == ("I call them.", "2026-12-09")
    assert room.session.notes[action].due == "2026-12-09"


def test_what_is_no_promise_has_no_day_to_be_moved(room: Room, amira: Phone):
    keeps(amira, "I offer time.", kind="offer")
    with refused(room, "item_unknown"):
        amira.sends(c.MoveItem(item=min(room.session.takeaways), due="2026-12-09"))


def test_an_insight_is_nothing_to_be_closed(room: Room):
    room.facilitator.sends(c.AddNote(kind="insight", words="Saying no is work"))
    with refused(room, "item_unknown"):
        room.facilitator.sends(c.CloseItem(item=min(room.session.notes)))
