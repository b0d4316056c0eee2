"""Takeaways, commitments and the debrief in the JSON document; see docs/exports.md."""

from typing import Any

from fishbowl.harvest.base import Who
from fishbowl.harvest.model import Summary
from fishbowl.harvest.words import name_of


def takeaways_document(summary: Summary) -> dict[str, Any]:
    """Write what people shared."""
    return {
        "takeaways": [
            {
                "takeaway": one.takeaway,
                **_who(one.who),
                "kind": one.kind,
                "words": one.words,
                "due": one.due or None,
                "closed": one.closed,
                "end": one.end or None,
                "others": [_who(who) for who in one.others],
                "people": one.count,
            }
            for one in summary.takeaways
        ],
        "debrief": [
            {"answer": one.answer, **_who(one.who), "stage": one.stage, "words": one.words}
            for one in summary.answers
        ],
    }


def _who(who: Who | None) -> dict[str, Any]:
    if who is None:
        return {"person": None, "name": None}
    return {"person": who.person, "name": name_of(who)}
