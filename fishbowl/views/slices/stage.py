"""Shapes for the stage monitor, the screen for those on the chairs."""

from fishbowl.views.slices.display import CalledView
from fishbowl.views.slices.shared import Label, Slice


class RoomView(Slice, frozen=True, kw_only=True):
    """Somebody who is asked to make room.

    ``takes`` has tapped in and gets this chair; before ``minute_until_run_ms`` the one who sits
    there finishes a thought.
    """

    chair: int
    takes: Label | None
    minute_until_run_ms: int | None


class StageSlice(Slice, frozen=True, kw_only=True):
    """Who is on the way, who is likely to be called after them, and who is to make room.

    ``count`` is how many wait in all.
    """

    calls: tuple[CalledView, ...]
    next: tuple[Label, ...]
    count: int
    room: tuple[RoomView, ...]
