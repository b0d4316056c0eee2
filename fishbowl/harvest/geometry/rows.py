"""Rows of topics and turns, formatted for the summary page."""

import msgspec

from fishbowl.domain.kernel.ids import TopicId
from fishbowl.harvest.model import Summary, TopicFacts, TurnFacts, Who
from fishbowl.harvest.sentences import topic_dots, topic_paragraphs
from fishbowl.harvest.words import clock, minutes


class TopicRow(msgspec.Struct, frozen=True, kw_only=True):
    """A topic under the chart. ``times`` are like "0:40–12:10"; ``title`` may be empty.

    ``began_run_ms`` is when it began first. ``votes`` are its dots, ``said`` the paragraphs about
    thumbs votes and reactions.
    """

    topic: TopicId
    title: str
    minutes: int
    times: tuple[str, ...]
    seated: tuple[Who, ...]
    votes: int
    began_run_ms: int | None
    said: tuple[str, ...]


class TurnRow(msgspec.Struct, frozen=True, kw_only=True):
    """A turn in the table, which is the accessible form of the chart."""

    who: Who
    chairs: str
    began: str
    ended: str
    seated: str
    spoken: str
    first: bool


def topic_rows(summary: Summary) -> tuple[TopicRow, ...]:
    """List the topics in the order of the summary."""
    return tuple(_topic(summary, topic) for topic in summary.topics)


def turn_rows(summary: Summary) -> tuple[TurnRow, ...]:
    """List the turns."""
    return tuple(_turn(turn) for turn in summary.turns)


def _topic(summary: Summary, topic: TopicFacts) -> TopicRow:
    return TopicRow(
        topic=topic.topic,
        title=topic.title,
        minutes=minutes(topic.talked_ms),
        times=tuple(f"{clock(s.from_run_ms)}–{clock(s.to_run_ms)}" for s in topic.spans),
        seated=tuple(seated.who for seated in topic.seated),
        votes=topic_dots(summary, topic),
        began_run_ms=topic.spans[0].from_run_ms if topic.spans else None,
        said=topic_paragraphs(summary, topic),
    )


def _turn(turn: TurnFacts) -> TurnRow:
    return TurnRow(
        who=turn.who,
        chairs=", ".join(str(interval.chair) for interval in turn.intervals),
        began=clock(turn.began_run_ms),
        ended=clock(turn.ended_run_ms),
        seated=clock(turn.seated_ms),
        spoken=clock(turn.spoken_ms),
        first=turn.first,
    )
