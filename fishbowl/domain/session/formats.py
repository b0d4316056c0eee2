"""The formats, as data: each is a run of show with its chairs and rules, in one declaration.

Adding a format is adding a declaration here. Its words (a name, titles, prompts) are looked up
by code on the faces; where there are none yet, the kinds of its phases speak for it.
"""

import msgspec

from fishbowl.domain.session.commands.base import (
    CHAIRS_MIN,
    ChairKind,
    EntryRule,
    ExitRule,
    QueueOrder,
)
from fishbowl.domain.session.commands.run import Phase, PhaseKind

MINUTE_MS = 60_000
WHOLE_MINUTES_FROM = 5
"""Minutes a phase, on average, from which on a scaled run keeps to whole minutes."""


class Chairs(msgspec.Struct, frozen=True, kw_only=True):
    """How many chairs, how many of them stay open, and whose they are, from the first on."""

    count: int
    open_chairs: int = 0
    kinds: tuple[ChairKind, ...] = ()


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A named run of show with its rules; everything in it can be edited in the session."""

    name: str
    chairs: Chairs
    phases: tuple[Phase, ...]
    entry: EntryRule = "called"
    exit_rule: ExitRule = "longest_seated"
    order: QueueOrder = "arrival"
    seat_minutes: int = 8

    @property
    def planned_ms(self) -> int:
        """How long it takes as declared."""
        return sum(phase.planned_ms for phase in self.phases)


def phase(
    kind: PhaseKind,
    minutes: int,
    code: str,
    *,
    closing: str = "",
    entry: EntryRule | None = None,
    exit_rule: ExitRule | None = None,
    seat_minutes: int | None = None,
    chairs_to: int | None = None,
    order: QueueOrder | None = None,
    tells: bool = False,
) -> Phase:
    """Declare a phase: ``code`` names its title and its opening prompt."""
    return Phase(
        kind=kind,
        planned_ms=minutes * MINUTE_MS,
        title_code=code,
        opening_code=code,
        closing_code=closing,
        entry=entry,
        exit_rule=exit_rule,
        seat_minutes=seat_minutes,
        chairs_to=chairs_to,
        order=order,
        tells=tells,
    )


PLAIN = Format(
    name="",
    chairs=Chairs(count=5, open_chairs=1),
    phases=(phase("bowl", 45, "bowl"),),
)
"""What a session has that names no format: one bowl."""

_DECLARED = (
    Format(
        name="open",
        chairs=Chairs(count=5, open_chairs=1),
        phases=(
            phase("bowl", 40, "bowl", closing="last_word"),
            phase("close", 5, "closing"),
        ),
    ),
    Format(
        name="closed",
        chairs=Chairs(count=4),
        exit_rule="group_swap",
        seat_minutes=12,
        phases=(
            phase("gather", 5, "welcome"),
            phase("bowl", 12, "round_1", closing="round_over"),
            phase("bowl", 12, "round_2", closing="round_over"),
            phase("bowl", 12, "round_3", closing="last_word"),
            phase("close", 4, "closing"),
        ),
    ),
    Format(
        name="sandwich",
        chairs=Chairs(count=5, open_chairs=1, kinds=("host",)),
        phases=(
            phase("gather", 5, "welcome"),
            phase("pair_share", 8, "pair_share_before", closing="recall"),
            phase("bowl", 30, "bowl", closing="last_word"),
            phase("pair_share", 7, "pair_share_after", closing="recall"),
            phase("close", 10, "closing"),
        ),
    ),
    Format(
        name="user-experience",
        chairs=Chairs(count=5, kinds=("guest",) * 5),
        exit_rule="voluntary",
        seat_minutes=15,
        phases=(
            phase("gather", 2, "welcome"),
            phase("bowl", 15, "as_unobserved"),
            phase("groups", 4, "form_questions", closing="questions_first"),
            phase("bowl", 15, "choose_questions", closing="last_word"),
            phase("debrief", 12, "what_so_what"),
        ),
    ),
    Format(
        name="samoan",
        chairs=Chairs(count=6, open_chairs=2, kinds=("guest",) * 4),
        entry="free",
        exit_rule="voluntary",
        phases=(
            phase("gather", 5, "assent"),
            phase("bowl", 10, "statements", seat_minutes=2),
            phase(
                "bowl",
                30,
                "conversation",
                closing="chairs_away",
                seat_minutes=8,
                chairs_to=CHAIRS_MIN,
            ),
            phase("debrief", 10, "viewpoints"),
            phase("close", 5, "closing"),
        ),
    ),
    Format(
        name="two-groups",
        chairs=Chairs(count=6),
        exit_rule="group_swap",
        order="alternate_groups",
        seat_minutes=15,
        phases=(
            phase("think", 5, "write_questions"),
            phase("bowl", 15, "first_group", closing="groups_swap"),
            phase("bowl", 15, "second_group", closing="last_word"),
            phase("debrief", 10, "heard_each_other"),
        ),
    ),
    Format(
        name="iterated",
        chairs=Chairs(count=5, kinds=("guest",) * 5),
        exit_rule="voluntary",
        seat_minutes=12,
        phases=(
            phase("groups", 10, "choose_delegate"),
            phase("bowl", 12, "delegates", closing="back_to_group"),
            phase("groups", 8, "caucus"),
            phase("bowl", 12, "delegates_again", closing="last_word"),
            phase("debrief", 8, "what_is_resolved"),
        ),
    ),
    Format(
        name="hot-seat",
        chairs=Chairs(count=5, open_chairs=1, kinds=("guest",) * 4),
        entry="free",
        exit_rule="visitors_leave",
        seat_minutes=2,
        phases=(
            phase("think", 5, "read_again"),
            phase("bowl", 30, "hot_seat", closing="last_word"),
            phase("debrief", 10, "coaches"),
        ),
    ),
    Format(
        name="tap-in",
        chairs=Chairs(count=2),
        entry="free",
        exit_rule="tap_in",
        seat_minutes=5,
        phases=(
            phase("gather", 3, "welcome"),
            phase("bowl", 25, "tap_in", closing="last_word"),
            phase("debrief", 7, "both_sides"),
        ),
    ),
    Format(
        name="timed",
        chairs=Chairs(count=5, open_chairs=1),
        entry="automatic",
        exit_rule="time_limit",
        seat_minutes=4,
        phases=(
            phase("gather", 3, "welcome"),
            phase("bowl", 37, "timed", closing="last_word"),
            phase("close", 5, "closing"),
        ),
    ),
    Format(
        name="lunch",
        chairs=Chairs(count=5, open_chairs=1),
        order="fresh_voices",
        seat_minutes=5,
        phases=(
            phase("gather", 5, "lunch_arrive"),
            phase("pair_share", 5, "lunch_neighbour", closing="recall"),
            phase("bowl", 25, "lunch_share", closing="last_word"),
            phase("close", 5, "lunch_close"),
        ),
    ),
    Format(
        name="post-conference",
        chairs=Chairs(count=5, open_chairs=1),
        phases=(
            phase("gather", 5, "sign_up"),
            phase("bowl", 25, "tell", order="arrival", seat_minutes=4, tells=True),
            phase(
                "bowl",
                25,
                "pick_up",
                closing="last_word",
                order="fresh_voices",
                seat_minutes=8,
            ),
            phase("close", 5, "try_here"),
        ),
        seat_minutes=4,
    ),
)

FORMATS: dict[str, Format] = {declared.name: declared for declared in _DECLARED}
"""Every format by its name, in the order in which they are offered."""


def scaled(phases: tuple[Phase, ...], minutes: int) -> tuple[Phase, ...]:
    """Fit a run into other minutes, every phase in proportion; what does not divide goes to the
    longest bowl.

    :param minutes: how long all phases take together.
    """
    total, wanted = sum(p.planned_ms for p in phases), minutes * MINUTE_MS
    unit = MINUTE_MS if minutes >= WHOLE_MINUTES_FROM * len(phases) else 1000
    planned = [max(unit, p.planned_ms * wanted // total // unit * unit) for p in phases]
    planned[longest(phases)] += wanted - sum(planned)
    return tuple(
        msgspec.structs.replace(p, planned_ms=ms) for p, ms in zip(phases, planned, strict=True)
    )


def longest(phases: tuple[Phase, ...]) -> int:
    """Which phase gives and takes what does not divide: the longest bowl, where there is one."""
    return max(
        range(len(phases)), key=lambda i: (phases[i].kind == "bowl", phases[i].planned_ms, -i)
    )
