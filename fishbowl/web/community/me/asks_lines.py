"""What a member's own page shows of questions, answers and topics, and of their work."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any

import msgspec

from fishbowl.domain.community.commands.asks import ANSWER_WORDS_MAX
from fishbowl.domain.community.commands.facts import ORGANISATION_MAX, YEARS_MAX
from fishbowl.domain.community.model import Facts, Member
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.views.community.asks import own_asks, own_ticks
from fishbowl.views.community.own_part import OwnPart
from fishbowl.web.community.task_lines import day_in
from fishbowl.web.context import here
from fishbowl.web.setup.instants import zone_of


def asks_parts(mine: Member, parts: Iterable[OwnPart | None]) -> dict[str, Any]:
    """What the page shows of all this; nothing of questions where a host has switched them off."""
    community, now_ms = here().members.community, here().clock.now_ms()
    uses = is_on(community, "ask")
    found = own_asks(community, mine.id, now_ms)
    zone = zone_of(mine.time_zone) or UTC
    return {
        "uses_ask": uses,
        "waiting": [
            {**msgspec.structs.asdict(one), "day": day_in(one.until_ms, zone)}
            for one in found.waiting
            if uses
        ],
        "own_asks": [
            {
                **msgspec.structs.asdict(one),
                "day": "" if one.until_ms is None else day_in(one.until_ms, zone),
            }
            for one in found.asks
            if uses
        ],
        "given": found.given if uses else (),
        "ticks": own_ticks(community, mine, parts) if uses else (),
        "answers_questions": "answer" in mine.consents,
        "facts": community.facts.get(mine.id, Facts()),
        "uses_rounds": is_on(community, "rounds"),
        "answer_max": ANSWER_WORDS_MAX,
        "organisation_max": ORGANISATION_MAX,
        "years_max": YEARS_MAX,
    }
