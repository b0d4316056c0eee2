"""What a programme changes in a series: the preview shows it, and the import decides by it."""

from collections.abc import Iterable

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.model import LEFT_OUT, Occasion, Slot
from fishbowl.domain.series.rules.occasions import changed_fields
from fishbowl.domain.series.rules.times import ends_at_ms, zone_of
from fishbowl.domain.series.state import Series


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the programme that is an occasion already.

    :param slot: the occasion after the import.
    :param changed: the fields that the import changes.
    :param kept: fields in which the programme says something else, and what was changed here stays.
    :param comes_back: it was left out because an earlier programme did not name it.
    """

    occasion: Occasion
    slot: Slot
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    comes_back: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether the import does anything with it."""
        return bool(self.changed) or self.comes_back


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A programme beside what is planned.

    :param new: lines that no occasion has; a source, and when and where it is.
    :param gone: occasions to come that an earlier programme named and this one does not.
    :param settled: occasions of which the import changes nothing, since each is a session.
    """

    new: tuple[tuple[str, Slot], ...]
    named: tuple[Named, ...]
    settled: tuple[Occasion, ...]
    gone: tuple[Occasion, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is as the programme says, or as it was changed here."""
        return not self.new and not self.gone and not any(one.is_changed for one in self.named)


def compare(series: Series, lines: Iterable[tuple[str, Slot]], now_ms: Millis) -> Comparison:
    """Compare a programme with what is planned.

    :param lines: sources, each at most once, with checked slots.
    """
    known = {one.source: one for one in series.occasions.values() if one.source}
    new: list[tuple[str, Slot]] = []
    named: list[Named] = []
    settled: list[Occasion] = []
    seen: set[str] = set()
    for source, slot in lines:
        seen.add(source)
        before = known.get(source)
        if before is None:
            new.append((source, slot))
        elif before.code:
            settled.append(before)
        else:
            named.append(_named(before, slot))
    gone = tuple(
        one
        for source, one in known.items()
        if source not in seen and is_dropped(series, one, now_ms)
    )
    return Comparison(new=tuple(new), named=tuple(named), settled=tuple(settled), gone=gone)


def is_dropped(series: Series, occasion: Occasion, now_ms: Millis) -> bool:
    """Whether an occasion is left out once the programme names it no more.

    It stays if it is a session already, is over, or a host brought it back by hand.
    """
    return (
        occasion.left_out is None
        and not occasion.code
        and LEFT_OUT not in occasion.local
        and ends_at_ms(occasion.slot, zone_of(series.about.time_zone)) > now_ms
    )


def days_of(series: Series) -> dict[str, list[Occasion]]:
    """The occasions planned one by one, by day, in the order of time and room."""
    days: dict[str, list[Occasion]] = {}
    order = sorted(series.occasions.values(), key=_by_time)
    for one in order:
        days.setdefault(one.slot.on, []).append(one)
    return days


def rooms_of(series: Series) -> tuple[str, ...]:
    """The rooms that occasions name, by name."""
    rooms = {one.slot.room for one in series.occasions.values() if one.slot.room}
    return tuple(sorted(rooms, key=str.casefold))


def _named(before: Occasion, slot: Slot) -> Named:
    differs = changed_fields(before.slot, slot)
    kept = tuple(field for field in differs if field in before.local)
    after = msgspec.structs.replace(slot, **{name: getattr(before.slot, name) for name in kept})
    return Named(
        occasion=before,
        slot=after,
        changed=tuple(field for field in differs if field not in before.local),
        kept=kept,
        comes_back=before.left_out is not None and LEFT_OUT not in before.local,
    )


def _by_time(occasion: Occasion) -> tuple[str, str, str, OccasionId]:
    return (occasion.slot.on, occasion.slot.at, occasion.slot.room, occasion.id)
