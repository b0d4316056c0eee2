"""Rules of written words: who may pass them, put them otherwise, and tell them together."""

import pytest

from fishbowl.domain.kernel.ids import ItemId, TakeawayId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.next_action import next_action
from fishbowl.domain.session.rules.summary.looked_at import unseen
from fishbowl.domain.session.rules.takeaways import told_with
from fishbowl.views.console import console_view
from fishbowl.views.phone import me_slice
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


@pytest.fixture
def room() -> Room:
    """An open fishbowl in its closing part; three people have shared something."""
    room = Room(format="open")
    room.facilitator.starts()
    room.facilitator.goes_on()
    for phone, kind in zip(
        room.joins("Amira", "Kofi", "Noor"), ("take", "take", "need"), strict=True
    ):
        words = f"{phone.name} keeps this"
        phone.sends(c.KeepTakeaway(kind=kind, words=words, shared=True))  # type: ignore[arg-type]
    return room


def ids(room: Room) -> list[TakeawayId]:
    return sorted(room.session.takeaways)


def amira(room: Room) -> Phone:
    return room.phone_of("Amira")


def test_publishing_is_held_and_says_what_nobody_has_looked_at(room: Room):
    room.facilitator.closes()
    action = next_action(room.session)
    assert action is not None
    assert (action.command, action.hold) == (c.PublishSummary(), True)
    shown = console_view(room.session, NOWHERE)["unseen"]
    assert list(shown.takeaways) == ids(room)  # type: ignore[attr-defined]


def test_the_lot_is_passed_and_taken_back_by_one_press(room: Room):
    passed = room.facilitator.sends(c.PassWords(items=tuple(map(ItemId, ids(room)))))
    assert unseen(room.session).count == 0
    with already(room):
        room.facilitator.sends(c.PassWords(items=tuple(map(ItemId, ids(room)))))
    room.facilitator.undoes(passed)
    assert unseen(room.session).count == 3


def test_only_written_words_can_be_passed(room: Room):
    amira(room).sends(c.KeepTakeaway(kind="take", words="Only mine"))
    for item in (max(room.session.takeaways), room.person("Amira"), 9_999):
        with refused(room, "item_unknown"):
            room.facilitator.sends(c.PassWords(items=(ItemId(item),)))


def test_the_lot_is_put_up_by_one_press(room: Room):
    put_up = room.facilitator.sends(c.PutUpTakeaways(takeaways=tuple(ids(room))))
    assert {t.state for t in room.session.takeaways.values()} == {"up"}
    with already(room):
        room.facilitator.sends(c.PutUpTakeaways(takeaways=tuple(ids(room))))
    room.facilitator.undoes(put_up)
    assert {t.state for t in room.session.takeaways.values()} == {"waiting"}


def test_what_the_author_changes_is_passed_no_more_and_cannot_be_undone_back(room: Room):
    first = ids(room)[0]
    passed = room.facilitator.sends(c.PassWords(items=(ItemId(first),)))
    amira(room).sends(c.EditTakeaway(takeaway=first, words="Something rude"))
    assert first in {one.id for one in unseen(room.session).takeaways}
    with refused(room, "undo_overtaken", part="passed"):
        room.facilitator.undoes(passed)


def test_to_put_it_otherwise_is_to_have_looked_at_it(room: Room):
    first = ids(room)[0]
    reworded = room.facilitator.sends(c.RewordTakeaway(takeaway=first, words="Ask early"))
    assert first not in {one.id for one in unseen(room.session).takeaways}
    (mine,) = me_slice(room.session, amira(room).person).takeaways
    assert (mine.words, mine.edited) == ("Amira keeps this", "Ask early")
    with already(room):
        room.facilitator.sends(c.RewordTakeaway(takeaway=first, words="Ask early"))
    with refused(room, "words_needed", field="words"):
        room.facilitator.sends(c.RewordTakeaway(takeaway=first, words=" "))
    room.facilitator.undoes(reworded)
    assert room.session.takeaways[first].edited == ""


def test_what_can_be_told_together(room: Room):
    first, second, need = ids(room)
    with refused(room, "kinds_differ"):
        room.facilitator.sends(c.MergeTakeaway(takeaway=need, into=first))
    with refused(room, "same_takeaway"):
        room.facilitator.sends(c.MergeTakeaway(takeaway=first, into=first))
    with refused(room, "takeaway_unknown"):
        room.facilitator.sends(c.MergeTakeaway(takeaway=first, into=TakeawayId(9_999)))
    with already(room):
        room.facilitator.sends(c.MergeTakeaway(takeaway=first))
    room.facilitator.sends(c.MergeTakeaway(takeaway=second, into=first))
    with refused(room, "same_takeaway"):
        room.facilitator.sends(c.MergeTakeaway(takeaway=first, into=second))


def test_undo_tells_nothing_in_a_circle(room: Room):
    first, second, _ = ids(room)
    merged = room.facilitator.sends(c.MergeTakeaway(takeaway=second, into=first))
    undone = room.facilitator.undoes(merged)
    room.facilitator.sends(c.MergeTakeaway(takeaway=first, into=second))
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(undone)
    root = told_with(room.session, room.session.takeaways[first])
    assert root.id == second
