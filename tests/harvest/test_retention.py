"""When everybody is forgotten, the published summary reads as before, and names nobody."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from fishbowl.domain.kernel.ids import NoteId, Seq, TakeawayId, TopicId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import AlreadyTrue, Rejected
from fishbowl.domain.session.erasure import erasure
from fishbowl.domain.session.events import Entry, EverybodyForgotten
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.base import Who
from fishbowl.harvest.model import Summary
from fishbowl.harvest.searchable_text import searchable_texts
from fishbowl.harvest.summary import summarise
from fishbowl.log.codec import decode, encode
from fishbowl.log.erasing import erased_rows
from tests.domain.random_sessions.random_walk import RandomWalk
from tests.support.room import Room

PRESSES = 150
DAY_MS = 24 * 3_600_000


def published(seed: int, attribution: c.Attribution) -> Room:
    """A random session, ended and published, whose people are kept for a day more."""
    walk = RandomWalk(seed)
    room = walk.room
    created = room.log[0]
    room.log[0] = replace(created, event=replace(created.event, attribution=attribution))
    room._session = replace(
        room.session, settings=replace(room.session.settings, attribution=attribution)
    )
    for _ in range(PRESSES):
        walk.goes_on()
    for command in (
        c.StartSession(),
        c.CloseSession(),
        c.PublishSummary(),
    ):
        try:
            room.sends(command)
        except (AlreadyTrue, Rejected):
            continue
    return room


def forget_everybody(room: Room) -> list[Entry]:
    """Let the date come, and read the log as it is stored afterwards."""
    settings = replace(room.session.settings, keep_until_ms=room.now_ms, keeps="published")
    room._session = replace(room.session, settings=settings)
    room.sends(c.ForgetEverybody(), role=Role.TIME)
    what = erasure(entry.event for entry in room.log)
    rows = [(entry.seq, entry.part, *encode(entry.event)) for entry in room.log]
    after = dict(erased_rows(what, rows))
    return [
        replace(entry, event=decode(type, version, after.get(seq, data)))
        for entry, (seq, _, type, version, data) in zip(room.log, rows, strict=True)
    ]


def people_in(part: Any) -> Iterator[Who]:
    if isinstance(part, Who):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from people_in(one)
    elif isinstance(part, msgspec.Struct):
        for field in part.__struct_fields__:
            yield from people_in(getattr(part, field))


def words(summary: Summary) -> list[tuple[str, str]]:
    return [(find.kind, find.words) for find in searchable_texts(summary)]


@pytest.mark.parametrize("attribution", ["named", "opt_in", "chatham_house"])
@pytest.mark.parametrize("seed", range(300, 312))
def test_what_was_published_stays_word_for_word_and_names_nobody(
    seed: int, attribution: c.Attribution
):
    room = published(seed, attribution)
    before = publishable(summarise(room.log))
    after = publishable(summarise(forget_everybody(room)))
    assert words(after) == words(before)
    assert after.figures.turns == before.figures.turns
    assert all(not who.name for who in people_in(after))
    assert all(not note.owner for note in after.notes)
    assert all(one.who is None for one in (*after.questions, *after.takeaways, *after.answers))


@pytest.mark.parametrize("seed", range(320, 326))
def test_words_that_were_not_published_are_in_no_entry(seed: int):
    room = published(seed, "named")
    if room.session.summary.published:
        room.sends(c.WithdrawSummary())
    stored = forget_everybody(room)
    assert isinstance(room.log[-1].event, EverybodyForgotten)
    for entry in stored:
        event = entry.event
        if entry.event.name != "topic.renamed":
            assert all(not getattr(event, field) for field in (*event.erasable, *event.record))
        assert all(not getattr(event, field) for field in (*event.pseudonyms, *event.names))


@pytest.mark.parametrize("is_redone", [False, True])
def test_a_wording_that_was_undone_goes_and_the_published_one_stays(is_redone: bool):
    room = Room()
    hand = room.facilitator
    hand.starts()
    (amira,) = room.joins("Amira")
    topic = TopicId(amira.suggests("First title")[0].seq)
    hand.puts_up("First title")
    note = NoteId(hand.sends(c.AddNote(kind="action", words="First note"))[0].seq)
    hand.closes()
    kept = amira.sends(c.KeepTakeaway(kind="take", words="First takeaway", shared=True))
    takeaway = TakeawayId(kept[0].seq)
    hand.sends(c.PutUpTakeaway(takeaway=takeaway))
    for change in (
        c.RenameTopic(topic=topic, title="Second title"),
        c.EditNote(note=note, words="Second note"),
        c.RewordTakeaway(takeaway=takeaway, words="Second takeaway"),
        c.CloseItem(item=Seq(note), words="Second end"),
    ):
        undone = hand.undoes(hand.sends(change))
        if is_redone:
            hand.undoes(undone)
    hand.sends(c.PublishSummary())
    before = words(publishable(summarise(room.log)))
    stored = forget_everybody(room)
    assert words(publishable(summarise(stored))) == before
    written = {word for entry in stored for word in texts_of(entry)}
    shown, ends = ("Second", ["Second end"]) if is_redone else ("First", [])
    assert {word for word in written if word.startswith(("First", "Second"))} == {
        f"{shown} title", f"{shown} note", f"{shown} takeaway", *ends,
    }  # fmt: skip


def test_the_words_of_an_end_go_if_the_item_is_open_again_when_it_is_published():
    room = Room()
    hand = room.facilitator
    hand.starts()
    note = Seq(hand.sends(c.AddNote(kind="action", words="Ask them"))[0].seq)
    hand.closes()
    hand.sends(c.CloseItem(item=note, words="They said no"))
    hand.sends(c.ReopenItem(item=note))
    hand.sends(c.PublishSummary())
    stored = forget_everybody(room)
    written = {word for entry in stored for word in texts_of(entry)}
    assert "Ask them" in written
    assert "They said no" not in written


def texts_of(entry: Entry) -> Iterator[str]:
    """The words in an entry, as its event declares them."""
    event = entry.event
    for field in (*event.erasable, *event.record):
        yield getattr(event, field)
