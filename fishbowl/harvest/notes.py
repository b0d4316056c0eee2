"""Notes as facts, and their grouping by place on the summary page."""

import msgspec

from fishbowl.domain.kernel.ids import Seq, TopicId
from fishbowl.domain.kernel.web_links import web_link
from fishbowl.domain.session.commands import NoteKind
from fishbowl.domain.session.model import Note
from fishbowl.domain.session.rules.notes import note_person, note_topic, notes_in_order
from fishbowl.domain.session.rules.summary.open_items import end_of
from fishbowl.domain.session.state import Session
from fishbowl.harvest.model import NoteFacts, Summary
from fishbowl.harvest.people import who


class NotePlaces(msgspec.Struct, frozen=True, kw_only=True):
    """The notes, grouped: insights by topic, the other kinds each in a list.

    ``loose`` are insights without a topic in the summary; ``titles`` are the titles of topics.
    """

    under: dict[TopicId, tuple[NoteFacts, ...]]
    loose: tuple[NoteFacts, ...]
    decisions: tuple[NoteFacts, ...]
    undecided: tuple[NoteFacts, ...]
    actions: tuple[NoteFacts, ...]
    questions: tuple[NoteFacts, ...]
    resources: tuple[NoteFacts, ...]
    titles: dict[TopicId, str]


def note_facts(session: Session) -> tuple[NoteFacts, ...]:
    """List the notes in order, each with the topic that its own was merged into."""
    return tuple(_facts(session, note) for note in notes_in_order(session))


def _facts(session: Session, note: Note) -> NoteFacts:
    person, end = note_person(session, note), end_of(session, Seq(note.id))
    return NoteFacts(
        note=note.id,
        kind=note.kind,
        words=note.words,
        topic=note_topic(session, note),
        noted_at_ms=note.at_ms,
        who=None if person is None else who(session, person),
        owner=note.owner,
        due=note.due,
        link=web_link(note.link),
        closed=end is not None,
        end="" if end is None else end.words,
    )


def note_places(summary: Summary) -> NotePlaces:
    """Group the notes of a publishable summary."""
    told = {topic.topic: topic.title for topic in summary.topics}
    insights = _of_kind(summary, "insight")
    return NotePlaces(
        under={
            topic.topic: found
            for topic in summary.topics
            if (found := tuple(note for note in insights if note.topic == topic.topic))
        },
        loose=tuple(note for note in insights if note.topic not in told),
        decisions=_of_kind(summary, "decision"),
        undecided=_of_kind(summary, "undecided"),
        actions=_of_kind(summary, "action"),
        questions=_of_kind(summary, "question"),
        resources=_of_kind(summary, "resource"),
        titles={id: title for id, title in told.items() if title},
    )


def _of_kind(summary: Summary, kind: NoteKind) -> tuple[NoteFacts, ...]:
    return tuple(note for note in summary.notes if note.kind == kind)
