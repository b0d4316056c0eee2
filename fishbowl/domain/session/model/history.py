"""What undo reads: actions, and the parts they touched."""

from typing import Any

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.ids import ActionId
from fishbowl.domain.session.model.base import Part, Struct


class Touch(Struct, frozen=True, kw_only=True):
    """One part as it was before an action, and who had touched it last, before and after it."""

    part: Part
    before: Any
    toucher_before: ActionId
    toucher_after: ActionId


class Action(Struct, frozen=True, kw_only=True):
    """A command of who runs the session, in the history that undo reads, oldest touch first.

    ``events`` names everything that the command caused; ``event`` is the first of them.
    """

    id: ActionId
    at_ms: Millis
    event: str
    events: tuple[str, ...] = ()
    touches: tuple[Touch, ...] = ()
    undoes: ActionId | None = None
    undone: bool = False
