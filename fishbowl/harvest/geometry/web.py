"""The conversation web: voices on a ring, and a drop from who spoke to who spoke next.

Voices stand as a clock goes, in the order in which they first sat down. Places never mirror.
"""

from collections import Counter
from math import cos, hypot, pi, sin, sqrt
from typing import Literal

from fishbowl.domain.session.ids import PersonId, RunMillis
from fishbowl.harvest.base import Struct, Who
from fishbowl.harvest.geometry.fitting import bar_name
from fishbowl.harvest.model import WebFacts

SIZE = 100
CENTRE = SIZE / 2
RING, DOT = 30.0, 1.6
NAME_GAP, NAME_HEIGHT = 2.8, 14.0
NAME_MAX = 18
"""Letters of a name; of a longer one only the first name stands in the figure."""
EDGE = 1.5
"""How far a name stays away from the edge of the water."""
WHOLE_NAMES_MAX = 24
DRAWN_MAX = 48
"""With more voices names are initials, and beyond that nothing is drawn: the table has them all."""
MIDDLE = 0.12
"""How near to the top or the bottom a name stands in the middle of its dot."""
WIDTHS = (0.7, 1.2, 1.7)
"""Half of the width of a drop at its end: once, twice, three times or more."""

Side = Literal["right", "left", "above", "below"]


class WebVoice(Struct, frozen=True, kw_only=True):
    """A voice: its dot, and its name with the box of it, in hundredths of the figure."""

    who: Who
    name: str
    cx: float
    cy: float
    x: float
    y: float
    width: float
    side: Side


class WebFlow(Struct, frozen=True, kw_only=True):
    """A drop from one voice to another, by their places; ``level`` is 1 to 3, how often at most.

    ``first_run_ms`` is when it came up first.
    """

    path: str
    before: int
    after: int
    level: int
    first_run_ms: RunMillis


class Often(Struct, frozen=True, kw_only=True):
    """Somebody, and how often."""

    who: Who
    times: int


class WebRow(Struct, frozen=True, kw_only=True):
    """A row of the table: whom a voice followed, and by whom it was followed."""

    who: Who
    followed: tuple[Often, ...]
    followed_by: tuple[Often, ...]


class Web(Struct, frozen=True, kw_only=True):
    """The figure and its table.

    ``voices`` and ``flows`` are empty where too many spoke to be drawn. ``changes`` is how often
    the talk changed hands, ``unfollowed`` how many voices nobody spoke straight after.
    """

    voices: tuple[WebVoice, ...]
    flows: tuple[WebFlow, ...]
    rows: tuple[WebRow, ...]
    changes: int
    unfollowed: int


def web(facts: WebFacts | None) -> Web | None:
    """Compute the figure; drops that came up rarely, and long ones, lie below the others."""
    if facts is None:
        return None
    places = {who.person: place for place, who in enumerate(facts.voices)}
    times: Counter[tuple[PersonId, PersonId]] = Counter()
    first: dict[tuple[PersonId, PersonId], RunMillis] = {}
    for one in facts.handovers:
        times[one.before, one.after] += 1
        first.setdefault((one.before, one.after), one.at_run_ms)
    count = len(facts.voices)
    is_drawn = count <= DRAWN_MAX
    flows = [
        _flow(places[before], places[after], count, often, first[before, after])
        for (before, after), often in times.items()
    ]
    flows.sort(key=lambda flow: (flow.level, -_apart(flow, count)))
    rows = tuple(_row(who, facts, times) for who in facts.voices)
    return Web(
        voices=tuple(
            _voice(who, place, count) for place, who in enumerate(facts.voices) if is_drawn
        ),
        flows=tuple(flows) if is_drawn else (),
        rows=rows,
        changes=len(facts.handovers),
        unfollowed=sum(not row.followed_by for row in rows),
    )


def _row(who: Who, facts: WebFacts, times: Counter[tuple[PersonId, PersonId]]) -> WebRow:
    return WebRow(
        who=who,
        followed=tuple(
            Often(who=other, times=often)
            for other in facts.voices
            if (often := times[other.person, who.person])
        ),
        followed_by=tuple(
            Often(who=other, times=often)
            for other in facts.voices
            if (often := times[who.person, other.person])
        ),
    )


def _angle(place: int, count: int) -> float:
    """Clockwise from the top, which lies between the last voice and the first."""
    return 2 * pi * (place + 0.5) / count


def _voice(who: Who, place: int, count: int) -> WebVoice:
    across, down = sin(_angle(place, count)), -cos(_angle(place, count))
    x, y = CENTRE + (RING + NAME_GAP) * across, CENTRE + (RING + NAME_GAP) * down
    room = sqrt(CENTRE**2 - (y - CENTRE) ** 2) - EDGE  # from the middle to the edge of the water
    width = room - abs(x - CENTRE)
    side: Side = "right" if across > 0 else "left"
    left, top = x, y - NAME_HEIGHT / 2
    if abs(across) < MIDDLE:
        side = "below" if down > 0 else "above"
        left, width = x - width, 2 * width
        top = y if down > 0 else y - NAME_HEIGHT
    elif side == "left":
        left = x - width
    return WebVoice(
        who=who,
        name=_name(who) if count <= WHOLE_NAMES_MAX else _initials(who),
        cx=round(CENTRE + RING * across, 2),
        cy=round(CENTRE + RING * down, 2),
        x=round(left, 2),
        y=round(top, 2),
        width=round(width, 2),
        side=side,
    )


def _name(who: Who) -> str:
    named = bar_name(who)
    return named.whole if len(named.whole) <= NAME_MAX else named.short


def _initials(who: Who) -> str:
    """Two letters; guests keep their number."""
    if who.name:
        return "".join(word[0] for word in who.name.split()[:2])
    return str(who.no) if who.no else "–"


def _apart(flow: WebFlow, count: int) -> int:
    steps = abs(flow.before - flow.after)
    return min(steps, count - steps)


def _flow(before: int, after: int, count: int, often: int, first_run_ms: RunMillis) -> WebFlow:
    level = min(often, len(WIDTHS))
    return WebFlow(
        path=_drop(_angle(before, count), _angle(after, count), WIDTHS[level - 1]),
        before=before,
        after=after,
        level=level,
        first_run_ms=first_run_ms,
    )


def _drop(start: float, end: float, width: float) -> str:
    """The outline of a drop: it begins as a point, bends round the table, and ends round.

    It bends to its own left, so that a drop and its answer lie beside each other.
    """
    x0, y0 = RING * sin(start), -RING * cos(start)
    x1, y1 = RING * sin(end), -RING * cos(end)
    length = hypot(x1 - x0, y1 - y0)
    left_x, left_y = (y1 - y0) / length, -(x1 - x0) / length
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    bend = 5 + 19 * (1 - hypot(middle_x, middle_y) / RING)
    bow_x, bow_y = middle_x * 0.62 + left_x * bend, middle_y * 0.62 + left_y * bend
    reach = hypot(x1 - bow_x, y1 - bow_y)
    to_x, to_y = (x1 - bow_x) / reach, (y1 - bow_y) / reach
    tip_x, tip_y = x1 - to_x * (DOT + width), y1 - to_y * (DOT + width)
    side_x, side_y = to_y * width, -to_x * width
    half_x, half_y = left_x * width / 2, left_y * width / 2
    begin = _at(x0, y0)
    there = f"{_at(bow_x + half_x, bow_y + half_y)} {_at(tip_x + side_x, tip_y + side_y)}"
    round_the_tip = f"{width} {width} 0 0 1 {_at(tip_x - side_x, tip_y - side_y)}"
    return f"M{begin}Q{there}A{round_the_tip}Q{_at(bow_x - half_x, bow_y - half_y)} {begin}z"


def _at(x: float, y: float) -> str:
    """A point, measured from the centre, in the units of the drawing."""
    return f"{round(CENTRE + x, 2)} {round(CENTRE + y, 2)}"
