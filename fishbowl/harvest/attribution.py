"""What may leave the session, by the attribution that was chosen when it was made.

The one place that knows. Every output calls :func:`publishable`, so a new output is safe before
anybody has thought of it.
"""

import msgspec

from fishbowl.harvest.model import Left, NoteFacts, PointFacts, Summary, TopicFacts

replace = msgspec.structs.replace

CHATHAM_HOUSE_LEAVES_OUT: tuple[Left, ...] = (
    "people", "turns", "chairs", "queue", "topic_times", "owners",
)  # fmt: skip
"""No name, no list of who was there, nothing that says when somebody spoke."""


def publishable(summary: Summary) -> Summary:
    """Return what may be shown, printed or exported. Calling it again changes nothing.

    *Named*: everything; hidden and forgotten names are not in a summary to begin with.
    *Chatham House*: the question, the topics with their minutes, and totals.
    """
    if summary.session.attribution == "named":
        return summary
    return replace(
        summary,
        people=(),
        turns=(),
        queue=(),
        points=_without_names(summary.points),
        notes=tuple(_without_owner(note) for note in summary.notes),
        topics=tuple(_without_people(topic) for topic in summary.topics),
        left_out=CHATHAM_HOUSE_LEAVES_OUT,
    )


def _without_names(points: tuple[PointFacts, ...]) -> tuple[PointFacts, ...]:
    """The words alone; sorted, so that their order says nothing about who wrote when."""
    words = sorted(point.words for point in points)
    return tuple(PointFacts(who=None, words=said) for said in words)


def _without_owner(note: NoteFacts) -> NoteFacts:
    """What was noted, and no more of who does it than the note itself says."""
    return replace(note, who=None, owner="", noted_at_ms=None)


def _without_people(topic: TopicFacts) -> TopicFacts:
    return replace(topic, spans=(), seated=())
