"""What a run of show is made of: phases, as they are planned, stored and shown."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from fishbowl.domain.commands.base import (
    ChairCount,
    EntryRule,
    ExitRule,
    Minutes,
    QueueOrder,
    Title,
    Words,
)

PHASES_MAX = 24
PHASE_MAX_MS = 24 * 60 * 60_000

PhaseKind = Literal["gather", "think", "pair_share", "groups", "bowl", "vote", "debrief", "close"]
"""What the room does in a phase."""
TextCode = Annotated[str, Meta(max_length=40, pattern="^[a-z0-9_]*$")]
"""Names a text that the faces have in every language."""


class Phase(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One step of the run of show, as planned.

    ``title``, ``opening`` and ``closing`` are the facilitator's own words; where they are empty,
    the faces have a text for ``title_code``, ``opening_code`` and ``closing_code``. The rules
    are those that begin to hold with the phase; ``None`` leaves a rule as it is. ``chairs_to``:
    near its end empty chairs are taken away one by one, until so many are left.
    """

    kind: PhaseKind
    planned_ms: Annotated[int, Meta(ge=0, le=PHASE_MAX_MS)]
    title_code: TextCode = ""
    opening_code: TextCode = ""
    closing_code: TextCode = ""
    title: Title = ""
    opening: Words = ""
    closing: Words = ""
    entry: EntryRule | None = None
    exit_rule: ExitRule | None = None
    order: QueueOrder | None = None
    seat_minutes: Minutes | None = None
    chairs_to: ChairCount | None = None


Phases = Annotated[tuple[Phase, ...], Meta(max_length=PHASES_MAX)]
