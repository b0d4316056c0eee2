"""What corrections change: the floor, the times of a turn, who is who."""

from collections.abc import Iterable
from typing import Any

import msgspec

from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.ids import PersonId, RunMillis
from fishbowl.domain.session.intervals import FOREVER, Interval, joined, overlap_ms, within, without
from fishbowl.domain.session.model import FacilitatorVoice, Floor, Part, PartKind, Turn
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace

_NAMING = ("person", "gave_to", "given_by")
"""Fields of parts that name a person."""
FLOOR, FACILITATOR = Part("floor"), Part("facilitator")


@folds
def floor_corrected(session: Session, event: e.FloorCorrected, entry: Entry) -> Changes:
    """Take the stretch from whoever had it, and give it to whose it was."""
    cut = (event.from_run_ms, event.until_run_ms)
    since = session.floor.since_run_ms
    opened = session.floor.turn is not None or session.floor.facilitator
    changes: dict[Part, Any] = {}
    before: tuple[Interval, ...] = ()
    if opened and since < cut[1]:
        # What is being said now goes on after the stretch; what was said before it is kept.
        before = ((since, cut[0]),) if since < cut[0] else ()
        changes[FLOOR] = replace(session.floor, since_run_ms=cut[1])
    for turn in session.turns.values():
        own = (*turn.spoken, *(before if session.floor.turn == turn.id else ()))
        spoken = _after(own, cut, given=event.turn == turn.id)
        if spoken != turn.spoken:
            changes[Part("turn", turn.id)] = replace(turn, spoken=spoken)
    own = (*session.facilitator.spoken, *(before if session.floor.facilitator else ()))
    spoken = _after(own, cut, given=event.facilitator)
    if spoken != session.facilitator.spoken:
        changes[FACILITATOR] = FacilitatorVoice(spoken=spoken)
    return changes


def _after(own: tuple[Interval, ...], cut: Interval, *, given: bool) -> tuple[Interval, ...]:
    if given:
        return joined((*without(own, cut), cut))
    return without(own, cut) if any(overlap_ms(one, cut) for one in own) else own


@folds
def turn_corrected(session: Session, event: e.TurnCorrected, entry: Entry) -> Changes:
    """Give a turn its right times; the floor it was marked with outside of them is cut off."""
    turn = session.turns[event.turn]
    began = turn.began_run_ms if event.began_run_ms is None else event.began_run_ms
    ended = turn.ended_run_ms if event.ended_run_ms is None else event.ended_run_ms
    changes: dict[Part, Any] = {Part("turn", turn.id): with_times(turn, began, ended)}
    if session.floor.turn == turn.id and session.floor.since_run_ms < began:
        changes[FLOOR] = Floor(turn=turn.id, since_run_ms=began)
    return changes


def with_times(turn: Turn, began: RunMillis, ended: RunMillis | None) -> Turn:
    """The turn as it is with other times."""
    first = replace(turn.sittings[0], from_run_ms=began)
    return replace(
        turn,
        began_run_ms=began,
        ended_run_ms=ended,
        sittings=(first, *turn.sittings[1:]),
        spoken=within(turn.spoken, ((began, FOREVER if ended is None else ended),)),
    )


@folds
def people_merged(session: Session, event: e.PeopleMerged, entry: Entry) -> Changes:
    """Make everything of the guest the person's; the guest is no longer in the room."""
    guest, person = session.people[event.guest], session.people[event.person]
    grouped = person if person.group_no else guest
    merged = replace(
        person,
        was=(*person.was, guest.id, *guest.was),
        volunteer=person.volunteer or guest.volunteer,
        group=grouped.group,
        group_no=grouped.group_no,
    )
    changes: dict[Part, Any] = {Part("person", guest.id): None, Part("person", person.id): merged}
    owned: tuple[tuple[PartKind, Iterable[Any]], ...] = (
        ("turn", session.turns.values()),
        ("request", session.requests.values()),
        ("topic", session.topics.values()),
        ("question", session.questions.values()),
        ("note", session.notes.values()),
    )
    for kind, parts in owned:
        for part in parts:
            fields = [f for f in _NAMING if getattr(part, f, None) == guest.id]
            if fields:
                changed = replace(part, **dict.fromkeys(fields, person.id))
                changes[Part(kind, part.id)] = changed
    return changes


@folds
def person_moved_device(session: Session, event: e.PersonMovedDevice, entry: Entry) -> Changes:
    """Let another phone be the person's."""
    return _person(session, event.person, key=event.key)


@folds
def volunteer_marked(session: Session, event: e.VolunteerMarked, entry: Entry) -> Changes:
    """Note who stands ready."""
    return _person(session, event.person, volunteer=event.on)


def _person(session: Session, person: PersonId, **fields: object) -> Changes:
    return {Part("person", person): replace(session.people[person], **fields)}
