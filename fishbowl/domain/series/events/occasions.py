"""Events of occasions: when and where they are, who comes, which session they became."""

from typing import ClassVar

import msgspec

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.series.events.base import Event
from fishbowl.domain.series.ids import ComerId, OccasionId
from fishbowl.domain.series.model import Slot


class OccasionPlanned(Event, frozen=True, kw_only=True):
    """An occasion was planned on its own; its id is ``+`` and the number of the entry."""

    name: ClassVar[str] = "occasion.planned"
    slot: Slot


class OccasionChanged(Event, frozen=True, kw_only=True):
    """An occasion is at another time or place, or about something else.

    :param changed: the fields of the slot that are other ones now.
    """

    name: ClassVar[str] = "occasion.changed"
    occasion: OccasionId
    slot: Slot
    changed: tuple[str, ...]


class OccasionLeftOut(Event, frozen=True, kw_only=True):
    """An occasion does not take place.

    :param slot: when it would have been.
    :param why: for those who look for it; may be empty.
    """

    name: ClassVar[str] = "occasion.left_out"
    occasion: OccasionId
    slot: Slot
    why: str = ""


class OccasionBack(Event, frozen=True, kw_only=True):
    """It takes place after all."""

    name: ClassVar[str] = "occasion.back"
    occasion: OccasionId


class Imported(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a programme.

    :param occasion: empty for a new one.
    :param stays_out: a host has left it out, and it stays so.
    """

    source: str
    slot: Slot
    occasion: OccasionId = OccasionId("")
    stays_out: bool = False


class ProgrammeImported(Event, frozen=True, kw_only=True):
    """A programme was read, for the first time or again.

    :param lines: what is new, and what changed; new ones have the id ``+`` entry ``.`` position,
        counted from 1.
    :param gone: what the programme names no more; it is left out.
    """

    name: ClassVar[str] = "occasion.programme_imported"
    lines: tuple[Imported, ...]
    gone: tuple[OccasionId, ...] = ()


class SomebodyComes(Event, frozen=True, kw_only=True):
    """Somebody said that they come.

    :param label: a first name.
    :param slot: when the occasion is.
    """

    name: ClassVar[str] = "occasion.somebody_comes"
    erasable: ClassVar[tuple[str, ...]] = ("label",)
    occasion: OccasionId
    slot: Slot
    label: str


class ComersForgotten(Event, frozen=True, kw_only=True):
    """Who comes to an occasion is known no more: the day is over, or somebody takes it back.

    :param entries: whose ``label`` is overwritten.
    """

    name: ClassVar[str] = "occasion.comers_forgotten"
    occasion: OccasionId
    comers: tuple[ComerId, ...]
    entries: tuple[Seq, ...]


class CarryChosen(Event, frozen=True, kw_only=True):
    """Which open lines of earlier sessions are up from the beginning.

    :param left: those that are not, by their keys.
    """

    name: ClassVar[str] = "occasion.carry_chosen"
    occasion: OccasionId
    slot: Slot
    left: tuple[str, ...]


class SessionMade(Event, frozen=True, kw_only=True):
    """An occasion becomes the session with this code.

    The session is made after this is durable, and again if that failed.
    """

    name: ClassVar[str] = "occasion.session_made"
    occasion: OccasionId
    slot: Slot
    code: str
