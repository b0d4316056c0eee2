"""What happens to takeaways."""

from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.ids import TakeawayId
from fishbowl.domain.session.model import Part, Takeaway
from fishbowl.domain.session.state import Changes, Session


@folds
def takeaway_kept(session: Session, event: e.TakeawayKept, entry: Entry) -> Changes:
    """Keep it for its author."""
    takeaway = Takeaway(
        id=TakeawayId(entry.seq),
        person=event.person,
        kind=event.kind,
        words=event.words,
        kept_at_ms=entry.at_ms,
        shared=event.shared,
        due=event.due,
        origin=event.origin,
    )
    return {Part("takeaway", takeaway.id): takeaway}


@folds
def takeaway_changed(session: Session, event: e.TakeawayChanged, entry: Entry) -> Changes:
    """Let it read otherwise: the facilitator has not seen these words."""
    changed = replace(
        session.takeaways[event.takeaway],
        kind=event.kind,
        words=event.words,
        shared=event.shared,
        due=event.due,
        origin=event.origin,
        state="waiting",
        edited="",
        into=None,
    )
    return {Part("takeaway", event.takeaway): changed, **not_passed(session, event.takeaway)}


def not_passed(session: Session, item: int) -> Changes:
    """Words that were changed have to be looked at again."""
    part = Part("passed", item)
    return {} if session.part(part) is None else {part: None}


@folds
def takeaway_reworded(session: Session, event: e.TakeawayReworded, entry: Entry) -> Changes:
    """Tell it in other words."""
    changed = replace(session.takeaways[event.takeaway], edited=event.words)
    return {Part("takeaway", event.takeaway): changed}


@folds
def takeaway_merged(session: Session, event: e.TakeawayMerged, entry: Entry) -> Changes:
    """Tell it together with another one, or alone."""
    changed = replace(session.takeaways[event.takeaway], into=event.into)
    return {Part("takeaway", event.takeaway): changed}


@folds
def takeaway_withdrawn(session: Session, event: e.TakeawayWithdrawn, entry: Entry) -> Changes:
    """Let it go, and that it was closed."""
    gone = (Part("takeaway", event.takeaway), Part("item", event.takeaway))
    return {part: None for part in gone if session.part(part) is not None}


@folds
def takeaway_put_up(session: Session, event: e.TakeawayPutUp, entry: Entry) -> Changes:
    """Let the wall show it."""
    changed = replace(session.takeaways[event.takeaway], state="up", up_seq=Seq(entry.seq))
    return {Part("takeaway", event.takeaway): changed}


@folds
def takeaway_set_aside(session: Session, event: e.TakeawaySetAside, entry: Entry) -> Changes:
    """Leave it out."""
    changed = replace(session.takeaways[event.takeaway], state="aside")
    return {Part("takeaway", event.takeaway): changed}
