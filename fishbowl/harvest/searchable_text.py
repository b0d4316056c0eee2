"""Extracts the searchable texts of a session, each with its anchor on the summary page.

They are made from the summary after attribution, so they contain nothing that the summary must not
show. Names of people are never searchable.

To add a kind of text, add a row to :data:`KINDS` and a loop to :func:`_all`. The archive is then
indexed again by itself, since the index remembers for which kinds it was built.
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
"""The kinds of searchable text with their rank weights: titles, then notes, then the rest."""

_NOTE_KINDS = {"question": "open_question"}
"""Kinds of notes with another name here, since ``question`` is the session's own question."""


class SearchableText(Struct, frozen=True, kw_only=True):
    """A text that a search can match.

    ``anchor`` is its anchor on the summary page, empty for the top. ``topic`` is the title of its
    topic. ``at_ms`` is when it was written; ``None`` where the attribution hides that.
    """

    kind: str
    words: str
    anchor: str = ""
    topic: str = ""
    at_ms: Millis | None = None


def searchable_texts(summary: Summary) -> tuple[SearchableText, ...]:
    """List the searchable texts of a session, in the order of the summary page."""
    return tuple(_normalised(_all(publishable(summary))))


def _all(shown: Summary) -> Iterator[SearchableText]:
    titles = {topic.topic: topic.title for topic in shown.topics}
    for asked in shown.session.questions:
        yield SearchableText(kind="question", words=asked.question)
    yield SearchableText(kind="event", words=shown.session.event)
    yield SearchableText(kind="summary", words=shown.edition.opening)
    yield SearchableText(kind="summary", words=shown.edition.closing, anchor="in-closing")
    for topic in shown.topics:
        yield SearchableText(kind="topic", words=topic.title, anchor=f"topic-{topic.topic}")
    for note in shown.notes:
        yield SearchableText(
            kind=_NOTE_KINDS.get(note.kind, note.kind),
            words=f"{note.words} {note.link}",
            anchor=f"note-{note.note}",
            topic="" if note.topic is None else titles.get(note.topic, ""),
            at_ms=note.noted_at_ms,
        )
    for question in shown.questions:
        yield SearchableText(
            kind="asked", words=question.words, anchor=f"question-{question.question}"
        )
    left = {point.words for point in shown.points}
    for one in unreached(shown):
        if one.question is None and one.words not in left:
            yield SearchableText(kind="asked", words=one.words, anchor="unreached")
    for number, point in enumerate(shown.points, start=1):
        # Points that were left after the end stand in the section of unanswered requests.
        anchor = "unreached" if point.afterwards else f"point-{number}"
        yield SearchableText(kind="point", words=point.words, anchor=anchor)
    for answer in shown.answers:
        yield SearchableText(kind="answer", words=answer.words, anchor=f"answer-{answer.answer}")
    for taken in shown.takeaways:
        kind = "commitment" if taken.kind == "will" else "takeaway"
        words = f"{taken.origin}: {taken.words}" if taken.origin else taken.words
        yield SearchableText(kind=kind, words=words, anchor=f"takeaway-{taken.takeaway}")


def _normalised(texts: Iterable[SearchableText]) -> Iterator[SearchableText]:
    for text in texts:
        words = " ".join(unicodedata.normalize("NFC", text.words).split())
        if words:
            yield SearchableText(
                kind=text.kind,
                words=words,
                anchor=text.anchor,
                topic=unicodedata.normalize("NFC", text.topic),
                at_ms=text.at_ms,
            )
