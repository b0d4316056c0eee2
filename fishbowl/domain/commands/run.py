"""Commands about the run of show: its phases, their minutes, and the queue's last minutes."""

from typing import Annotated, Literal

from msgspec import Meta

from fishbowl.domain.commands.base import Command, Minutes, Words
from fishbowl.domain.commands.phases import PHASES_MAX, Phases
from fishbowl.domain.ids import PointId, RequestId

PhaseIndex = Annotated[int, Meta(ge=0, lt=PHASES_MAX)]
RebalanceHow = Literal["bowl", "closing", "later"]
"""Where time that was lost comes from: the talk, the end of the run, or nobody."""


class BeginPhase(Command, frozen=True, kw_only=True):
    """Go on to a later phase; those in between are left out.

    ``seen`` is the phase that went on when the button was pressed: if it is another by now, nothing
    is left out by mistake.
    """

    index: PhaseIndex
    seen: PhaseIndex | None = None


class EditRun(Command, frozen=True, kw_only=True):
    """From phase ``index`` on, the run is these; what is over stays as it was."""

    index: PhaseIndex
    phases: Phases


class SetPhaseMinutes(Command, frozen=True, kw_only=True):
    """Plan other minutes for a phase; the end moves with it."""

    index: PhaseIndex
    minutes: Minutes


class RebalanceRun(Command, frozen=True, kw_only=True):
    """Decide where ``ms`` that phases took too long come from; negative, where gained ones go."""

    how: RebalanceHow
    ms: Annotated[int, Meta(ge=-86_400_000, le=86_400_000)]


class MarkPhaseDue(Command, frozen=True, kw_only=True):
    """The minutes of the current phase are over."""

    index: PhaseIndex


class CloseQueue(Command, frozen=True, kw_only=True):
    """Let nobody new into the queue: the last minutes have begun."""


class OpenQueue(Command, frozen=True, kw_only=True):
    """Let people ask for a chair again; time will not close the queue a second time."""


class LeavePoint(Command, frozen=True, kw_only=True):
    """Leave a point in writing, for the summary.

    Once the session is over, only with what one had waited with until the end: ``request``.
    """

    words: Words
    request: RequestId | None = None


class WithdrawPoint(Command, frozen=True, kw_only=True):
    """Take back a point that one left in writing."""

    point: PointId
