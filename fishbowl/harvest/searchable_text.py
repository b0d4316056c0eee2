"""What a search can find of a finished session: its words, each with its place in the summary.

Made from the summary after attribution, so that a find cannot hold what the summary must not
show. No find is the name of a person.

A new kind of find is a row in :data:`KINDS` and a line in :func:`finds`; the archive then reads
every session again by itself.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.base import Struct
from fishbowl.harvest.model import Summary
from fishbowl.harvest.unreached import unreached

KINDS: dict[str, float] = {
    "question": 8.0,
    "topic": 8.0,
    "event": 4.0,
    "summary": 4.0,
    "insight": 4.0,
    "decision": 4.0,
    "undecided": 4.0,
    "action": 4.0,
    "open_question": 4.0,
    "resource": 4.0,
    "commitment": 4.0,
    "takeaway": 2.0,
    "answer": 2.0,
    "asked": 2.0,
    "point": 2.0,
}
"""Every kind of find, and how much a word counts in it: titles before notes before the rest."""

_NOTE_KINDS = {"question": "open_question"}
"""Kinds of notes that are called otherwise here: ``question`` is that of the session."""


class Find(Struct, frozen=True, kw_only=True):
    """Something to be found.

    ``anchor`` names its place on the summary's page, or is empty for the top. ``topic`` is the
    title of the topic it came up under. ``at_ms`` is when it was written, where that may be known.
    """

    kind: str
    words: str
    anchor: str = ""
    topic: str = ""
    at_ms: Millis | None = None


def finds(summary: Summary) -> tuple[Find, ...]:
    """List what a search can find, in the order of the page."""
    return tuple(_with_words(_all(publishable(summary))))


def _all(shown: Summary) -> Iterator[Find]:
    titles = {topic.topic: topic.title for topic in shown.topics}
    for asked in shown.session.questions:
        yield Find(kind="question", words=asked.question)
    yield Find(kind="event", words=shown.session.event)
    yield Find(kind="summary", words=shown.edition.opening)
    yield Find(kind="summary", words=shown.edition.closing, anchor="in-closing")
    for topic in shown.topics:
        yield Find(kind="topic", words=topic.title, anchor=f"topic-{topic.topic}")
    for note in shown.notes:
        yield Find(
            kind=_NOTE_KINDS.get(note.kind, note.kind),
            words=f"{note.words} {note.link}",
            anchor=f"note-{note.note}",
            topic="" if note.topic is None else titles.get(note.topic, ""),
            at_ms=note.noted_at_ms,
        )
    for question in shown.questions:
        yield Find(kind="asked", words=question.words, anchor=f"question-{question.question}")
    left = {point.words for point in shown.points}
    for one in unreached(shown):
        if one.question is None and one.words not in left:
            yield Find(kind="asked", words=one.words, anchor="unreached")
    for number, point in enumerate(shown.points, start=1):
        # Where it stands on the page: beside what it answers, if it came after the end.
        anchor = "unreached" if point.afterwards else f"point-{number}"
        yield Find(kind="point", words=point.words, anchor=anchor)
    for answer in shown.answers:
        yield Find(kind="answer", words=answer.words, anchor=f"answer-{answer.answer}")
    for taken in shown.takeaways:
        kind = "commitment" if taken.kind == "will" else "takeaway"
        yield Find(kind=kind, words=taken.words, anchor=f"takeaway-{taken.takeaway}")


def _with_words(found: Iterable[Find]) -> Iterator[Find]:
    for find in found:
        words = " ".join(unicodedata.normalize("NFC", find.words).split())
        if words:
            yield Find(
                kind=find.kind,
                words=words,
                anchor=find.anchor,
                topic=unicodedata.normalize("NFC", find.topic),
                at_ms=find.at_ms,
            )
