"""Reading what a face was sent."""

from typing import Any

import msgspec

from fishbowl.views.common import Links
from tests.support.room import Room

NOWHERE = Links()
LINKS = Links(join_url="http://10.0.0.5:8080/WAVE47", join_text="10.0.0.5:8080", summary="/s/x")


def sent(view: Any) -> str:
    """The view as it goes over the wire, to look for what must not be there."""
    return msgspec.json.encode(view).decode()


def in_full_swing() -> Room:
    """Two sit, one of them speaks; one is called; two wait."""
    room = Room(chairs=4)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    room.asks("Amira", "Kofi", "Jonas")
    room.wait(minutes=2)
    room.facilitator.gives_floor("Mei-Lin")
    room.facilitator.calls("Amira", chair=3)
    return room


def chairs(view: dict[str, Any]) -> list[tuple[str, str | None]]:
    """State and name of every chair."""
    return [(chair.state, chair.person and chair.person.name) for chair in view["bowl"].chairs]
