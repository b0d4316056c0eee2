"""Events of the run of show and of the queue's last minutes."""

from msgspec import UNSET

from fishbowl.domain.kernel.ids import PersonId, PointId, RequestId, TopicId
from fishbowl.domain.session.commands.run import Phases
from fishbowl.domain.session.events.base import ITSELF, Event, Result
from fishbowl.domain.session.events.limits import OnTheClock, PhaseNo, PlannedMs, WordsText


class PhaseBegun(Event, frozen=True, kw_only=True):
    """Phase ``index`` goes on from here; the one before it is over."""

    name = "phase.begun"
    undo = "by_role"
    undo_by = "facilitators"
    index: PhaseNo


class PhaseDue(Event, frozen=True, kw_only=True):
    """The planned minutes of phase ``index`` are over; it goes on until the next begins."""

    name = "phase.due"
    undo = "never"
    index: PhaseNo


class PhaseReplanned(Event, frozen=True, kw_only=True):
    """Phase ``index`` has other planned minutes from here.

    ``swap_run_ms`` is when the pairs of the phase that goes on have swapped; ``None`` if they have
    not, or if there are none. ``due``: the minutes of the phase that goes on are over.
    """

    name = "phase.replanned"
    undo = "by_role"
    undo_by = "facilitators"
    index: PhaseNo
    planned_ms: PlannedMs
    swap_run_ms: Result[OnTheClock | None] = UNSET
    due: Result[bool] = UNSET


class RunEdited(Event, frozen=True, kw_only=True):
    """From phase ``index`` on, the run of show is ``phases``.

    ``swap_run_ms`` and ``due`` as in ``phase.replanned``.
    """

    name = "run.edited"
    undo = "by_role"
    undo_by = "facilitators"
    index: PhaseNo
    phases: Phases
    swap_run_ms: Result[OnTheClock | None] = UNSET
    due: Result[bool] = UNSET


class QueueClosed(Event, frozen=True, kw_only=True):
    """Nobody new can ask for a chair; who waits may still be called."""

    name = "queue.closed"
    undo = "by_role"
    undo_by = "facilitators"


class QueueOpened(Event, frozen=True, kw_only=True):
    """People can ask for a chair again; ``by_hand`` keeps time from closing the queue."""

    name = "queue.opened"
    undo = "by_role"
    undo_by = "facilitators"
    by_hand: bool = False


class PointLeft(Event, frozen=True, kw_only=True):
    """A person left a point in writing; the entry's ``seq`` is the point.

    ``request`` is what the person had waited with until the end, if it was left afterwards.
    """

    name = "point.left"
    undo = "never"
    words_of = ITSELF
    erasable = ("words",)
    person: PersonId
    words: WordsText
    topic: TopicId | None = None
    request: RequestId | None = None


class PointWithdrawn(Event, frozen=True, kw_only=True):
    """Whoever left a point does not want it in the summary any more."""

    name = "point.withdrawn"
    undo = "never"
    takes_back = "point"
    point: PointId
    person: PersonId
