"""The summary as Markdown."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from fishbowl.harvest.exports import markdown_room
from fishbowl.harvest.exports.markdown_notes import note_line, note_sections
from fishbowl.harvest.exports.markdown_takeaways import takeaway_sections
from fishbowl.harvest.exports.markup import escaped
from fishbowl.harvest.model import MainQuestionFacts, PointFacts, Summary, TopicFacts, TurnFacts
from fishbowl.harvest.notes import NotePlaces, note_places
from fishbowl.harvest.sentences import counted_by
from fishbowl.harvest.words import _, clock, day, listed, minutes, n_, name_of


def to_markdown(summary: Summary, zone: tzinfo) -> str:
    """Write a publishable summary as Markdown."""
    places = note_places(summary)
    parts = [
        *_head(summary, zone),
        *_paragraph(summary.edition.opening),
        *_figures(summary),
        *markdown_room.shared(summary),
        *_topics(summary, places),
        *note_sections(places),
        *takeaway_sections(summary),
        *markdown_room.questions(summary, escaped),
        *_points(summary),
        *_turns(summary),
        *markdown_room.plan(summary, escaped),
        *_paragraph(summary.edition.closing),
        *_paragraph(summary.edition.credit),
        *_left_out(summary),
    ]
    return "\n\n".join(parts) + "\n"


def _head(summary: Summary, zone: tzinfo) -> Iterator[str]:
    session = summary.session
    first, *later = session.questions
    yield f"# {escaped(first.question)}"
    if later:
        yield "\n".join(f"- {_later(one)}" for one in later)
    began = session.started_at_ms or session.created_at_ms
    frame = [escaped(session.event), day(began, zone), _("Fishbowl {code}", code=session.code)]
    yield " · ".join(part for part in frame if part)
    if session.state == "lobby":
        yield _("The session has not started yet.")
    elif session.state != "closed":
        yield _("The session is still going on. This is what has happened so far.")


def _later(one: MainQuestionFacts) -> str:
    """A line for a question after the first."""
    question = escaped(one.question)
    if one.began_run_ms is None:
        return _("Then: {question}", question=question)
    return _("From {time} on: {question}", time=clock(one.began_run_ms), question=question)


def _paragraph(words: str) -> Iterator[str]:
    """An introduction, closing text or credit line."""
    if words:
        yield escaped(words)


def _figures(summary: Summary) -> Iterator[str]:
    figures, session = summary.figures, summary.session
    lines = [
        n_("{n} person was there.", "{n} people were there.", figures.people),
        n_("{n} voice was heard in the bowl.", "{n} voices were heard in the bowl.",
           figures.voices),
        n_("{n} turn was taken.", "{n} turns were taken.", figures.turns),
        n_("{actual} of {n} minute.", "{actual} of {n} minutes.",
           minutes(session.planned_ms), actual=minutes(session.actual_ms)),
    ]  # fmt: skip
    yield "\n".join(f"- {line}" for line in lines)


def _topics(summary: Summary, places: NotePlaces) -> Iterator[str]:
    talked = [topic for topic in summary.topics if topic.talked_ms]
    rest = [topic for topic in summary.topics if not topic.talked_ms]
    if talked:
        yield f"## {_('What we talked about')}"
    for topic in talked:
        yield f"### {escaped(topic.title) or _('A topic whose words were deleted')}"
        yield "\n".join(f"- {line}" for line in _topic_lines(summary, topic))
        yield from _insights(places, topic)
    if rest:
        yield f"## {_('Put up and not reached')}"
        yield "\n".join(f"- {escaped(topic.title)}" for topic in rest)
    for topic in rest:
        yield from _insights(places, topic)


def _insights(places: NotePlaces, topic: TopicFacts) -> Iterator[str]:
    if notes := places.under.get(topic.topic):
        yield "\n".join(f"* {note_line(note)}" for note in notes)


def _topic_lines(summary: Summary, topic: TopicFacts) -> Iterator[str]:
    length = n_("{n} minute", "{n} minutes", minutes(topic.talked_ms))
    times = ", ".join(f"{clock(s.from_run_ms)}–{clock(s.to_run_ms)}" for s in topic.spans)
    yield f"{length} ({times})" if times else length
    if topic.seated:
        names = listed(escaped(name_of(seated.who)) for seated in topic.seated)
        yield _("In the bowl: {names}", names=names)
    yield from markdown_room.topic_lines(summary, topic)


def _points(summary: Summary) -> Iterator[str]:
    points = [point for point in summary.points if not point.afterwards]
    if points:
        yield f"## {_('Left in writing')}"
        yield "\n".join(f"- {_point(point)}" for point in points)


def _point(point: PointFacts) -> str:
    words = escaped(point.words)
    return words if point.who is None else f"{words} ({escaped(name_of(point.who))})"


def _turns(summary: Summary) -> Iterator[str]:
    if not summary.turns:
        return
    tracked = summary.figures.by_floor
    header = [_("Voice"), _("Chair"), _("From"), _("To"), _("Seated")]
    if tracked:
        header.append(_("Spoke"))
    yield f"## {_('Who sat when')}"
    yield from filter(None, [counted_by(summary)])
    rows = [_table_row(header), _table_row(["---"] * len(header))]
    rows += [_table_row(_cells(turn, tracked=tracked)) for turn in summary.turns]
    yield "\n".join(rows)


def _cells(turn: TurnFacts, *, tracked: bool) -> list[str]:
    cells = [
        escaped(name_of(turn.who)),
        ", ".join(str(interval.chair) for interval in turn.intervals),
        clock(turn.began_run_ms),
        clock(turn.ended_run_ms),
        clock(turn.seated_ms),
    ]
    return [*cells, clock(turn.spoken_ms)] if tracked else cells


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _left_out(summary: Summary) -> Iterator[str]:
    if summary.left_out:
        yield _(
            "What was said here may be used; who said it stays in the room. "
            "So there are no names in this summary, no list of people, and no times of turns."
        )
