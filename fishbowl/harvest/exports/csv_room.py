"""Further CSV tables: requests, topics, questions and phases."""

from collections.abc import Callable, Iterable

from fishbowl.harvest.exports.csv import Row, cell, to_csv, written
from fishbowl.harvest.exports.csv_notes import notes_table
from fishbowl.harvest.exports.csv_takeaways import debrief_table, takeaways_table
from fishbowl.harvest.model import Summary
from fishbowl.harvest.phase_words import title_of
from fishbowl.harvest.sentences import topic_dots
from fishbowl.harvest.words import instant, name_of

SIGNALS = ("agree", "thanks", "surprised", "slower", "microphone")


def queue_table(summary: Summary) -> str:
    """A line for each request, in the order in which they were made."""
    titles = {topic.topic: topic.title for topic in summary.topics}
    header = (
        "request", "person", "kind", "words", "topic", "asked_at", "waited_seconds", "outcome",
        "passes", "misses", "turn",
    )  # fmt: skip
    rows: Iterable[Row] = (
        (
            one.request,
            cell(name_of(one.who)),
            one.kind,
            cell(one.words),
            cell(titles.get(one.topic, "") if one.topic is not None else ""),
            instant(one.asked_at_ms) or "",
            round(one.waited_ms / 1000),
            one.outcome,
            one.passes,
            one.misses,
            "" if one.turn is None else one.turn,
        )
        for one in summary.queue
    )
    return written(header, rows)


def topics_table(summary: Summary) -> str:
    """A line for each topic, with its dots and reactions."""
    header = ("topic", "title", "talked_seconds", "seated_count", "dots", *SIGNALS)
    signals = {found.topic: found for found in summary.signals}
    rows: Iterable[Row] = (
        (
            one.topic,
            cell(one.title),
            round(one.talked_ms / 1000),
            one.seated_count,
            topic_dots(summary, one),
            *(getattr(signals.get(one.topic), kind, 0) for kind in SIGNALS),
        )
        for one in summary.topics
    )
    return written(header, rows)


def questions_table(summary: Summary) -> str:
    """A line for each question to the bowl that was put up."""
    rows: Iterable[Row] = (
        (
            one.question,
            "" if one.who is None else cell(name_of(one.who)),
            cell(one.words),
            one.upvotes,
            one.outcome,
        )
        for one in summary.questions
    )
    return written(("question", "person", "words", "upvotes", "outcome"), rows)


def phases_table(summary: Summary) -> str:
    """A line for each phase of the run of show."""
    rows: Iterable[Row] = (
        (
            number,
            cell(title_of(one.phase)),
            one.phase.kind,
            round(one.phase.planned_ms / 1000),
            "" if one.actual_ms is None else round(one.actual_ms / 1000),
        )
        for number, one in enumerate(summary.phases, start=1)
    )
    return written(("part", "title", "kind", "planned_seconds", "actual_seconds"), rows)


TABLES: dict[str, Callable[[Summary], str]] = {
    "turns": to_csv,
    "queue": queue_table,
    "topics": topics_table,
    "questions": questions_table,
    "phases": phases_table,
    "notes": notes_table,
    "takeaways": takeaways_table,
    "debrief": debrief_table,
}
"""All tables, by the name in commands and addresses; the first is the default."""
