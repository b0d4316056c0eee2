"""Takeaways, commitments and the debrief as CSV."""

from fishbowl.harvest.base import Who
from fishbowl.harvest.exports.csv import cell, written
from fishbowl.harvest.model import Summary
from fishbowl.harvest.takeaways import stage_title
from fishbowl.harvest.words import name_of

TAKEAWAYS_HEADER = (
    "takeaway", "kind", "person", "words", "due", "closed", "end", "people", "origin",
)  # fmt: skip
DEBRIEF_HEADER = ("answer", "stage", "question", "person", "words")


def takeaways_table(summary: Summary) -> str:
    """A line for each shared takeaway; kind "will" is a commitment."""
    rows = (
        (
            one.takeaway,
            one.kind,
            "; ".join(_name(who) for who in (one.who, *one.others)),
            cell(one.words),
            cell(one.due),
            "yes" if one.closed else "no",
            cell(one.end),
            one.count,
            cell(one.origin),
        )
        for one in summary.takeaways
    )
    return written(TAKEAWAYS_HEADER, rows)


def debrief_table(summary: Summary) -> str:
    """A line for each answer of the debrief, in order."""
    rows = (
        (one.answer, one.stage, stage_title(one.stage), _name(one.who), cell(one.words))
        for one in summary.answers
    )
    return written(DEBRIEF_HEADER, rows)


def _name(who: Who | None) -> str:
    return "" if who is None else cell(name_of(who))
