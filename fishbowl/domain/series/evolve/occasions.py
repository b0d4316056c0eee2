"""Folds of occasions."""

from typing import Any

import msgspec

from fishbowl.domain.series import events as e
from fishbowl.domain.series.evolve.registry import Changes, folds
from fishbowl.domain.series.ids import ComerId, OccasionId, planned_id
from fishbowl.domain.series.model import LEFT_OUT, SLOT_FIELDS, Comer, Occasion, Slot
from fishbowl.domain.series.state import Series


@folds
def occasion_planned(series: Series, event: e.OccasionPlanned, entry: e.Entry) -> Changes:
    """Add one."""
    return put(series, Occasion(id=planned_id(entry.seq), slot=event.slot))


@folds
def occasion_changed(series: Series, event: e.OccasionChanged, entry: e.Entry) -> Changes:
    """Put it elsewhere; the next import leaves the changed fields alone."""
    before = known(series, event.occasion, event.slot)
    return put(
        series,
        before,
        slot=event.slot,
        local=before.local.union(event.changed),
        sequence=before.sequence + 1,
    )


@folds
def occasion_left_out(series: Series, event: e.OccasionLeftOut, entry: e.Entry) -> Changes:
    """Leave it out, whatever the next import says; nobody has its turn any more."""
    before = known(series, event.occasion, event.slot)
    changed = put(
        series,
        before,
        left_out=event.why,
        local=before.local.union((LEFT_OUT,)),
        turn=None,
        brought=None,
        asked=(),
        sequence=before.sequence + 1,
    )
    swaps = series.swaps
    for swap in series.swaps.values():
        if event.occasion in (swap.gives, swap.takes):
            swaps = swaps.delete(swap.id)
    return {**changed, "swaps": swaps}


@folds
def occasion_back(series: Series, event: e.OccasionBack, entry: e.Entry) -> Changes:
    """Let it take place after all, whatever the next import says."""
    before = series.occasions[event.occasion]
    return put(
        series,
        before,
        left_out=None,
        local=before.local.union((LEFT_OUT,)),
        sequence=before.sequence + 1,
    )


@folds
def programme_imported(series: Series, event: e.ProgrammeImported, entry: e.Entry) -> Changes:
    """Take what is new and what changed, and leave out what is gone."""
    occasions = series.occasions
    for number, line in enumerate(event.lines, 1):
        id = line.occasion or planned_id(entry.seq, number)
        before = occasions.get(id)
        if before is None:
            after = Occasion(id=id, slot=line.slot, source=line.source)
        else:
            after = msgspec.structs.replace(
                before,
                slot=line.slot,
                source=line.source,
                left_out=before.left_out if line.stays_out else None,
                sequence=before.sequence + 1,
            )
        occasions = occasions.set(id, after)
    for id in event.gone:
        before = occasions[id]
        after = msgspec.structs.replace(before, left_out="", sequence=before.sequence + 1)
        occasions = occasions.set(id, after)
    return {"occasions": occasions}


@folds
def somebody_comes(series: Series, event: e.SomebodyComes, entry: e.Entry) -> Changes:
    """Add somebody who comes."""
    before = known(series, event.occasion, event.slot)
    comer = Comer(id=ComerId(entry.seq), label=event.label)
    return put(series, before, comers=(*before.comers, comer))


@folds
def comers_forgotten(series: Series, event: e.ComersForgotten, entry: e.Entry) -> Changes:
    """Know no more that they come."""
    before = series.occasions.get(event.occasion)
    if before is None:  # its day is gone; only the words were left
        return {}
    gone = frozenset(event.comers)
    comers = tuple(comer for comer in before.comers if comer.id not in gone)
    return put(series, before, comers=comers)


@folds
def carry_chosen(series: Series, event: e.CarryChosen, entry: e.Entry) -> Changes:
    """Note which open lines are not carried over."""
    before = known(series, event.occasion, event.slot)
    return put(series, before, not_carried=frozenset(event.left))


@folds
def session_made(series: Series, event: e.SessionMade, entry: e.Entry) -> Changes:
    """Note which session an occasion became; from then on its day and time stay."""
    before = known(series, event.occasion, event.slot)
    return put(
        series,
        before,
        slot=event.slot,
        local=before.local.union(SLOT_FIELDS),
        code=event.code,
    )


def known(series: Series, id: OccasionId, slot: Slot) -> Occasion:
    """An occasion, of which nothing more may have been known until now."""
    return series.occasions.get(id) or Occasion(id=id, slot=slot)


def put(series: Series, occasion: Occasion, **fields: Any) -> Changes:
    """The occasions with another one, or with other values of one."""
    after = msgspec.structs.replace(occasion, **fields)
    return {"occasions": series.occasions.set(after.id, after)}
