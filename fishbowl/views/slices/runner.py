"""Shapes for the microphone runner's phone."""

from fishbowl.views.slices.shared import Label, Slice


class FindView(Slice, frozen=True, kw_only=True):
    """Somebody whom the microphone may have to find: who, and where they said that they sit."""

    person: Label
    where: str


class RunnerCall(Slice, frozen=True, kw_only=True):
    """A call in the air, the oldest first: who is expected on which chair, and from where."""

    call: int
    person: Label
    where: str
    chair: int
    walking: bool
    deadline_run_ms: int | None


class RunnerSlice(Slice, frozen=True, kw_only=True):
    """Who is on the way, who is likely to be called after them, and how many wait in all."""

    calls: tuple[RunnerCall, ...]
    next: tuple[FindView, ...]
    count: int
