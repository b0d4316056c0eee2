"""How long somebody listens before asking depends on the room."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from fishbowl.simulation.listening import thinking_s
from fishbowl.simulation.people import PERSONALITIES


class Listener:
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
def listener() -> Listener:
    return Listener()


@pytest.mark.parametrize(
    ("change", "longer"),
    [
        (lambda listener: setattr(listener, "waiting", 8), True),
        (lambda listener: setattr(listener, "people", 400), True),
        (lambda listener: setattr(listener, "turns", 2), True),
        (lambda listener: setattr(listener, "state", "lobby"), True),
        (lambda listener: setattr(listener, "open", True), False),
        (lambda listener: setattr(listener, "tempo", 0.5), False),
        (lambda listener: setattr(listener, "kind", PERSONALITIES[0]), False),
    ],
    ids=["queue", "crowd", "spoken", "lobby", "open chair", "short session", "eager"],
)
def test_what_makes_people_think_longer(listener, change: Callable[[Listener], None], longer):
    before = listener.thinking_s()
    change(listener)
    assert (listener.thinking_s() > before) is longer


def test_an_open_chair_does_not_pull_while_others_wait(listener):
    listener.waiting = 3
    before = listener.thinking_s()
    listener.open = True
    assert listener.thinking_s() == before
