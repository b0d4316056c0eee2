"""What goes along with a session that is played back: its chapters, its notes, and who is named."""

from fishbowl.domain.session.commands import Attribution, NoteKind
from fishbowl.domain.session.ids import TopicId
from fishbowl.harvest.attribution import left_out, publishable
from fishbowl.harvest.base import Struct, Who
from fishbowl.harvest.model import NoteFacts, Summary
from fishbowl.harvest.words import _

REFUSED_WITH = "chairs"
"""What must not be left out if a session is to be played back."""


class Chapter(Struct, frozen=True, kw_only=True):
    """From here, on the session clock, the talk is about this topic."""

    at_run_ms: int
    topic: TopicId
    title: str


class ReplayNote(Struct, frozen=True, kw_only=True):
    """A note at the moment at which it was written; ``who`` or ``owner`` does it."""

    at_run_ms: int
    kind: NoteKind
    words: str
    who: Who | None
    owner: str


class Beside(Struct, frozen=True, kw_only=True):
    """What is shown beside the stage. ``people`` are all who may be called somehow."""

    people: tuple[Who, ...]
    chapters: tuple[Chapter, ...]
    notes: tuple[ReplayNote, ...]


def refused(attribution: Attribution) -> str | None:
    """Say why a session of this attribution is not played back; ``None`` where it may be."""
    if REFUSED_WITH not in left_out(attribution):
        return None
    return _(
        "A replay would show who sat and spoke when. "
        "Under the Chatham House rule that stays in the room, so there is none."
    )


def beside(summary: Summary) -> Beside:
    """Collect it, as far as the attribution allows; notes from after the end are not part of it."""
    shown = publishable(summary)
    chapters = (
        Chapter(at_run_ms=span.from_run_ms, topic=topic.topic, title=topic.title)
        for topic in shown.topics
        for span in topic.spans
    )
    return Beside(
        people=tuple(person.who for person in shown.people),
        chapters=tuple(sorted(chapters, key=lambda chapter: chapter.at_run_ms)),
        notes=tuple(
            ReplayNote(
                at_run_ms=at_run_ms,
                kind=note.kind,
                words=note.words,
                who=note.who,
                owner=note.owner,
            )
            for note in shown.notes
            if (at_run_ms := _run_ms(shown, note)) is not None
        ),
    )


def _run_ms(summary: Summary, note: NoteFacts) -> int | None:
    """When a note was written, on the session clock; ``None`` if not while the session went on."""
    session, at_ms = summary.session, note.noted_at_ms
    if session.started_at_ms is None or at_ms is None:
        return None
    if at_ms < session.started_at_ms or at_ms > (session.ended_at_ms or at_ms):
        return None
    run_ms = at_ms - session.started_at_ms
    for pause in summary.pauses:
        if pause.at_run_ms < run_ms:
            run_ms = max(pause.at_run_ms, run_ms - pause.length_ms)
    return run_ms
