"""How long somebody listens before asking depends on the room."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from fishbowl.simulation.listening import thinking_s
from fishbowl.simulation.people import PERSONALITIES


class Room:
    """Somebody in a room, as far as thinking goes."""

    def __init__(self) -> None:
        self.people, self.waiting, self.open, self.state = 40, 0, False, "running"
        self.kind, self.turns, self.tempo = PERSONALITIES[1], 0, 1.0

    def thinking_s(self) -> float:
        session = SimpleNamespace(chair_count=5, open_chairs=1, state=self.state)
        phone = SimpleNamespace(
            session=session,
            queue=SimpleNamespace(length=lambda: self.waiting),
            bowl=SimpleNamespace(has_room=lambda: self.open),
        )
        who = SimpleNamespace(
            phone=phone,
            me=SimpleNamespace(turns=self.turns),
            room=SimpleNamespace(people=self.people),
            person=SimpleNamespace(kind=self.kind),
            tempo=self.tempo,
        )
        return thinking_s(who)


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.mark.parametrize(
    ("change", "longer"),
    [
        (lambda room: setattr(room, "waiting", 8), True),
        (lambda room: setattr(room, "people", 400), True),
        (lambda room: setattr(room, "turns", 2), True),
        (lambda room: setattr(room, "state", "lobby"), True),
        (lambda room: setattr(room, "open", True), False),
        (lambda room: setattr(room, "tempo", 0.5), False),
        (lambda room: setattr(room, "kind", PERSONALITIES[0]), False),
    ],
    ids=["queue", "crowd", "spoken", "lobby", "open chair", "short session", "eager"],
)
def test_what_makes_people_think_longer(room, change: Callable[[Room], None], longer):
    before = room.thinking_s()
    change(room)
    assert (room.thinking_s() > before) is longer


def test_an_open_chair_does_not_pull_while_others_wait(room):
    room.waiting = 3
    before = room.thinking_s()
    room.open = True
    assert room.thinking_s() == before
