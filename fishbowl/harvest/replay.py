"""What a replay shows beside its frames: chapters, notes, and the labels of people."""

from fishbowl.domain.session.commands import Attribution, NoteKind
from fishbowl.domain.session.ids import TopicId
from fishbowl.harvest.attribution import left_out, publishable
from fishbowl.harvest.base import Struct, Who
from fishbowl.harvest.geometry.web import Web, web
from fishbowl.harvest.model import NoteFacts, Summary
from fishbowl.harvest.words import _

REQUIRED_PART = "chairs"
"""If the attribution leaves this part out, there is no replay."""


class Chapter(Struct, frozen=True, kw_only=True):
    """The time on the session clock at which a topic begins."""

    at_run_ms: int
    topic: TopicId
    title: str


class ReplayNote(Struct, frozen=True, kw_only=True):
    """A note with the time at which it was written; ``who`` or ``owner`` is responsible."""

    at_run_ms: int
    kind: NoteKind
    words: str
    who: Who | None
    owner: str


class ReplayExtras(Struct, frozen=True, kw_only=True):
    """Chapters, notes, the labels of all people who may be named, and the conversation web."""

    people: tuple[Who, ...]
    chapters: tuple[Chapter, ...]
    notes: tuple[ReplayNote, ...]
    web: Web | None


def refusal_reason(attribution: Attribution) -> str | None:
    """Why there is no replay under an attribution; ``None`` if there may be one."""
    if REQUIRED_PART not in left_out(attribution):
        return None
    return _(
        "A replay would show who sat and spoke when. "
        "Under the Chatham House rule that stays in the room, so there is none."
    )


def replay_extras(summary: Summary) -> ReplayExtras:
    """Collect them, as far as the attribution allows, without notes from after the end."""
    shown = publishable(summary)
    chapters = (
        Chapter(at_run_ms=span.from_run_ms, topic=topic.topic, title=topic.title)
        for topic in shown.topics
        for span in topic.spans
    )
    return ReplayExtras(
        people=tuple(person.who for person in shown.people),
        web=web(shown.web),
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
    """When a note was written, on the session clock; ``None`` if the session was not running."""
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
