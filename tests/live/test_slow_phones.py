"""A phone that does not read holds up nobody, and gets the present when it reads again."""

from collections.abc import Iterator

import pytest

from tests.live.conftest import Room
from tests.support.face import Face
from tests.support.raw_phone import RawPhone

TOPICS = 80
CHANGES = 60


@pytest.fixture
def slow_phone(room: Room) -> Iterator[RawPhone]:
    """A phone that has come in and then stops reading."""
    phone = RawPhone(room.server, room.code)
    yield phone
    phone.close()


def running(room: Room) -> Face:
    """A console of a session that has begun."""
    console = room.console()
    console.done("seat_walk_up", chair=1, name="Lindiwe")
    console.done("start_session")
    return console


def test_it_gets_the_newest_state_instead_of_all_it_has_missed(
    room: Room, slow_phone: RawPhone
) -> None:
    console, quick = running(room), room.phone("Amira")
    before = len(slow_phone.views)
    for number in range(TOPICS):
        console.done("begin_topic", title=f"{number} " + "words " * 12)
    for number in range(CHANGES):
        # Each change is seen before the next one, so none is sent together with another.
        quick.at(console.done("begin_topic", title=f"Newest {number}"))

    slow_phone.read_until(quick.version)
    assert len(slow_phone.views) - before < (TOPICS + CHANGES) / 2
    assert slow_phone.views[-1]["whole"]
    assert slow_phone.views[-1]["slices"]["topics"] == quick.slices["topics"]


def test_it_is_sent_every_change_again_once_it_reads(room: Room, slow_phone: RawPhone) -> None:
    console = running(room)
    for number in range(CHANGES):
        console.done("begin_topic", title=f"{number} " + "words " * 12)
    slow_phone.read_until(console.version)
    seen = console.done("begin_topic", title="And now this")
    slow_phone.read_until(seen)
    assert "And now this" in str(slow_phone.views[-1]["slices"]["topics"])
