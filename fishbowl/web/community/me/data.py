"""Everything that is kept about a member, as a file for them alone."""

import time
from typing import Any

import msgspec
from flask import Blueprint, Response, abort

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community.ids import member_owner
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.apart import apart_of, wish_label
from fishbowl.domain.community.rules.offers import offers_of
from fishbowl.domain.series.rules.rota import members_of
from fishbowl.views.community.meeting import meeting_view
from fishbowl.web.community.me.data_asking import asking, in_rounds
from fishbowl.web.context import here
from fishbowl.web.offload.jobs import MemberData
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("member_data", __name__)

OWN_DATA = (5, 300)
"""The rate limit for a member's own data: how often, and in how many seconds."""
_asked = RateLimit(*OWN_DATA)


@bp.get("/me/data.json")
def show() -> Response:
    """All data of the member who asks: logs are read elsewhere, contacts are opened here."""
    mine = need_member()
    if not _asked.allows(mine.id, time.monotonic()):
        abort(429)
    done = here().offloads.readers.done(MemberData(member=mine.id))
    data = {
        **msgspec.json.decode(done.body),
        **_beside_logs(mine),
        "series": _in_series(mine),
        "meeting": _meeting(mine),
        "asking": asking(here().members.community, mine),
        "rounds": in_rounds(here().members.community, mine),
    }
    body = msgspec.json.format(msgspec.json.encode(data), indent=2)
    response = Response(body, content_type="application/json")
    response.headers["Content-Disposition"] = "attachment; filename=fishbowl-me.json"
    return response


def _in_series(mine: Member) -> list[dict[str, Any]]:
    """What series hold of a member: their choices, turns, questions and swaps."""
    found = []
    for series in here().series.all():
        if mine.id not in members_of(series):
            continue
        occasions = series.occasions.values()
        found.append(
            {
                "series": series.about.label,
                "in_rota": mine.id in series.rota,
                "invited_by_mail": mine.id in series.followers,
                "turns": [
                    {
                        "on": one.slot.on,
                        "taken": one.turn.is_taken,
                        "passed": one.turn.passed,
                        "brings": None
                        if one.brought is None
                        else {"what": one.brought.bring, "words": one.brought.words},
                    }
                    for one in occasions
                    if one.turn is not None and one.turn.member == mine.id
                ],
                "asked_for": [one.slot.on for one in occasions if mine.id in one.asked],
                "swaps": [
                    {
                        "asked_by_me": swap.member == mine.id,
                        "gives": series.occasions[swap.gives].slot.on,
                        "takes": series.occasions[swap.takes].slot.on,
                    }
                    for swap in series.swaps.values()
                    if mine.id in (swap.member, swap.other)
                ],
            }
        )
    return found


def _meeting(mine: Member) -> dict[str, Any]:
    """What the community holds of a member's offers and meetings, as far as it is theirs."""
    community, now_ms = here().members.community, here().clock.now_ms()
    view = meeting_view(community, mine.id, now_ms)
    return {
        "offers": [
            {
                "side": one.side,
                "words": one.words,
                "topic": one.topic,
                "urgency": one.urgency,
                "availability": one.availability,
                "terms": one.terms,
                "until_ms": one.until_ms,
                "shared": one.is_shared,
                "with_first_name": one.is_named,
                "session": one.from_code,
            }
            for one in offers_of(community, mine.id)
        ],
        "suggestions": [
            {"answer": one.answer, "until_ms": one.ends_at_ms} for one in view.suggestions
        ],
        "introductions": [
            {
                "with": [other.label for other in one.others],
                "since_ms": one.made_at_ms,
                "said": one.said,
                "outcome": one.outcome,
                "outcome_told": one.is_told,
            }
            for one in view.introductions
        ],
        "never_with": [wish_label(community, one) for one in apart_of(community, mine.id)],
    }


def _beside_logs(mine: Member) -> dict[str, Any]:
    """What is kept of a member beside the logs: nothing secret, only what is theirs."""
    owner, log = member_owner(mine.id), here().members.log
    contact = here().contacts.of(owner)
    return {
        "contact": None
        if contact is None
        else {
            "kind": contact.kind,
            "value": contact.value,
            "confirmed_at_ms": contact.confirmed_at_ms,
            "failed_at_ms": contact.failed_at_ms,
            "problem": contact.problem,
        },
        "passes": [{"made_at_ms": one.made_at_ms} for one in log.passes_of(mine.id)],
        "signed_in": [
            {"began_at_ms": one.began_at_ms, "seen_at_ms": one.seen_at_ms}
            for one in here().sign_ins.of_member(mine.id)
        ],
        "letters": [
            {
                "letter": one.letter,
                "created_at_ms": one.created_at_ms,
                "sent_at_ms": one.sent_at_ms,
                "problem": one.problem,
            }
            for one in log.letters(owner)
        ],
    }
