"""Shapes for the console: the queue, the next action, topics, and what happened."""

from fishbowl.domain.session.commands import RequestKind
from fishbowl.domain.session.model import TopicState
from fishbowl.domain.session.rules.chairs.making_room import ExitWhy
from fishbowl.domain.session.rules.queue.order_play import Reason
from fishbowl.views.slices.shared import Label, PaceView, Slice


class WhyView(Slice, frozen=True, kw_only=True):
    """Why somebody stands in a place: the same numbers as in the phones' ``whys``."""

    reason: Reason
    ahead: int
    replies: int
    overtaken: int


class QueueItem(Slice, frozen=True, kw_only=True):
    """A waiting request. ``seated_ms`` is the person's time in the bowl so far.

    ``why`` tells why it stands there; ``topic`` is the one under which it was made; ``where`` is
    where the person said that they sit. ``origin`` is where they were, if they tell
    what they bring back.
    """

    request: int
    person: Label
    kind: RequestKind
    words: str
    asked_at_ms: int
    turns: int
    seated_ms: int
    phone: bool
    resting: bool
    why: WhyView
    topic: int | None = None
    group: str = ""
    where: str = ""
    origin: str = ""


class CallView(Slice, frozen=True, kw_only=True):
    """A call in the air; without a deadline for somebody without a phone."""

    call: int
    request: int
    person: Label
    chair: int
    walking: bool
    deadline_run_ms: int | None
    phone: bool
    where: str = ""


class ConsoleQueueSlice(Slice, frozen=True, kw_only=True):
    """Everybody who waits, and everybody who is on the way."""

    items: tuple[QueueItem, ...]
    calls: tuple[CallView, ...]
    pace: PaceView | None = None


class NextSlice(Slice, frozen=True, kw_only=True):
    """The one next action: ``do`` names the command, ``args`` are its fields.

    ``calm`` actions are offered quietly; ``hold`` ones need the key held for a second.
    ``words`` are to be read aloud.
    """

    do: str
    args: dict[str, int | str | None]
    person: Label | None
    chair: int | None
    leaves: Label | None
    calm: bool
    hold: bool
    words: str = ""


class MakesRoom(Slice, frozen=True, kw_only=True):
    """Who should leave next, and why; before ``minute_until_run_ms`` they finish a thought.

    ``takes`` has tapped in and gets this very chair.
    """

    turn: int
    person: Label
    chair: int
    why: ExitWhy
    began_run_ms: int
    minute_until_run_ms: int | None
    takes: Label | None


class ActionSlice(Slice, frozen=True, kw_only=True):
    """What Space means, who makes room, and what U and Shift+U would take back and forth.

    ``undo_instead`` is the latest action that can be taken back where ``undo`` cannot: something
    was built on it.
    """

    next: NextSlice | None
    makes_room: MakesRoom | None
    undo: int | None
    undo_instead: int | None
    redo: int | None


class ConsoleTopic(Slice, frozen=True, kw_only=True):
    """A topic in any state, with who suggested it.

    ``merged`` lists the titles that it stands for as well. When the session clock shows
    ``due_run_ms`` its time is up.
    """

    id: int
    title: str
    state: TopicState
    by: Label | None
    ran_ms: int
    began_run_ms: int | None
    due_run_ms: int | None
    merged: tuple[str, ...]


class ConsoleTopicsSlice(Slice, frozen=True, kw_only=True):
    """Topics in the order in which they came; ``next`` is what the votes would take up.

    Of those that are suggested, and of those that were set aside, the first are sent; ``more``
    counts the others of a state that has any.
    """

    topics: tuple[ConsoleTopic, ...]
    next: int | None
    more: dict[str, int]


class LogLine(Slice, frozen=True, kw_only=True):
    """Something that happened: the stored event name, and what its sentence needs.

    ``undo`` is the action that taking this back would undo, where that is possible now. ``by``
    is the role of a helper who did it, ``until_ms`` until when a break lasts.
    """

    seq: int
    at_ms: int
    event: str
    person: Label | None = None
    other: Label | None = None
    chair: int | None = None
    title: str | None = None
    minutes: int | None = None
    count: int | None = None
    why: str | None = None
    phase: int | None = None
    own: bool = False
    undo: int | None = None
    by: str | None = None
    until_ms: int | None = None


class LogSlice(Slice, frozen=True, kw_only=True):
    """What happened lately, newest first."""

    lines: tuple[LogLine, ...]
