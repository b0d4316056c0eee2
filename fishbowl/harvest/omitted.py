"""What is not told: what a person left out of the summary, and what nobody has looked at."""

import msgspec

from fishbowl.harvest.model import NoteFacts, PointFacts, RequestFacts, Summary
from fishbowl.harvest.takeaway_model import AnswerFacts, TakeawayFacts
from fishbowl.harvest.takeaways import told_together

replace = msgspec.structs.replace

Written = PointFacts | RequestFacts | TakeawayFacts | AnswerFacts


def without_omitted(summary: Summary) -> Summary:
    """Return the summary without what is not told; nothing in it tells that there was more.

    With a topic go its insights and what the room said about it; what was decided, asked or
    promised under it stands for itself. Totals stay: they are about the room.
    """
    summary = _looked_at(summary)
    if not summary.omitted:
        return summary
    out: frozenset[int] = frozenset(summary.omitted)
    return replace(
        summary,
        omitted=(),
        topics=tuple(topic for topic in summary.topics if topic.topic not in out),
        notes=tuple(note for note in summary.notes if not _is_out(note, out)),
        questions=tuple(one for one in summary.questions if one.question not in out),
        points=tuple(point for point in summary.points if point.point not in out),
        queue=tuple(_request(request, out) for request in summary.queue),
        votes=tuple(
            replace(vote, topics=tuple(one for one in vote.topics if one.topic not in out))
            for vote in summary.votes
        ),
        thumbs=tuple(asked for asked in summary.thumbs if asked.topic not in out),
        signals=tuple(found for found in summary.signals if found.topic not in out),
    )


def _looked_at(summary: Summary) -> Summary:
    """Only what was put up or passed; the wish for a chair stays, because the figures count it."""
    written: tuple[Written, ...] = (
        *summary.points, *summary.queue, *summary.takeaways, *summary.answers
    )  # fmt: skip
    if not any(one.unseen for one in written) and not any(map(_only_in_proofs, written)):
        return summary
    return replace(
        summary,
        points=tuple(point for point in summary.points if not point.unseen),
        queue=tuple(
            replace(request, words="", unseen=False) if request.unseen else request
            for request in summary.queue
        ),
        takeaways=told_together(summary.takeaways),
        answers=tuple(one for one in summary.answers if not (one.unseen or one.aside)),
    )


def _only_in_proofs(one: Written) -> bool:
    """Whether readers are told it otherwise, or not at all."""
    if isinstance(one, TakeawayFacts):
        return one.aside or one.into is not None or bool(one.original)
    return isinstance(one, AnswerFacts) and one.aside


def _is_out(note: NoteFacts, out: frozenset[int]) -> bool:
    return note.note in out or (note.kind == "insight" and note.topic in out)


def _request(request: RequestFacts, out: frozenset[int]) -> RequestFacts:
    """The wish stays, because the figures count it; its words go, and what they were about."""
    changed = request
    if request.request in out:
        changed = replace(changed, words="")
    return replace(changed, topic=None) if changed.topic in out else changed
