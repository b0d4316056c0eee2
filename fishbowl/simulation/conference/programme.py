"""The programme of a simulated conference: which question is asked when, and in which room."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from fishbowl.simulation.material import BANK, GENERAL, Material

ROOMS: tuple[str, ...] = (
    "Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Ginkgo", "Hazel",
)  # fmt: skip
"""The names of rooms; not more than there are questions, so that none is asked twice at a time."""
ROOMS_MAX = len(ROOMS)
PEOPLE_MAX = 500
"""What one process of simulated people can keep up with."""
NAME = "Listening Days"
PURPOSE = "Two days on how people listen to each other, in several rooms at once."
ZONE = "Europe/Lisbon"
TIMES: tuple[tuple[str, ...], ...] = (("09:30", "11:00", "14:00"), ("09:30", "11:00"))
"""When sessions begin, for each day."""
MINUTES, MINUTES_MAX = 24, 60
"""How long each one is planned, unless asked for otherwise; the longest leaves time for breaks."""
CLOSING = Material(
    question="What do we bring back, and what will we try at home?",
    event=NAME,
    threads=GENERAL.threads,
)
"""Asked at the end, of everybody in one room."""
CLOSING_AT, CLOSING_FORMAT = "14:00", "post-conference"
"""People sign up with where they were, and the round is planned from that."""


@dataclass(slots=True)
class Talk:
    """A session in a room.

    :param minutes: how long it is planned.
    :param code: its join code, once it has been created.
    """

    room: str
    material: Material
    format: str
    starts: datetime
    minutes: int
    code: str = ""

    @property
    def starts_ms(self) -> int:
        """When it begins, in milliseconds since 1970."""
        return int(self.starts.timestamp() * 1000)


Slot = tuple[Talk, ...]
"""Sessions at the same time, one a room."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the conference."""

    on: date
    slots: tuple[Slot, ...]

    @property
    def begins_ms(self) -> int:
        """When its first sessions begin, in milliseconds since 1970."""
        return self.slots[0][0].starts_ms


def draw_programme(rooms: int, first: date, minutes: int, draw: Random) -> tuple[Day, ...]:
    """Draw which question is asked when and where. At the end everybody is in the first room.

    Every question is asked once before one is asked again, and no two rooms ask the same at a time.

    :param rooms: from 1 to :data:`ROOMS_MAX`.
    :param first: the first of the days.
    :param minutes: the planned length of each session, up to :data:`MINUTES_MAX`.
    """
    questions = list(BANK)
    draw.shuffle(questions)
    asked = 0
    days: list[Day] = []
    for number, beginnings in enumerate(TIMES):
        on = first + timedelta(days=number)
        slots: list[Slot] = []
        for at in beginnings:
            starts = _at(on, at)
            slots.append(
                tuple(
                    Talk(
                        room=ROOMS[room],
                        material=questions[(asked + room) % len(questions)],
                        format="open",
                        starts=starts,
                        minutes=minutes,
                    )
                    for room in range(rooms)
                )
            )
            asked += rooms
        if number == len(TIMES) - 1:
            starts = _at(on, CLOSING_AT)
            slots.append((Talk(ROOMS[0], CLOSING, CLOSING_FORMAT, starts, minutes),))
        days.append(Day(on=on, slots=tuple(slots)))
    return tuple(days)


def _at(on: date, time: str) -> datetime:
    return datetime.fromisoformat(f"{on.isoformat()}T{time}").replace(tzinfo=ZoneInfo(ZONE))
