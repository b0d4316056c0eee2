"""Scenes of taking notes: the talk goes on, and what it comes to is written down beside it."""

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rights import sendable
from fishbowl.harvest import export
from fishbowl.harvest.notes import note_places
from fishbowl.harvest.summary import summarise
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import phone_view
from tests.support.refusals import refused
from tests.support.room import Room
from tests.views.reading import NOWHERE, sent


def the_talk_about(title: str) -> Room:
    """Two sit and talk, Amira listens."""
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Lindiwe")
    room.joins("Amira")
    room.facilitator.sends(c.BeginTopic(title=title))
    return room


def takes(room: Room, kind: c.NoteKind, words: str, **fields: object) -> int:
    command = c.AddNote(kind=kind, words=words, **fields)  # type: ignore[arg-type]
    return room.sends(command, role=Role.NOTE_TAKER)[0].seq


def test_a_note_taker_writes_while_the_facilitator_runs_the_bowl():
    """Both consoles show it under its topic at once; "just now" says who wrote; U takes it back."""
    room = the_talk_about("Who gets to say no?")
    before = [view(room.session, NOWHERE) for view in (phone_view, display_view)]
    note = takes(room, "decision", "Keys are named in the room")
    for role in (Role.FACILITATOR, Role.NOTE_TAKER):
        view = console_view(room.session, NOWHERE, role)
        (shown,) = view["notes"].notes
        assert (shown.id, shown.topic) == (note, room.topic("Who gets to say no?").id)
        line = view["log"].lines[0]
        assert (line.event, line.why, line.title) == ("note.added", "decision", shown.words)
        assert (line.by, line.undo, view["action"].undo) == ("note_taker", note, note)
    after = [view(room.session, NOWHERE) for view in (phone_view, display_view)]
    assert before == after, "the room is shown no notes while it talks"
    room.sends(c.UndoAction(action=note), role=Role.NOTE_TAKER)
    assert not console_view(room.session, NOWHERE)["notes"].notes


def test_notes_are_for_who_runs_the_session():
    room = the_talk_about("Pay")
    for role in (Role.FACILITATOR, Role.CO_FACILITATOR, Role.NOTE_TAKER):
        assert {"add_note", "edit_note", "remove_note"} <= set(sendable(role))
    with refused(room, "facilitator_only"):
        room.phone_of("Amira").sends(c.AddNote(kind="insight", words="Look at me"))


def test_the_talk_moves_on_while_somebody_is_still_writing():
    """The note says under which topic it was begun, and stays there when topics are merged."""
    room = the_talk_about("Pay")
    pay = room.topic("Pay").id
    room.facilitator.sends(c.BeginTopic(title="Money"))
    takes(room, "insight", "Secrets cost more than money", topic=pay)
    room.wait(minutes=2)
    room.facilitator.merges_topics("Pay", into="Money")
    (note,) = console_view(room.session, NOWHERE)["notes"].notes
    assert note.topic == room.topic("Money").id


def test_what_was_agreed_is_in_the_summary_with_who_and_when():
    """Insights stand under their topics; what is decided, open or to be done stands apart."""
    room = the_talk_about("Who gets to say no?")
    takes(room, "insight", "A clear no keeps people")
    takes(room, "undecided", "Whether we pay for it")
    takes(room, "action", "Write the leaving guide", owner="lindiwe", due="2027-01-15")
    room.wait(minutes=5)
    room.facilitator.closes()
    late = takes(room, "question", "Who thanks them")
    room.sends(c.EditNote(note=late, words="Who thanks the people who stop?"), role=Role.NOTE_TAKER)
    summary = summarise(room.log, room.now_ms)
    places = note_places(summary)
    assert [note.words for note in places.questions] == ["Who thanks the people who stop?"]
    assert [(note.who and note.who.name, note.due) for note in places.actions] == [
        ("Lindiwe", "2027-01-15")
    ]
    text = export(summary, "md")
    assert "- Write the leaving guide (Lindiwe, by 15 Jan 2027)" in text
    assert text.index("A clear no keeps people") < text.index("## Left undecided")


def test_a_name_that_is_hidden_is_hidden_in_the_notes_too():
    """Also when the facilitator typed it: a name that one person bears is that person."""
    room = the_talk_about("Pay")
    takes(room, "action", "Ask the others", owner="Amira")
    amira = room.person("Amira")
    room.facilitator.sends(c.HideName(person=amira))
    (note,) = console_view(room.session, NOWHERE)["notes"].notes
    assert note.person is not None
    assert (note.person.name, note.owner) == ("", "")
    assert "Amira" not in sent(console_view(room.session, NOWHERE))
    assert "Amira" not in export(summarise(room.log, room.now_ms), "json")


def test_who_is_forgotten_leaves_the_action_and_takes_the_name_along():
    room = the_talk_about("Pay")
    takes(room, "action", "Ask the others", owner="Amira", due="2027-01-15")
    amira = room.phone_of("Amira")
    amira.sends(c.ForgetPerson(person=amira.person))
    (note,) = console_view(room.session, NOWHERE)["notes"].notes
    assert (note.person, note.owner, note.due) == (None, "", "2027-01-15")
    assert not any("Amira" in repr(entry.event) for entry in room.log if "note" in entry.event.name)
