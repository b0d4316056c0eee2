"""A talk in which every word was marked, for the conversation web and for cards."""

from fishbowl.domain.session import commands as c
from tests.support.room import Room

NAMES = (
    "Ingrid", "Tomasz", "Mei-Lin", "Saoirse", "Kofi", "Yuna", "Bastien", "Jonas", "Amira",
    "Lindiwe", "Rafael", "Maximiliane von Habsburg-Lothringen", "Noor", "Elif",
)  # fmt: skip
SPEAK_S = 20


def marked_talk(
    *names: str, chairs: int = 5, rounds: int = 2, on: bool = True, **settings: object
) -> Room:
    """Let people sit one after the other, and those who sit speak round by round.

    :param on: whether the facilitator turns the web on.
    """
    room = Room(chairs=chairs, **{"event": "Stewardship Day, Room 2", **settings})
    names = names or NAMES
    for name in names:
        room.joins(name)
    room.facilitator.starts()
    spoke = ""
    for place, name in enumerate(names):
        if place >= chairs - 1:
            room.facilitator.frees(names[place - chairs + 1])
        room.facilitator.seats_known(name, _free(room))
        here = names[max(0, place - chairs + 2) : place + 1]
        for number in range(rounds * len(here) if len(here) > 2 else 0):
            speaks = here[(number + number // len(here)) % len(here)]
            if speaks != spoke:
                room.facilitator.gives_floor(speaks)
            room.wait(SPEAK_S)
            spoke = speaks
    if on:
        room.sends(c.ShowWeb(on=True))
    room.facilitator.closes()
    return room


def _free(room: Room) -> int:
    return min(chair.no for chair in room.session.chairs.values() if chair.turn is None)
