"""Scenes of the queue, and what the console is sent in them; ``next_in_line.json`` keeps it.

``python -m tests.vectors.next_in_line`` writes the file anew after a rule was changed on purpose.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fishbowl.domain.session.commands import SnoozeRequest
from fishbowl.domain.session.next_action import next_action
from fishbowl.domain.session.rules.queue.requests import next_request
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from tests.support.room import Room

FILE = Path(__file__).with_suffix(".json")


def _room(*names: str, chairs: int = 3) -> Room:
    room = Room(chairs=chairs)
    room.facilitator.starts()
    room.asks(*names)
    return room


def _snoozes(room: Room, *names: str) -> None:
    for name in names:
        request = room.request(name)
        phone = room.phone_of(request.person)
        phone.sends(SnoozeRequest(request=request.id, minutes=5))


def _passes(room: Room, *names: str) -> None:
    for name in names:
        room.facilitator.calls(name, 1)
        person = room.person(name)
        room.phone_of(person).passes()


def nobody_waits() -> Room:
    """Chairs are free and nobody waits."""
    return _room()


def first_come() -> Room:
    """A chair is free: the first is called."""
    return _room("Amira", "Kofi")


def full_bowl() -> Room:
    """No chair is free, and the next action is about somebody who sits."""
    room = _room("Amira", "Kofi")
    room.facilitator.seats("Mei-Lin", "Tomasz", "Ingrid")
    return room


def before_the_start() -> Room:
    """Starting is the next action, and it names nobody."""
    room = Room()
    room.asks("Amira", "Kofi")
    return room


def first_snoozes() -> Room:
    """The first has asked for some minutes while the clock stands."""
    room = _room("Amira", "Kofi")
    _snoozes(room, "Amira")
    room.facilitator.pauses()
    return room


def first_has_passed() -> Room:
    """The first has just passed a call, and the clock stands."""
    room = _room("Amira", "Kofi")
    _passes(room, "Amira")
    room.facilitator.pauses()
    return room


def all_step_aside() -> Room:
    """The first asked for some minutes, the other has passed: the other is offered again."""
    room = _room("Amira", "Kofi")
    _snoozes(room, "Amira")
    _passes(room, "Kofi")
    room.facilitator.pauses()
    return room


def all_snooze() -> Room:
    """Everybody has asked for some minutes: all are left alone."""
    room = _room("Amira", "Kofi")
    _snoozes(room, "Amira", "Kofi")
    room.facilitator.pauses()
    return room


def read_aloud() -> Room:
    """Words are read aloud in their turn."""
    room = Room(chairs=3)
    room.facilitator.starts()
    (amira, kofi) = room.joins("Amira", "Kofi")
    amira.asks("Two sentences.", kind="read_aloud")
    kofi.asks()
    return room


SCENES: tuple[Callable[[], Room], ...] = (
    nobody_waits, first_come, full_bowl, before_the_start, first_snoozes, first_has_passed,
    all_step_aside, all_snooze, read_aloud,
)  # fmt: skip


def played(scene: Callable[[], Room]) -> dict[str, Any]:
    """Play a scene: what the console is sent of it, and who is next by the rules."""
    session = scene().session
    action, first = next_action(session), next_request(session)
    view = console_view(session, Links())
    named = view["action"].next and view["action"].next.args.get("request")
    asked = None if action is None else getattr(action.command, "request", None)
    return {
        "what": (scene.__doc__ or "").strip(),
        "named": named,
        "items": [
            {"request": item.request, "resting": item.resting, "reason": item.why.reason}
            for item in view["queue"].items
        ],
        "next": asked if asked is not None else first and first.id,
    }


if __name__ == "__main__":
    lines = ",\n ".join(json.dumps(played(scene)) for scene in SCENES)
    FILE.write_text(f"[\n {lines}\n]\n", encoding="utf-8")
