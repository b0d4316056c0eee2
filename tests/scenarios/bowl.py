"""Looking at a bowl, as its faces show it; what the scenes about chairs have in common."""

from collections.abc import Iterator
from typing import get_args

from fishbowl.domain.session import commands as c
from fishbowl.views.console import console_view
from fishbowl.views.phone import me_slice
from fishbowl.views.slices import ChairView, MakesRoom, MeSlice
from tests.support.room import Room
from tests.views.reading import NOWHERE


def started(*names: str, chairs: int = 5, open_chairs: int = 1) -> Room:
    """A bowl in which the talk is on; who is named sits there from before the start."""
    room = Room(chairs=chairs, open_chairs=open_chairs)
    room.facilitator.seats(*names)
    room.facilitator.starts()
    return room


def named(room: Room) -> MakesRoom | None:
    """Whom the console names."""
    action = console_view(room.session, NOWHERE)["action"]
    return action.makes_room  # type: ignore[attr-defined]


def told(room: Room, name: str) -> MeSlice:
    """What a person's own phone is told."""
    return me_slice(room.session, room.person(name))


def chair(room: Room, no: int) -> ChairView:
    """A chair, as every face shows it."""
    bowl = console_view(room.session, NOWHERE)["bowl"]
    return next(view for view in bowl.chairs if view.no == no)  # type: ignore[attr-defined]


def every_rule(room: Room) -> Iterator[c.ExitRule]:
    """Let one exit rule after the other hold."""
    yield room.session.rules.exit_rule
    for rule in set(get_args(c.ExitRule)) - {room.session.rules.exit_rule}:
        room.facilitator.changes_rules(exit_rule=rule)
        yield rule
