"""What a person left out of the summary, taken out of every part of it."""

import msgspec

from fishbowl.harvest.model import NoteFacts, RequestFacts, Summary

replace = msgspec.structs.replace


def without_omitted(summary: Summary) -> Summary:
    """Return the summary without what was left out; nothing in it tells that there was more.

    With a topic go its insights and what the room said about it; what was decided, asked or
    promised under it stands for itself. Totals stay: they are about the room.
    """
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


def _is_out(note: NoteFacts, out: frozenset[int]) -> bool:
    return note.note in out or (note.kind == "insight" and note.topic in out)


def _request(request: RequestFacts, out: frozenset[int]) -> RequestFacts:
    """The wish stays, because the figures count it; its words go, and what they were about."""
    changed = request
    if request.request in out:
        changed = replace(changed, words="")
    return replace(changed, topic=None) if changed.topic in out else changed
