"""To what those who chose it are invited by mail, and of which changes they are told when."""

from collections.abc import Iterator

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.model import Occasion, Told
from fishbowl.domain.series.rules.occasions import find, upcoming
from fishbowl.domain.series.rules.times import MINUTE_MS, ends_at_ms, zone_of
from fishbowl.domain.series.state import Series

AHEAD_DAYS = 14
"""So many days before an occasion its invitation comes."""
QUIET_MS = 5 * MINUTE_MS
"""So long after the last change they are told, so that several changes are one letter."""
PATIENCE_MS = 30 * MINUTE_MS
"""So long after the first change they are told, whatever goes on."""
AT_ONCE_MAX = 20
"""Occasions in one letter; what is left is told in the next one."""


def is_waiting(series: Series, now_ms: Millis) -> bool:
    """Whether telling waits, because somebody may be about to change more."""
    if not series.changed_ms:
        return False
    return now_ms < min(series.changed_ms + QUIET_MS, series.changed_from_ms + PATIENCE_MS)


def to_tell(series: Series, now_ms: Millis) -> tuple[Told, ...]:
    """What followers do not know yet; the lines of a programme are only in the calendar feed."""
    if series.about.under_18:
        return ()
    told = [*_changes(series, now_ms), *_new(series, now_ms)]
    return tuple(told[:AT_ONCE_MAX])


def over(series: Series, now_ms: Millis) -> tuple[OccasionId, ...]:
    """Occasions that they were told of and that are over."""
    zone = zone_of(series.about.time_zone)
    return tuple(id for id, one in series.told.items() if ends_at_ms(one.slot, zone) <= now_ms)


def sequence_of(series: Series, occasion: Occasion) -> int:
    """The SEQUENCE of an occasion in calendar files (RFC 5545); it only grows."""
    return series.sequence + occasion.sequence


def _changes(series: Series, now_ms: Millis) -> Iterator[Told]:
    gone = frozenset(over(series, now_ms))
    for id, told in sorted(series.told.items()):
        if id in gone:
            continue
        known = _known(series, id)
        if known is None or known.left_out is not None or _is_off(series, known):
            before = told if known is None else _told(series, known)
            sequence = max(before.sequence, told.sequence + 1)
            yield Told(occasion=id, slot=before.slot, sequence=sequence, is_off=True)
        elif sequence_of(series, known) != told.sequence:
            yield _told(series, known)


def _new(series: Series, now_ms: Millis) -> Iterator[Told]:
    for one in upcoming(series, now_ms, days=AHEAD_DAYS):
        if one.id not in series.told and not one.source:
            yield _told(series, one)


def _told(series: Series, one: Occasion) -> Told:
    return Told(occasion=one.id, slot=one.slot, sequence=sequence_of(series, one))


def _known(series: Series, id: OccasionId) -> Occasion | None:
    try:
        return find(series, id)
    except Rejected:
        return None


def _is_off(series: Series, one: Occasion) -> bool:
    """Whether it does not take place because the series has ended."""
    return series.is_ended and not one.code
