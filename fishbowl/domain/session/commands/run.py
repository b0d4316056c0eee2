"""Commands about the run of show: its phases, their minutes, and the queue's last minutes."""

from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from fishbowl.domain.session.commands.base import (
    ChairCount,
    Command,
    EntryRule,
    ExitRule,
    Minutes,
    QueueOrder,
    Title,
    Words,
)
from fishbowl.domain.session.commands.senders import ATTENDEES, FACILITATORS, TIME, Owner, Senders
from fishbowl.domain.session.ids import PointId, RequestId

PHASES_MAX = 24
PHASE_MAX_MS = 24 * 60 * 60_000

PhaseKind = Literal["gather", "think", "pair_share", "groups", "bowl", "vote", "debrief", "close"]
"""What the room does in a phase."""
TextCode = Annotated[str, Meta(max_length=40, pattern="^[a-z0-9_]*$")]
"""Names a text that the faces have in every language."""


class Phase(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One step of the run of show, as planned.

    ``title``, ``opening`` and ``closing`` are the facilitator's own words; where they are empty,
    the faces have a text for ``title_code``, ``opening_code`` and ``closing_code``. The rules
    are those that begin to hold with the phase; ``None`` leaves a rule as it is. ``chairs_to``:
    near its end empty chairs are taken away one by one, until so many are left. ``tells``: whoever
    signed up tells what they bring back, one after another.
    """

    kind: PhaseKind
    planned_ms: Annotated[int, Meta(ge=0, le=PHASE_MAX_MS)]
    title_code: TextCode = ""
    opening_code: TextCode = ""
    closing_code: TextCode = ""
    title: Title = ""
    opening: Words = ""
    closing: Words = ""
    entry: EntryRule | None = None
    exit_rule: ExitRule | None = None
    order: QueueOrder | None = None
    seat_minutes: Minutes | None = None
    chairs_to: ChairCount | None = None
    tells: bool = False


Phases = Annotated[tuple[Phase, ...], Meta(max_length=PHASES_MAX)]


PhaseIndex = Annotated[int, Meta(ge=0, lt=PHASES_MAX)]
RebalanceHow = Literal["bowl", "closing", "later"]
"""Where time that was lost comes from: the talk, the end of the run, or nobody."""


class BeginPhase(Command, frozen=True, kw_only=True):
    """Go on to a later phase; those in between are left out.

    ``seen`` is the phase that went on when the button was pressed: if it is another by now, nothing
    is left out by mistake.
    """

    senders: ClassVar[Senders] = FACILITATORS

    index: PhaseIndex
    seen: PhaseIndex | None = None


class EditRun(Command, frozen=True, kw_only=True):
    """From phase ``index`` on, the run is these; what is over stays as it was."""

    senders: ClassVar[Senders] = FACILITATORS

    index: PhaseIndex
    phases: Phases


class SetPhaseMinutes(Command, frozen=True, kw_only=True):
    """Plan other minutes for a phase; the end moves with it."""

    senders: ClassVar[Senders] = FACILITATORS

    index: PhaseIndex
    minutes: Minutes


class RebalanceRun(Command, frozen=True, kw_only=True):
    """Decide where ``ms`` that phases took too long come from; negative, where gained ones go."""

    senders: ClassVar[Senders] = FACILITATORS

    how: RebalanceHow
    ms: Annotated[int, Meta(ge=-86_400_000, le=86_400_000)]


class MarkPhaseDue(Command, frozen=True, kw_only=True):
    """The minutes of the current phase are over."""

    senders: ClassVar[Senders] = TIME

    index: PhaseIndex


class CloseQueue(Command, frozen=True, kw_only=True):
    """Let nobody new into the queue: the last minutes have begun."""

    senders: ClassVar[Senders] = {**FACILITATORS, **TIME}


class OpenQueue(Command, frozen=True, kw_only=True):
    """Let people ask for a chair again; time will not close the queue a second time."""

    senders: ClassVar[Senders] = FACILITATORS


class LeavePoint(Command, frozen=True, kw_only=True):
    """Leave a point in writing, for the summary.

    Once the session is over, only with what one had waited with until the end: ``request``.
    """

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "request"
    after_the_end: ClassVar[bool] = True

    words: Words
    request: RequestId | None = None


class WithdrawPoint(Command, frozen=True, kw_only=True):
    """Take back a point that one left in writing."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "point"
    after_the_end: ClassVar[bool] = True

    point: PointId
