"""Deciding occasions: when and where they are, who comes, which session they become."""

import msgspec

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.kernel.words import clean
from fishbowl.domain.series import commands as c
from fishbowl.domain.series import events as e
from fishbowl.domain.series.decide.registry import Given, decides
from fishbowl.domain.series.model import Occasion, Slot
from fishbowl.domain.series.rules.occasions import changed_fields, check_slot, find, to_come
from fishbowl.domain.series.rules.programme import compare
from fishbowl.domain.series.rules.times import day_is_over, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.domain.session.formats import FORMATS

COMERS_MAX = 500
OCCASIONS_MAX = 5_000
TITLE_MAX = 200
NOTE_MAX = 500


@decides
def plan_occasion(series: Series, command: c.PlanOccasion, given: Given) -> list[e.Event]:
    """Plan an occasion on its own."""
    _check_count(series, 1)
    return [e.OccasionPlanned(slot=checked(command.slot))]


@decides
def change_occasion(series: Series, command: c.ChangeOccasion, given: Given) -> list[e.Event]:
    """Put an occasion elsewhere; once it is a session, the session says when and where."""
    before, slot = find(series, command.occasion), checked(command.slot)
    if before.code:
        raise Rejected("already_session")
    changed = changed_fields(before.slot, slot)
    if not changed:
        raise AlreadyTrue
    return [e.OccasionChanged(occasion=before.id, slot=slot, changed=changed)]


@decides
def leave_out_occasion(series: Series, command: c.LeaveOutOccasion, given: Given) -> list[e.Event]:
    """Let an occasion not take place."""
    before = find(series, command.occasion)
    if before.code:
        raise Rejected("already_session")
    if before.left_out is not None:
        raise AlreadyTrue
    why = clean(command.why)
    return [e.OccasionLeftOut(occasion=before.id, slot=before.slot, why=why)]


@decides
def bring_back_occasion(
    series: Series, command: c.BringBackOccasion, given: Given
) -> list[e.Event]:
    """Let an occasion take place after all."""
    if find(series, command.occasion).left_out is None:
        raise AlreadyTrue
    return [e.OccasionBack(occasion=command.occasion)]


@decides
def import_programme(series: Series, command: c.ImportProgramme, given: Given) -> list[e.Event]:
    """Take a programme: what was changed here stays, what is a session or over stays as it is."""
    named = set()
    for line in command.lines:
        if line.source in named:
            raise Rejected("named_twice", source=line.source)
        named.add(line.source)
    slots = [(line.source, checked(line.slot)) for line in command.lines]
    found = compare(series, slots, given.now_ms)
    _check_count(series, len(found.new))
    if found.changes_nothing:
        raise AlreadyTrue
    new = [e.Imported(source=source, slot=slot) for source, slot in found.new]
    changed = [
        e.Imported(
            source=one.occasion.source,
            slot=one.slot,
            occasion=one.occasion.id,
            stays_out=one.occasion.left_out is not None and not one.comes_back,
        )
        for one in found.named
        if one.is_changed
    ]
    gone = tuple(one.id for one in found.gone)
    return [e.ProgrammeImported(lines=(*new, *changed), gone=gone)]


@decides
def come(series: Series, command: c.Come, given: Given) -> list[e.Event]:
    """Note that somebody comes."""
    if not series.about.welcomes:
        raise Rejected("doors_closed")
    occasion = to_come(series, command.occasion, given.now_ms)
    label = clean(command.label)
    if not label:
        raise Rejected("name_needed")
    if len(label) > c.NAME_MAX:
        raise Rejected("too_large", most=c.NAME_MAX)
    if len(occasion.comers) >= COMERS_MAX:
        raise Rejected("limit_reached", most=COMERS_MAX)
    return [e.SomebodyComes(occasion=occasion.id, slot=occasion.slot, label=label)]


@decides
def come_not(series: Series, command: c.ComeNot, given: Given) -> list[e.Event]:
    """Know no more that somebody comes."""
    known = series.occasions.get(command.occasion)
    if known is None or all(comer.id != command.comer for comer in known.comers):
        raise AlreadyTrue
    return [
        e.ComersForgotten(occasion=known.id, comers=(command.comer,), entries=(Seq(command.comer),))
    ]


@decides
def forget_comers(series: Series, command: c.ForgetComers, given: Given) -> list[e.Event]:
    """Know no more who came."""
    known = find(series, command.occasion)
    if not known.comers:
        raise AlreadyTrue
    if not day_is_over(known.slot, given.now_ms, zone_of(series.about.time_zone)):
        raise Rejected("not_due")
    return [forgotten(known)]


@decides
def choose_carry(series: Series, command: c.ChooseCarry, given: Given) -> list[e.Event]:
    """Note which open lines are not carried over."""
    occasion = to_come(series, command.occasion, given.now_ms)
    if occasion.not_carried == frozenset(command.left):
        raise AlreadyTrue
    left = tuple(sorted(set(command.left)))
    return [e.CarryChosen(occasion=occasion.id, slot=occasion.slot, left=left)]


@decides
def make_session(series: Series, command: c.MakeSession, given: Given) -> list[e.Event]:
    """Let an occasion become a session, once."""
    occasion = find(series, command.occasion)
    if occasion.code:
        raise AlreadyTrue
    if not command.was_held:
        occasion = to_come(series, command.occasion, given.now_ms)
    return [e.SessionMade(occasion=occasion.id, slot=occasion.slot, code=command.code)]


def checked(slot: Slot) -> Slot:
    """When and where an occasion is, with clean words.

    :raises Rejected: ``bad_date``, ``bad_times``, ``too_large`` or ``format_unknown``.
    """
    check_slot(slot)
    slot = msgspec.structs.replace(
        slot,
        title=clean(slot.title),
        room=clean(slot.room),
        people=clean(slot.people),
        note=slot.note.strip(),
    )
    for words, most in (
        (slot.title, TITLE_MAX),
        (slot.room, c.PLACE_MAX),
        (slot.people, TITLE_MAX),
        (slot.note, NOTE_MAX),
    ):
        if len(words) > most:
            raise Rejected("too_large", most=most)
    if slot.format and slot.format not in FORMATS:
        raise Rejected("format_unknown")
    return slot


def forgotten(occasion: Occasion) -> e.ComersForgotten:
    """That nobody is known any more who comes to an occasion."""
    comers = tuple(comer.id for comer in occasion.comers)
    return e.ComersForgotten(
        occasion=occasion.id,
        comers=comers,
        entries=tuple(Seq(comer) for comer in comers),
    )


def _check_count(series: Series, more: int) -> None:
    if len(series.occasions) + more > OCCASIONS_MAX:
        raise Rejected("limit_reached", most=OCCASIONS_MAX)
