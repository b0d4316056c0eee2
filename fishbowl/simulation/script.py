"""Scripts of the simulated facilitator: chairs and scheduled actions of a format, as data.

:func:`plan` divides the length of a session into gathering, talk, pause and extension.
"""

from dataclasses import dataclass

from fishbowl.domain.session.formats import FORMATS

FULL_MINUTES = 24
"""The planned minutes from which durations are not shortened."""
LEAST_TEMPO = 0.25


@dataclass(frozen=True, slots=True)
class ScheduledAction:
    """Something the facilitator does once.

    :param at: when, as a share of the planned length.
    :param action: its name in :data:`fishbowl.simulation.schedule.ACTIONS`.
    """

    at: float
    action: str


@dataclass(frozen=True, slots=True)
class Script:
    """How a facilitator runs a format.

    :param chairs: how many chairs there are at most; small rooms have fewer.
    :param open_chairs: how many of them are kept free.
    :param actions: the scheduled actions, in order.
    """

    name: str
    chairs: int
    open_chairs: int
    actions: tuple[ScheduledAction, ...]

    def chairs_for(self, people: int) -> int:
        """The number of chairs for a room: few enough that somebody is left to listen."""
        return max(self.open_chairs + 2, min(self.chairs, 1 + people // 2))


OPEN_FISHBOWL = Script(
    name="open fishbowl",
    chairs=5,
    open_chairs=1,
    actions=(
        ScheduledAction(0.02, "begin_topic"),
        ScheduledAction(0.08, "show_the_code"),
        ScheduledAction(0.12, "take_a_note"),
        ScheduledAction(0.14, "queue_without_phone"),
        ScheduledAction(0.22, "begin_topic"),
        ScheduledAction(0.26, "take_a_note"),
        ScheduledAction(0.30, "hide_a_name"),
        ScheduledAction(0.35, "pause"),
        ScheduledAction(0.37, "vote"),
        ScheduledAction(0.40, "take_a_note"),
        ScheduledAction(0.42, "begin_topic"),
        ScheduledAction(0.44, "seat_without_phone"),
        ScheduledAction(0.50, "nudge"),
        ScheduledAction(0.52, "take_a_note"),
        ScheduledAction(0.56, "move_a_request"),
        ScheduledAction(0.59, "ask_the_room"),
        ScheduledAction(0.62, "begin_topic"),
        ScheduledAction(0.65, "take_a_note"),
        ScheduledAction(0.68, "undo_a_slip"),
        ScheduledAction(0.72, "take_up_a_question"),
        ScheduledAction(0.74, "name_the_unnamed"),
        ScheduledAction(0.77, "take_a_note"),
        ScheduledAction(0.80, "begin_topic"),
        ScheduledAction(0.86, "take_a_note"),
        ScheduledAction(0.88, "extend"),
    ),
)
"""The script of the open fishbowl."""


_USUAL = (
    ScheduledAction(0.08, "show_the_code"),
    ScheduledAction(0.15, "take_a_note"),
    ScheduledAction(0.25, "begin_topic"),
    ScheduledAction(0.30, "take_a_note"),
    ScheduledAction(0.40, "take_a_note"),
    ScheduledAction(0.45, "begin_topic"),
    ScheduledAction(0.50, "take_a_note"),
    ScheduledAction(0.55, "nudge"),
    ScheduledAction(0.60, "take_a_note"),
    ScheduledAction(0.65, "begin_topic"),
    ScheduledAction(0.70, "take_a_note"),
    ScheduledAction(0.75, "undo_a_slip"),
    ScheduledAction(0.80, "take_a_note"),
)
"""The scheduled actions of all other formats."""


def script_for(name: str) -> Script:
    """The script of a format: the usual actions with the format's chairs, but for "open"."""
    form = FORMATS.get(name)
    if form is None or name == "open":
        return OPEN_FISHBOWL
    return Script(
        name=name,
        chairs=form.chairs.count,
        open_chairs=form.chairs.open_chairs,
        actions=_USUAL,
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """How the length of a session is divided, from the first arrival to the close.

    :param gather_s: how long the room gathers before the start.
    :param planned: the length in whole minutes that the session is set up with.
    :param extension: by how many minutes the facilitator extends it.
    :param pause_s: how long the pause is.
    """

    gather_s: float
    planned: int
    extension: int
    pause_s: float


def plan(minutes: int) -> Plan:
    """Divide a length into gathering, talk, pause and extension.

    :param minutes: the whole length, at least 1.
    """
    gather_s = min(90.0, minutes * 60 * 0.08)
    pause_s = 30.0 if minutes >= 12 else 15.0 if minutes >= 5 else 0.0
    extension = 2 if minutes >= 12 else 1 if minutes >= 5 else 0
    planned = int(minutes - extension - (gather_s + pause_s) / 60)
    return Plan(gather_s=gather_s, planned=max(1, planned), extension=extension, pause_s=pause_s)


def tempo(planned_ms: int) -> float:
    """The factor on all durations in a session of this length, from ``LEAST_TEMPO`` to 1."""
    return min(1.0, max(LEAST_TEMPO, planned_ms / 60_000 / FULL_MINUTES))
