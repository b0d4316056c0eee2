"""What a state of a series consists of, as its log tells it.

Days are ``2026-11-05`` and times of day ``12:15``, both as clocks show them in the time zone of the
series, so that an occasion at noon stays at noon when daylight saving begins.
"""

import msgspec

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.series.ids import (
    Bring,
    ComerId,
    Every,
    OccasionId,
    SwapId,
    Weekday,
)


class Recurrence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When occasions come again.

    :param every: with ``interval``: every second week is ``week`` and 2.
    :param weekdays: of a week one or several; of a month or year one, together with ``nth``.
    :param nth: which of them in a month: 1 to 4, or -1 for the last; 0 goes by ``day``.
    :param day: of the month, 1 to 31. A shorter month has it on its last day.
    :param month: 1 to 12, of a year; 0 otherwise.
    :param starts_on: the first day that counts.
    :param until: the last day that counts; empty goes on.
    """

    every: Every
    interval: int = 1
    weekdays: tuple[Weekday, ...] = ()
    nth: int = 0
    day: int = 0
    month: int = 0
    starts_on: str
    until: str = ""
    at: str
    minutes: int


class Defaults(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How its sessions are set up unless the occasion says otherwise.

    :param format: empty is the plain fishbowl.
    :param chairs: 0 is as the format has it, likewise the minutes on a chair.
    :param language: of the talk; empty lets it be guessed.
    :param expected: how many people are expected; 0 is not known.
    """

    format: str = ""
    chairs: int = 0
    seat_minutes: int = 0
    attribution: str = "named"
    language: str = ""
    expected: int = 0


class About(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a host has said of a series.

    :param label: its name.
    :param slug: its name in addresses, ``/series/first-thursday-lunch``.
    :param purpose: what it is for.
    :param time_zone: its IANA name.
    :param hashtag: without ``#``.
    :param is_public: whether its page and calendar are for everybody.
    :param under_18: nobody is named, and neither pass nor rota is offered.
    :param has_rota: whether those who chose turns are asked, ``notice_days`` before.
    :param asks_by_itself: or only when a host presses.
    :param opens_by_itself: whether an occasion becomes a session at its hour without a press.
    :param welcomes: whether people may say that they come, without being members.
    """

    label: str
    slug: str
    purpose: str = ""
    place: str = ""
    time_zone: str = "UTC"
    hashtag: str = ""
    is_public: bool = False
    under_18: bool = False
    has_rota: bool = True
    asks_by_itself: bool = True
    opens_by_itself: bool = False
    welcomes: bool = True
    notice_days: int = 14
    defaults: Defaults = msgspec.field(default_factory=Defaults)


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When and where an occasion is, and what it is about.

    :param on: the day; ``at`` the time of day.
    :param title: the question, or what it is called; empty is the name of the series.
    :param room: in a conference; empty is the place of the series.
    :param people: who leads it, as a programme names them.
    :param format: empty is that of the series.
    """

    on: str
    at: str
    minutes: int
    title: str = ""
    room: str = ""
    people: str = ""
    note: str = ""
    format: str = ""


SLOT_FIELDS: tuple[str, ...] = Slot.__struct_fields__
LEFT_OUT = "left_out"
"""Among the fields that were changed here: a host left it out, or brought it back, by hand."""


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """Whose turn an occasion is.

    :param until_ms: while they are asked, when the question ends; ``None`` once they took it.
    :param passed: they said no, which looks like silence to hosts until the question ends.
    """

    member: MemberId
    until_ms: Millis | None = None
    passed: bool = False

    @property
    def is_taken(self) -> bool:
        """Whether they said yes."""
        return self.until_ms is None


class Brought(msgspec.Struct, frozen=True, kw_only=True):
    """What the one whose turn it is brings; ``words`` say which."""

    bring: Bring
    words: str
    seq: Seq


class Comer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who comes; a first name, deleted after the day."""

    id: ComerId
    label: str


class Occasion(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion of which more is known than the recurrence says.

    :param source: what an imported programme calls it; empty if a host planned it.
    :param local: fields that were changed here, which the next import leaves alone.
    :param left_out: why it does not take place; ``None`` if it does.
    :param asked: members who were asked before, and did not take the turn.
    :param not_carried: open lines of earlier sessions that are not to be up from the beginning.
    :param code: the session that it became.
    :param sequence: how often what calendars show has changed.
    """

    id: OccasionId
    slot: Slot
    source: str = ""
    local: frozenset[str] = frozenset()
    left_out: str | None = None
    turn: Turn | None = None
    asked: tuple[MemberId, ...] = ()
    brought: Brought | None = None
    comers: tuple[Comer, ...] = ()
    not_carried: frozenset[str] = frozenset()
    code: str = ""
    sequence: int = 0


class Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What those who are invited by mail were last told of an occasion.

    :param sequence: what the calendar file that they got says.
    :param is_off: that it does not take place.
    """

    occasion: OccasionId
    slot: Slot
    sequence: int
    is_off: bool = False


class Swap(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose turn ``gives`` is would rather have that of ``takes``.

    :param declined: the other said no, which looks like silence until it ends.
    """

    id: SwapId
    member: MemberId
    other: MemberId
    gives: OccasionId
    takes: OccasionId
    until_ms: Millis
    declined: bool = False
