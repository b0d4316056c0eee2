"""Rooms as a console meets them, made quickly: by commands of another console and of phones."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.face import Face
from tests.support.server import Server

LONG_NAMES = (
    "Maximiliane Freifrau von Habsburg-Lothri",  # 40 letters
    "عبد الرحمن بن محمد الأنصاري",
    "小野寺 美智子",
    "Zoë 🐟🐠🐡 Ångström",
)
LONG_QUESTION = (
    "What would have to change in how we decide, pay, thank and rest so that people who came for "
    "one evening are still with us in three years?"
)
STARTERS = ("Lindiwe", "Tomasz", "Rafael", "Mei-Lin")


@contextmanager
def hand(server: Server, code: str) -> Iterator[Face]:
    """Give another console of the session, which prepares what a story is about."""
    face = Face(server, code, "console").connect()
    try:
        yield face
    finally:
        face.leave()


def seat(face: Face, names: tuple[str, ...] = STARTERS) -> None:
    """Seat people without phones, from chair 1 on."""
    for chair, name in enumerate(names, 1):
        face.done("seat_walk_up", chair=chair, name=name)


def queue(face: Face, count: int, names: tuple[str, ...] = ()) -> None:
    """Let so many wait, brought in as one list: the rate limit knows nothing of lists."""
    others = (f"Guest of row {number + 1}" for number in range(len(names), count))
    people = [{"name": name} for name in (*names[:count], *others)]
    if people:
        face.at(face.done("add_people", people=people, place="queue"))


def chairs(face: Face, count: int) -> None:
    """Make it a bowl of so many chairs."""
    if len(face.slices["bowl"]["chairs"]) != count:
        face.done("change_chairs", count=count)
