"""What happens to the summary: it goes out, comes back, and is put right."""

from typing import Any

from msgspec.structs import asdict, replace

from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.model import ItemEnd, Part, Recording, SummaryOrder, SummaryWords
from fishbowl.domain.session.state import Changes, Session

SUMMARY, WORDS, ORDER = Part("summary"), Part("summary_words"), Part("summary_order")


@folds
def words_passed(session: Session, event: e.WordsPassed, entry: Entry) -> Changes:
    """Let them stand in the summary; what was set aside is no longer so."""
    changes: dict[Part, Any] = {Part("passed", item): True for item in event.items}
    for item in event.items:
        for part in (Part("takeaway", item), Part("answer", item)):
            found = session.part(part)
            if found is not None and found.state == "aside":
                changes[part] = replace(found, state="waiting")
    return changes


@folds
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


@folds
def summary_withdrawn(session: Session, event: e.SummaryWithdrawn, entry: Entry) -> Changes:
    """Take the summary back."""
    return {SUMMARY: replace(session.summary, published=False)}


@folds
def summary_introduced(session: Session, event: e.SummaryIntroduced, entry: Entry) -> Changes:
    """Keep what stands around the summary."""
    return {WORDS: SummaryWords(**asdict(event))}


@folds
def summary_item_hidden(session: Session, event: e.SummaryItemHidden, entry: Entry) -> Changes:
    """Leave something out."""
    return {Part("left_out", event.item): True}


@folds
def summary_item_shown(session: Session, event: e.SummaryItemShown, entry: Entry) -> Changes:
    """Leave it in again."""
    return {Part("left_out", event.item): None}


@folds
def summary_ordered(session: Session, event: e.SummaryOrdered, entry: Entry) -> Changes:
    """Tell the topics in another order."""
    return {ORDER: SummaryOrder(topics=event.topics)}


@folds
def item_closed(session: Session, event: e.ItemClosed, entry: Entry) -> Changes:
    """Close it."""
    end = ItemEnd(id=event.item, closed_at_ms=entry.at_ms, person=event.person, words=event.words)
    return {Part("item", event.item): end}


@folds
def item_reopened(session: Session, event: e.ItemReopened, entry: Entry) -> Changes:
    """Open it again."""
    return {Part("item", event.item): None}


RECORDING = Part("recording")


@folds
def person_credited(session: Session, event: e.PersonCredited, entry: Entry) -> Changes:
    """Keep a person's choice, apart from the person: nothing is undone later because of it."""
    return {Part("credit", event.person): True if event.on else None}


@folds
def recording_marked(session: Session, event: e.RecordingMarked, entry: Entry) -> Changes:
    """A recording begins."""
    return {RECORDING: Recording(spans=(*session.recording.spans, (entry.at_ms, None)))}


@folds
def recording_ended(session: Session, event: e.RecordingEnded, entry: Entry) -> Changes:
    """The recording that goes on ends."""
    *before, (since, _) = session.recording.spans
    return {RECORDING: Recording(spans=(*before, (since, entry.at_ms)))}
