"""What a facilitator intends: how a session of some length is planned, and its moments.

A script is data. Another format brings another script; who plays it stays the same.
"""

from dataclasses import dataclass

from fishbowl.domain.session.formats import FORMATS

FULL_MINUTES = 24
"""From this length on, people take the time they would like; in shorter sessions, their share."""
LEAST_TEMPO = 0.25


@dataclass(frozen=True, slots=True)
class Beat:
    """Something the facilitator does once.

    :param at: when, as a share of the planned length.
    :param act: its name in :data:`fishbowl.simulation.schedule.ACTS`.
    """

    at: float
    act: str


@dataclass(frozen=True, slots=True)
class Script:
    """How a facilitator runs a format.

    :param chairs: how many chairs a full room gets; a room of a handful gets fewer.
    :param open_chairs: how many of them are kept free.
    :param beats: the moments, in order.
    """

    name: str
    chairs: int
    open_chairs: int
    beats: tuple[Beat, ...]

    def chairs_for(self, people: int) -> int:
        """How many chairs make a bowl in which somebody is left to listen."""
        return max(self.open_chairs + 2, min(self.chairs, 1 + people // 2))


OPEN_FISHBOWL = Script(
    name="open fishbowl",
    chairs=5,
    open_chairs=1,
    beats=(
        Beat(0.02, "begin_topic"),
        Beat(0.08, "show_the_code"),
        Beat(0.12, "take_a_note"),
        Beat(0.14, "queue_without_phone"),
        Beat(0.22, "begin_topic"),
        Beat(0.26, "take_a_note"),
        Beat(0.30, "hide_a_name"),
        Beat(0.35, "pause"),
        Beat(0.37, "vote"),
        Beat(0.40, "take_a_note"),
        Beat(0.42, "begin_topic"),
        Beat(0.44, "seat_without_phone"),
        Beat(0.50, "nudge"),
        Beat(0.52, "take_a_note"),
        Beat(0.56, "move_a_request"),
        Beat(0.59, "ask_the_room"),
        Beat(0.62, "begin_topic"),
        Beat(0.65, "take_a_note"),
        Beat(0.68, "undo_a_slip"),
        Beat(0.72, "take_up_a_question"),
        Beat(0.74, "name_the_unnamed"),
        Beat(0.77, "take_a_note"),
        Beat(0.80, "begin_topic"),
        Beat(0.86, "take_a_note"),
        Beat(0.88, "extend"),
    ),
)
"""Chairs, one kept open; whoever has been seated longest makes room."""


_USUAL = (
    Beat(0.08, "show_the_code"),
    Beat(0.15, "take_a_note"),
    Beat(0.25, "begin_topic"),
    Beat(0.30, "take_a_note"),
    Beat(0.40, "take_a_note"),
    Beat(0.45, "begin_topic"),
    Beat(0.50, "take_a_note"),
    Beat(0.55, "nudge"),
    Beat(0.60, "take_a_note"),
    Beat(0.65, "begin_topic"),
    Beat(0.70, "take_a_note"),
    Beat(0.75, "undo_a_slip"),
    Beat(0.80, "take_a_note"),
)
"""What a facilitator does in any format, beside going from phase to phase."""


def script_for(name: str) -> Script:
    """The script of a format: its own, or the usual moments with the format's chairs."""
    form = FORMATS.get(name)
    if form is None or name == "open":
        return OPEN_FISHBOWL
    return Script(
        name=name,
        chairs=form.chairs.count,
        open_chairs=form.chairs.open_chairs,
        beats=_USUAL,
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """A session of a given length, from the first person at the door to the close.

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
    """Divide a length: gathering, pause and extension are part of it.

    :param minutes: everything together, at least 1.
    """
    gather_s = min(90.0, minutes * 60 * 0.08)
    pause_s = 30.0 if minutes >= 12 else 15.0 if minutes >= 5 else 0.0
    extension = 2 if minutes >= 12 else 1 if minutes >= 5 else 0
    planned = int(minutes - extension - (gather_s + pause_s) / 60)
    return Plan(gather_s=gather_s, planned=max(1, planned), extension=extension, pause_s=pause_s)


def tempo(planned_ms: int) -> float:
    """How much of their usual time people take in a session of this length; at most all of it."""
    return min(1.0, max(LEAST_TEMPO, planned_ms / 60_000 / FULL_MINUTES))
