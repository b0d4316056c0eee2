"""Shapes for the room display."""

from fishbowl.domain.session.commands import RequestKind, Showing, Wall
from fishbowl.domain.session.rules.wall import WallScreen
from fishbowl.views.slices.shared import Label, Slice


class WaitingView(Slice, frozen=True, kw_only=True):
    """Somebody in the queue, as the wall shows it."""

    person: Label
    kind: RequestKind


class DisplayQueueSlice(Slice, frozen=True, kw_only=True):
    """The first who wait, and how many there are in all."""

    first: tuple[WaitingView, ...]
    count: int


class VoiceSum(Slice, frozen=True, kw_only=True):
    """What one voice has talked: ``talk_ms`` is over, ``since_run_ms`` is when what goes on began.

    ``longest_ms`` is the longest turn that is over.
    """

    talk_ms: int
    since_run_ms: int | None
    longest_ms: int


class BalanceSlice(Slice, frozen=True, kw_only=True):
    """How the talk is shared, without names; empty unless the facilitator shows it on the wall."""

    shown: bool
    tracked: bool
    voices: tuple[VoiceSum, ...]


class CalledView(Slice, frozen=True, kw_only=True):
    """Somebody who was called and has not sat down yet, and when, on the session clock."""

    chair: int
    person: Label
    called_run_ms: int


class WallSlice(Slice, frozen=True, kw_only=True):
    """What the wall shows, and how to get in. ``join_url`` is what the QR says.

    ``screen`` is what a display draws unless ``showing`` is blank; ``what`` is what was asked for.
    ``called`` are the calls in the air, the first call first. ``voices`` counts people who have
    sat in the bowl: the closing thanks them. The clocks of a frozen wall stand at
    ``stands_at_ms``.
    """

    what: Wall
    screen: WallScreen
    showing: Showing
    stands_at_ms: int | None
    invited: bool
    join_url: str
    join_text: str
    voices: int
    called: tuple[CalledView, ...]
