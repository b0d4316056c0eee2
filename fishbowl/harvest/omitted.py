"""Removes from a summary what a person left out and what has not been reviewed."""

import msgspec

from fishbowl.harvest.model import NoteFacts, PointFacts, RequestFacts, Summary
from fishbowl.harvest.takeaway_model import AnswerFacts, TakeawayFacts
from fishbowl.harvest.takeaways import merged_takeaways

replace = msgspec.structs.replace

Written = PointFacts | RequestFacts | TakeawayFacts | AnswerFacts


def without_omitted(summary: Summary) -> Summary:
    """Return the summary without omitted and unreviewed items, and without a trace of them.

    With a topic its insights, dots, thumbs and signals are removed. Decisions, questions and
    promises under it stay, without the topic's title. Totals stay unchanged.
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
    """Keep reviewed items only. Requests stay without their words, since the figures count them."""
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
        takeaways=merged_takeaways(summary.takeaways),
        answers=tuple(one for one in summary.answers if not (one.unseen or one.aside)),
    )


def _only_in_proofs(one: Written) -> bool:
    """Whether readers see the item in another form or not at all."""
    if isinstance(one, TakeawayFacts):
        return one.aside or one.into is not None or bool(one.original)
    return isinstance(one, AnswerFacts) and one.aside


def _is_out(note: NoteFacts, out: frozenset[int]) -> bool:
    return note.note in out or (note.kind == "insight" and note.topic in out)


def _request(request: RequestFacts, out: frozenset[int]) -> RequestFacts:
    """A request without omitted words and topic; it stays, since the figures count it."""
    changed = request
    if request.request in out:
        changed = replace(changed, words="")
    return replace(changed, topic=None) if changed.topic in out else changed
