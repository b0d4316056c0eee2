"""Notes: written at any time, under the topic they were meant for, and put right afterwards."""

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide.notes import NOTES_MAX
from fishbowl.domain.session.model import Note
from fishbowl.domain.session.rules.notes import note_person, note_topic
from tests.support.refusals import already, refused
from tests.support.room import Room

WORDS = "A clear no keeps people."


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    room.facilitator.sends(c.BeginTopic(title="Pay"))
    return room


def noted(room: Room, **fields: object) -> Note:
    """Write a note down and return it."""
    kind = fields.pop("kind", "insight")
    words = fields.pop("words", WORDS)
    entries = room.facilitator.sends(c.AddNote(kind=kind, words=words, **fields))
    return room.session.notes[entries[0].seq]


def now(room: Room, note: Note) -> Note:
    return room.session.notes[note.id]


def edits(room: Room, note: Note, **fields: object) -> Note:
    room.facilitator.sends(c.EditNote(note=note.id, **fields))
    return now(room, note)


# Where a note stands


def test_a_note_stands_under_what_is_talked_about_now(room: Room):
    assert noted(room).topic == room.topic("Pay").id
    room.facilitator.sends(c.EndTopic(topic=room.topic("Pay").id))
    assert noted(room).topic is None


def test_a_note_begun_under_a_topic_stays_there_when_the_talk_has_moved_on(room: Room):
    pay = room.topic("Pay").id
    room.facilitator.sends(c.BeginTopic(title="Trust"))
    assert noted(room, topic=pay).topic == pay
    with refused(room, "topic_unknown"):
        noted(room, topic=9_999)


def test_a_note_keeps_its_topic_when_that_is_renamed_and_follows_when_it_is_merged(room: Room):
    note = noted(room)
    room.facilitator.sends(c.RenameTopic(topic=room.topic("Pay").id, title="Money"))
    assert note_topic(room.session, note) == room.topic("Money").id
    room.facilitator.sends(c.BeginTopic(title="Trust"))
    merged = room.facilitator.merges_topics("Money", into="Trust")
    assert note_topic(room.session, note) == room.topic("Trust").id
    late = noted(room, topic=note.topic)
    assert late.topic == room.topic("Trust").id, "it was on its way when the topics were merged"
    room.facilitator.undoes(merged)
    assert note_topic(room.session, note) == room.topic("Money").id


def test_a_note_outlives_a_topic_that_was_begun_by_mistake(room: Room):
    begun = room.facilitator.sends(c.BeginTopic(title="Tursts"))
    note = noted(room)
    room.facilitator.undoes(begun)
    assert note_topic(room.session, now(room, note)) is None


def test_notes_can_be_written_before_the_start_and_after_the_end():
    room = Room()
    note = noted(room)
    room.facilitator.starts()
    room.facilitator.closes()
    noted(room, kind="action", words="Send the minutes round")
    assert edits(room, note, words="As was said").words == "As was said"
    room.facilitator.sends(c.RemoveNote(note=note.id))
    assert len(room.session.notes) == 1


# What it says


def test_a_note_needs_words(room: Room):
    with refused(room, "words_needed", field="words"):
        noted(room, words=" \u202e ")
    note = noted(room)
    with refused(room, "words_needed", field="words"):
        edits(room, note, words="")


def test_there_is_an_end_to_notes(room: Room):
    for number in range(NOTES_MAX):
        noted(room, words=f"{number}")
    with refused(room, "limit_reached", most=NOTES_MAX):
        noted(room)


@pytest.mark.parametrize("due", ["2027-02-31", "20270228", "tomorrow", "2027-W01-1", "0-0-0"])
def test_a_day_that_does_not_exist_is_refused(room: Room, due: str):
    with refused(room, "bad_date"):
        noted(room, kind="action", due=due)


def test_a_day_is_kept_as_it_is_written(room: Room):
    assert noted(room, kind="action", due="2027-02-28").due == "2027-02-28"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("http://intranet/guide", "http://intranet/guide"),
        ("example.org/guide", "https://example.org/guide"),
        ("intranet:8080/guide", "https://intranet:8080/guide"),
    ],
)
def test_a_link_leads_to_the_web(room: Room, typed: str, kept: str):
    assert noted(room, kind="resource", link=typed).link == kept


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "a b", "https://", "https://[", "x" * 495]
)
def test_what_is_no_link_is_refused(room: Room, link: str):
    with refused(room, "bad_link"):
        noted(room, kind="resource", link=link)


@pytest.mark.parametrize(
    "link",
    ["https://bank.example@evil.example", "https://a:b@evil.example/x", "user@evil.example",
     "https://good.example\\@evil.example", "https://@evil.example"],
)  # fmt: skip
def test_a_link_that_looks_as_if_it_led_elsewhere_is_refused(room: Room, link: str):
    with refused(room, "bad_link"):
        noted(room, kind="resource", link=link)


def test_an_at_sign_in_a_path_is_none_of_that(room: Room):
    link = "https://social.example/@amira?to=a@b"
    assert noted(room, kind="resource", link=link).link == link


# Who does it


def test_an_action_is_somebodys_in_the_room_or_somebody_elses(room: Room):
    room.joins("Amira", "Kofi", "kofi")
    amira = room.person("Amira")
    assert noted(room, kind="action", person=amira, owner="left out").owner == ""
    assert noted(room, kind="action", owner="The board").owner == "The board"
    with refused(room, "person_unknown"):
        noted(room, kind="action", person=9_999)


def test_a_name_that_one_person_bears_means_that_person(room: Room):
    room.joins("Amira", "Kofi", "kofi")
    note = noted(room, kind="action", owner="amira")
    assert (note.person, note.owner) == (room.person("Amira"), "")
    assert noted(room, kind="action", owner="Kofi").person is None, "there are two of them"


def test_who_is_forgotten_is_nobodys_owner_any_more(room: Room):
    (amira,) = room.joins("Amira")
    note = noted(room, kind="action", owner="Amira")
    edited = room.facilitator.sends(c.EditNote(note=note.id, owner="The board"))
    amira.sends(c.ForgetPerson(person=amira.person))
    room.facilitator.undoes(edited)
    assert note_person(room.session, now(room, note)) is None
    with refused(room, "forgotten"):
        noted(room, kind="action", person=note.person)


def test_a_guest_who_turns_out_to_be_somebody_takes_the_action_along(room: Room):
    room.facilitator.sends(c.SeatWalkUp(chair=1, name="woman in red"))
    room.joins("Amira")
    note = noted(room, kind="action", owner="woman in red")
    guest, amira = room.person("woman in red"), room.person("Amira")
    room.facilitator.sends(c.MergePeople(guest=guest, person=amira))
    assert now(room, note).person == amira


def test_nobody_is_taken_away_who_has_something_to_do(room: Room):
    seated = room.facilitator.sends(c.SeatWalkUp(chair=1, name="Noor"))
    room.facilitator.sends(c.FreeChair(turn=room.turn("Noor").id))
    note = noted(room, kind="action", owner="Noor")
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(seated)
    assert now(room, note).person == room.person("Noor")


def test_a_note_does_not_come_back_for_somebody_who_was_never_there(room: Room):
    queued = room.facilitator.sends(c.QueueWalkUp(name="Noor"))
    note = noted(room, kind="action", owner="Noor")
    removed = room.facilitator.sends(c.RemoveNote(note=note.id))
    room.facilitator.undoes(queued)
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(removed)


# Putting it right


def test_editing_changes_what_is_given_and_leaves_the_rest(room: Room):
    note = noted(room, kind="action", owner="The board", due="2027-02-28", link="example.org")
    after = edits(room, note, words="Write it down", kind="decision")
    assert (after.kind, after.words) == ("decision", "Write it down")
    assert (after.owner, after.due, after.link) == ("The board", "2027-02-28", note.link)
    assert (after.id, after.at_ms, after.topic) == (note.id, note.at_ms, note.topic)
    assert edits(room, note, owner="", due="", link="").owner == ""
    with already(room):
        edits(room, note, words="Write it down")


def test_adding_editing_and_removing_can_be_undone_and_done_again(room: Room):
    added = room.facilitator.sends(c.AddNote(kind="insight", words=WORDS))
    note = room.session.notes[added[0].seq]
    undone = room.facilitator.undoes(added)
    assert not room.session.notes
    room.facilitator.undoes(undone)
    edited = room.facilitator.sends(c.EditNote(note=note.id, kind="question"))
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(added)
    room.facilitator.undoes(edited)
    removed = room.facilitator.sends(c.RemoveNote(note=note.id))
    with refused(room, "note_unknown"):
        edits(room, note, words="Gone")
    room.facilitator.undoes(removed)
    assert room.session.notes[note.id] == note


def test_a_note_taker_takes_notes_back_and_nothing_else_of_the_facilitators(room: Room):
    entries = room.sends(c.AddNote(kind="insight", words=WORDS), role=Role.NOTE_TAKER)
    paused = room.facilitator.sends(c.PauseClock())
    room.sends(c.UndoAction(action=entries[0].seq), role=Role.NOTE_TAKER)
    assert not room.session.notes
    with refused(room, "facilitator_only"):
        room.sends(c.UndoAction(action=paused[0].seq), role=Role.NOTE_TAKER)
