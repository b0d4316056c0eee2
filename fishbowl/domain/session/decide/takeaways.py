"""Rules of takeaways: one's own until they are shared, on the wall once they are put up."""

from collections.abc import Sequence

from msgspec.structs import replace

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.notes import due_day
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.ids import ItemId, TakeawayId
from fishbowl.domain.session.model import Takeaway
from fishbowl.domain.session.rules.summary.looked_at import is_told
from fishbowl.domain.session.rules.takeaways import (
    is_looking_back,
    own_takeaways,
    told_with,
    told_words,
)
from fishbowl.domain.session.rules.telling import takes_sign_ups
from fishbowl.domain.session.state import Session

TAKEAWAYS_EACH = 12
"""How much one person can keep in a session."""


@decides
def keep_takeaway(session: Session, command: c.KeepTakeaway, given: Given) -> Sequence[e.Event]:
    """Keep something. What is shared can be so until a person has published the summary."""
    person = given.sender
    if not command.words:
        raise Rejected("words_needed", field="words")
    brings = command.kind == "brought"
    _check_origin(session, brings, command.origin)
    if not brings and not is_looking_back(session):
        raise Rejected("not_looking_back")
    if command.shared and session.summary.published:
        raise Rejected("summary_published")
    own = own_takeaways(session, person)
    same = (command.kind, command.words, command.origin)
    if any((t.kind, t.words, t.origin) == same for t in own):
        raise AlreadyTrue()
    if len(own) >= TAKEAWAYS_EACH:
        raise Rejected("limit_reached", most=TAKEAWAYS_EACH)
    return [
        e.TakeawayKept(
            person=person,
            kind=command.kind,
            words=command.words,
            shared=command.shared or brings,
            due=due_day(command.due) if command.kind == "will" else "",
            origin=command.origin if brings else "",
        )
    ]


@decides
def edit_takeaway(session: Session, command: c.EditTakeaway, given: Given) -> Sequence[e.Event]:
    """Put one's own otherwise; only a commitment has a day."""
    takeaway = _known(session, command.takeaway)
    if command.words == "":
        raise Rejected("words_needed", field="words")
    kind = command.kind or takeaway.kind
    if (kind == "brought") != (takeaway.kind == "brought"):
        raise Rejected("kinds_differ")
    brings = kind == "brought"
    origin = takeaway.origin if command.origin is None else command.origin
    if brings and not origin:
        raise Rejected("words_needed", field="origin")
    due = takeaway.due if command.due is None else due_day(command.due)
    after = replace(
        takeaway,
        kind=kind,
        words=takeaway.words if command.words is None else command.words,
        shared=brings or (takeaway.shared if command.shared is None else command.shared),
        due=due if kind == "will" else "",
        origin=origin if brings else "",
    )
    if after == takeaway:
        raise AlreadyTrue()
    _check_unpublished(session, takeaway, after)
    return [changed_to(after)]


def changed_to(after: Takeaway) -> e.TakeawayChanged:
    """The event by which a takeaway reads as it does in ``after``."""
    return e.TakeawayChanged(
        takeaway=after.id,
        person=after.person,
        kind=after.kind,
        words=after.words,
        shared=after.shared,
        due=after.due,
        origin=after.origin,
    )


@decides
def withdraw_takeaway(
    session: Session, command: c.WithdrawTakeaway, given: Given
) -> Sequence[e.Event]:
    """Let one's own go; what the published summary shows stays there."""
    takeaway = session.takeaways.get(command.takeaway)
    if takeaway is None:
        raise AlreadyTrue()
    _check_unpublished(session, takeaway)
    return [e.TakeawayWithdrawn(takeaway=takeaway.id, person=takeaway.person)]


@decides
def put_up_takeaway(session: Session, command: c.PutUpTakeaway, given: Given) -> Sequence[e.Event]:
    """Let the wall show it, also after it was set aside."""
    takeaway = _shared(session, command.takeaway)
    if takeaway.state == "up":
        raise AlreadyTrue()
    return [e.TakeawayPutUp(takeaway=takeaway.id)]


@decides
def put_up_takeaways(
    session: Session, command: c.PutUpTakeaways, given: Given
) -> Sequence[e.Event]:
    """Let the wall show all of them; one command, one undo."""
    found = [_shared(session, takeaway) for takeaway in dict.fromkeys(command.takeaways)]
    events = [e.TakeawayPutUp(takeaway=one.id) for one in found if one.state != "up"]
    if not events:
        raise AlreadyTrue()
    return events


@decides
def reword_takeaway(session: Session, command: c.RewordTakeaway, given: Given) -> Sequence[e.Event]:
    """Put it otherwise for others; who does has looked at it."""
    takeaway = _shared(session, command.takeaway)
    if not command.words:
        raise Rejected("words_needed", field="words")
    if command.words == told_words(takeaway):
        raise AlreadyTrue()
    words = "" if command.words == takeaway.words else command.words
    reworded = e.TakeawayReworded(takeaway=takeaway.id, person=takeaway.person, words=words)
    return [reworded, *_passed(session, takeaway)]


@decides
def merge_takeaway(session: Session, command: c.MergeTakeaway, given: Given) -> Sequence[e.Event]:
    """Tell it with another one of its kind, or alone again; who does has looked at both."""
    takeaway = _shared(session, command.takeaway)
    if command.into is None:
        if takeaway.into is None:
            raise AlreadyTrue()
        return [e.TakeawayMerged(takeaway=takeaway.id, into=None)]
    into = told_with(session, _shared(session, command.into))
    if into.kind != takeaway.kind:
        raise Rejected("kinds_differ")
    if into.id == takeaway.id:
        raise Rejected("same_takeaway")
    if takeaway.into == into.id:
        raise AlreadyTrue()
    merged = e.TakeawayMerged(takeaway=takeaway.id, into=into.id)
    return [merged, *_passed(session, takeaway, into)]


def _passed(session: Session, *takeaways: Takeaway) -> list[e.Event]:
    """Pass what was not looked at before."""
    items = tuple(ItemId(one.id) for one in takeaways if not is_told(session, ItemId(one.id)))
    return [e.WordsPassed(items=items)] if items else []


@decides
def set_aside_takeaway(
    session: Session, command: c.SetAsideTakeaway, given: Given
) -> Sequence[e.Event]:
    """Leave it out."""
    takeaway = _shared(session, command.takeaway)
    if takeaway.state == "aside":
        raise AlreadyTrue()
    return [e.TakeawaySetAside(takeaway=takeaway.id)]


def _check_origin(session: Session, brings: bool, origin: str) -> None:
    """Ask where somebody was who signs up to tell, while there is a telling to sign up for."""
    if brings and not origin:
        raise Rejected("words_needed", field="origin")
    if brings and not takes_sign_ups(session):
        raise Rejected("phase_over")


def _check_unpublished(session: Session, *versions: Takeaway) -> None:
    """A published summary is what it is; what is private can change for ever."""
    if session.summary.published and any(one.shared for one in versions):
        raise Rejected("summary_published")


def _known(session: Session, takeaway: TakeawayId) -> Takeaway:
    found = session.takeaways.get(takeaway)
    if found is None:
        raise Rejected("takeaway_unknown")
    return found


def _shared(session: Session, takeaway: TakeawayId) -> Takeaway:
    """For who runs the session there are none but the shared ones."""
    found = _known(session, takeaway)
    if not found.shared or not found.words:
        raise Rejected("takeaway_unknown")
    return found
