"""The date until which people are kept: what goes then, and what stays and is nobody's."""

import pytest

from fishbowl.domain.kernel.ids import ItemId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.commands import KeptWords
from fishbowl.domain.session.events import EverybodyForgotten
from fishbowl.domain.session.rules.lifecycle.deadlines import after_the_end
from fishbowl.domain.session.rules.summary.looked_at import unseen
from tests.support.refusals import already, refused
from tests.support.room import OPENED_MS, Room

DAY_MS = 24 * 3_600_000


def kept_until_tomorrow(keeps: KeptWords, *, published: bool) -> Room:
    room = Room()
    room.facilitator.sends(c.ChangeSettings(keep_until_ms=OPENED_MS + DAY_MS, keeps=keeps))
    room.facilitator.starts()
    amira, kofi = room.joins("Amira", "Kofi")
    amira.suggests("Pay")
    room.facilitator.puts_up("Pay")
    kofi.suggests("Never shown")
    kofi.puts_question("Put up?")
    room.facilitator.puts_up_question("Put up?")
    kofi.puts_question("Still waiting?")
    room.facilitator.sends(c.AddNote(kind="decision", words="We agreed", owner="Lindiwe"))
    left = room.facilitator.sends(c.AddNote(kind="insight", words="Left out"))[0].seq
    kofi.asks("Waited in vain")
    room.facilitator.closes()
    amira.sends(c.KeepTakeaway(kind="take", words="For all", shared=True))
    amira.sends(c.KeepTakeaway(kind="take", words="Nobody looked", shared=True))
    amira.sends(c.KeepTakeaway(kind="take", words="For me", shared=False))
    looked = [one for one in unseen(room.session).takeaways if one.words == "For all"]
    looked_at = (*looked, *unseen(room.session).requests)
    room.facilitator.sends(c.PassWords(items=tuple(ItemId(one.id) for one in looked_at)))
    room.facilitator.sends(c.HideFromSummary(item=left))
    if published:
        room.facilitator.sends(c.PublishSummary())
    room.wait(minutes=24 * 60)
    return room


def kept_words(room: Room) -> set[str]:
    event = room.log[-1].event
    assert isinstance(event, EverybodyForgotten)
    items = (
        *room.session.topics.values(), *room.session.questions.values(),
        *room.session.takeaways.values(), *room.session.notes.values(),
        *room.session.requests.values(),
    )  # fmt: skip
    words = {item.id: getattr(item, "title", None) or item.words for item in items}
    return {words[item] for item in event.kept}


def test_published_words_stay_and_everybody_is_forgotten():
    room = kept_until_tomorrow("published", published=True)
    assert kept_words(room) == {"Pay", "Put up?", "For all", "We agreed", "Waited in vain"}
    assert all(person.forgotten for person in room.session.people.values())
    assert [note.words for note in room.session.notes.values()] == ["We agreed"]
    assert room.log[-1].event.keeps_summary


def test_of_a_session_that_was_never_published_no_words_stay():
    room = kept_until_tomorrow("published", published=False)
    assert kept_words(room) == set()
    assert not room.session.notes
    assert not room.log[-1].event.keeps_summary


def test_the_promise_of_old_sessions_is_kept_word_by_word():
    room = kept_until_tomorrow("nothing", published=True)
    assert [entry.event.name for entry in room.log[-2:]] == ["person.forgotten"] * 2


def test_the_date_comes_once():
    room = kept_until_tomorrow("published", published=True)
    assert list(after_the_end(room.session)) == []
    with already(room):
        room.sends(c.ForgetEverybody(), role=Role.TIME)


def test_what_was_forgotten_on_its_date_cannot_be_taken_back():
    room = kept_until_tomorrow("published", published=False)
    noted = next(entry for entry in room.log if entry.event.name == "note.added")
    with refused(room, "undo_overtaken", part="note"):
        room.facilitator.undoes((noted,))


def test_a_session_that_goes_on_ends_with_its_date():
    room = Room()
    room.facilitator.sends(c.ChangeSettings(keep_until_ms=OPENED_MS + 3_600_000, keeps="published"))
    room.facilitator.starts()
    room.asks("Amira")
    room.wait(minutes=60)
    assert [entry.event.name for entry in room.log[-3:]] == [
        "queue.emptied", "session.closed", "everybody.forgotten",
    ]  # fmt: skip


@pytest.mark.parametrize("keeps", ["published", "nothing"])
def test_nobody_but_time_brings_the_date(keeps: KeptWords):
    room = Room()
    room.facilitator.sends(c.ChangeSettings(keep_until_ms=OPENED_MS + 3_600_000, keeps=keeps))
    with refused(room, "facilitator_only"):
        room.sends(c.ForgetEverybody())
    with refused(room, "bad_hours"):
        room.sends(c.ForgetEverybody(), role=Role.TIME)
