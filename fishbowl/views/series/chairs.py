"""The sessions of a series as chairs around one table; the last chair is open for the next."""

from math import cos, radians, sin

import msgspec

MIDDLE, RADIUS, CARD = 200.0, 134.0, 52.0
"""In a picture of 400 by 400: the table's middle, where chairs stand, where their numbers are."""
SIZE = 40.0
LEAST, MOST = 5, 8


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a chair stands, and its number on the table."""

    no: int
    x: float
    y: float
    card_x: float
    card_y: float
    is_open: bool = False


def series_chairs(sessions: int, has_next: bool) -> tuple[Place, ...]:
    """Place chairs for the latest sessions, and the open one after them.

    :param sessions: how many there have been; the latest stand at the table.
    :return: chairs clockwise; those between the sessions and the open one are empty.
    """
    seated = min(sessions, MOST - 1)
    count = max(LEAST, seated + 1)
    before = sessions - seated
    last = count - 1
    return tuple(
        _place(at, count, before + (seated if at == last else at) + 1, has_next and at == last)
        for at in range(count)
    )


def _place(at: int, count: int, no: int, is_open: bool) -> Place:
    angle = radians(-90 - 180 / count + at * 360 / count)
    return Place(
        no=no,
        x=round(MIDDLE + RADIUS * cos(angle), 1),
        y=round(MIDDLE + RADIUS * sin(angle), 1),
        card_x=round(MIDDLE + CARD * cos(angle), 1),
        card_y=round(MIDDLE + CARD * sin(angle) + 4, 1),
        is_open=is_open,
    )


class RoomPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where a room stands as a chair of the wall's bowl, in a picture of 1,000 by 1,000."""

    x: int
    y: int


ROOM_RADIUS = 370


def bowl_places(rooms: int) -> tuple[RoomPlace, ...]:
    """Where rooms stand around the table of a wall, clockwise from the top left."""
    angles = (radians(-90 - 180 / rooms + at * 360 / rooms) for at in range(rooms))
    return tuple(
        RoomPlace(
            x=round(500 + ROOM_RADIUS * cos(angle)),
            y=round(500 + ROOM_RADIUS * sin(angle)),
        )
        for angle in angles
    )
