"""What happens to the summary: it goes out, comes back, and is put right."""

from typing import Any

from msgspec.structs import asdict, replace

from fishbowl.domain import events as e
from fishbowl.domain.events import Entry
from fishbowl.domain.parts import Part, SummaryOrder, SummaryWords
from fishbowl.domain.state import Changes, Session

SUMMARY, WORDS, ORDER = Part("summary"), Part("summary_words"), Part("summary_order")


def words_passed(session: Session, event: e.WordsPassed, entry: Entry) -> Changes:
    """Let them stand in the summary; what was set aside is no longer so."""
    changes: dict[Part, Any] = {Part("passed", item): True for item in event.items}
    for item in event.items:
        for part in (Part("takeaway", item), Part("answer", item)):
            found = session.part(part)
            if found is not None and found.state == "aside":
                changes[part] = replace(found, state="waiting")
    return changes


def summary_published(session: Session, event: e.SummaryPublished, entry: Entry) -> Changes:
    """Make the summary public."""
    edition = session.last_edition + 1
    out = replace(
        session.summary,
        published=True,
        looked=event.looked,
        edition=edition,
        published_at_ms=entry.at_ms,
    )
    return {SUMMARY: out}


def summary_withdrawn(session: Session, event: e.SummaryWithdrawn, entry: Entry) -> Changes:
    """Take the summary back."""
    return {SUMMARY: replace(session.summary, published=False)}


def summary_introduced(session: Session, event: e.SummaryIntroduced, entry: Entry) -> Changes:
    """Keep what stands around the summary."""
    return {WORDS: SummaryWords(**asdict(event))}


def summary_item_hidden(session: Session, event: e.SummaryItemHidden, entry: Entry) -> Changes:
    """Leave something out."""
    return {Part("left_out", event.item): True}


def summary_item_shown(session: Session, event: e.SummaryItemShown, entry: Entry) -> Changes:
    """Leave it in again."""
    return {Part("left_out", event.item): None}


def summary_ordered(session: Session, event: e.SummaryOrdered, entry: Entry) -> Changes:
    """Tell the topics in another order."""
    return {ORDER: SummaryOrder(topics=event.topics)}
