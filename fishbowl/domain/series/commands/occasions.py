"""Commands about occasions."""

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from fishbowl.domain.series.commands.base import (
    CARRIED_MAX,
    DOOR,
    HOST,
    HOST_OR_TIME,
    LINES_MAX,
    TIME,
    Command,
    FirstName,
    OccasionRef,
    Sender,
    Words,
)
from fishbowl.domain.series.ids import ComerId
from fishbowl.domain.series.model import Slot

CODE_MAX = 16


class PlanOccasion(Command, frozen=True, kw_only=True):
    """Plan an occasion on its own."""

    senders: ClassVar[frozenset[Sender]] = HOST
    slot: Slot


class ChangeOccasion(Command, frozen=True, kw_only=True):
    """Put an occasion at another time or place, or let it be about something else."""

    senders: ClassVar[frozenset[Sender]] = HOST
    occasion: OccasionRef
    slot: Slot


class LeaveOutOccasion(Command, frozen=True, kw_only=True):
    """Let an occasion not take place."""

    senders: ClassVar[frozenset[Sender]] = HOST
    occasion: OccasionRef
    why: Words = ""


class BringBackOccasion(Command, frozen=True, kw_only=True):
    """Let an occasion take place after all."""

    senders: ClassVar[frozenset[Sender]] = HOST
    occasion: OccasionRef


class ProgrammeLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One session of a programme.

    :param source: what the programme calls it, the same in every version of it.
    """

    source: Annotated[str, Meta(min_length=1, max_length=200)]
    slot: Slot


class ImportProgramme(Command, frozen=True, kw_only=True):
    """Take a programme, for the first time or again.

    What was changed here stays as it is; what the programme names no more is left out, unless it
    has become a session or is over.
    """

    senders: ClassVar[frozenset[Sender]] = HOST
    lines: Annotated[tuple[ProgrammeLine, ...], Meta(max_length=LINES_MAX)]


class Come(Command, frozen=True, kw_only=True):
    """Say that one comes, by a first name."""

    senders: ClassVar[frozenset[Sender]] = DOOR
    occasion: OccasionRef
    label: FirstName


class ComeNot(Command, frozen=True, kw_only=True):
    """Take back that one comes."""

    senders: ClassVar[frozenset[Sender]] = DOOR
    occasion: OccasionRef
    comer: ComerId


class ForgetComers(Command, frozen=True, kw_only=True):
    """Forget who came to an occasion, since the day is over."""

    senders: ClassVar[frozenset[Sender]] = TIME
    occasion: OccasionRef


class ChooseCarry(Command, frozen=True, kw_only=True):
    """Choose which open lines of earlier sessions are up from the beginning.

    :param left: those that are not, by the keys that the page gave them.
    """

    senders: ClassVar[frozenset[Sender]] = HOST
    occasion: OccasionRef
    left: Annotated[tuple[Annotated[str, Meta(max_length=64)], ...], Meta(max_length=CARRIED_MAX)]


class MakeSession(Command, frozen=True, kw_only=True):
    """Let an occasion become the session with this code, which is nobody's yet.

    :param was_held: it was held elsewhere, and is over as a rule.
    """

    senders: ClassVar[frozenset[Sender]] = HOST_OR_TIME
    occasion: OccasionRef
    code: Annotated[str, Meta(min_length=1, max_length=CODE_MAX)]
    was_held: bool = False
