"""Takeaways, commitments and the debrief as Markdown."""

from collections.abc import Iterator

from fishbowl.harvest.base import Who
from fishbowl.harvest.exports.markup import escaped
from fishbowl.harvest.model import Summary
from fishbowl.harvest.takeaway_model import TakeawayFacts
from fishbowl.harvest.takeaways import kind_title, takeaway_places
from fishbowl.harvest.words import _, due_day, listed, n_, name_of


def takeaway_sections(summary: Summary) -> Iterator[str]:
    """Write the debrief by stage, then takeaways, then commitments."""
    home = takeaway_places(summary)
    if home.stages:
        yield f"## {_('Looking back together')}"
    for stage in home.stages:
        yield f"### {stage.title}"
        yield "\n".join(f"- {_said(answer.words, answer.who)}" for answer in stage.answers)
    if home.brought:
        yield f"## {kind_title('brought')}"
    for origin, found in home.brought:
        yield f"### {escaped(origin)}"
        yield "\n".join(f"- {_shared(one)}" for one in found)
    for title, found in home.takeaways:
        yield f"## {title}"
        yield "\n".join(f"- {_shared(one)}" for one in found)
    if home.commitments:
        yield f"## {kind_title('will')}"
        yield "\n".join(f"- {_promised(one)}" for one in home.commitments)


def state_line(*, closed: bool, end: str) -> str:
    """Whether something is closed, with the words about that; empty while it is open."""
    if not closed:
        return ""
    return _("closed: {words}", words=escaped(end)) if end else _("closed")


def _said(words: str, who: Who | None) -> str:
    return escaped(words) if who is None else f"{escaped(words)} ({escaped(name_of(who))})"


def _shared(one: TakeawayFacts) -> str:
    """The words with the names of everybody who shared them, or their number."""
    if one.who is None:
        said = n_("{n} person", "{n} people", one.count) if one.count > 1 else ""
    else:
        said = listed(escaped(name_of(who)) for who in (one.who, *one.others))
    return f"{escaped(one.words)} ({said})" if said else escaped(one.words)


def _promised(one: TakeawayFacts) -> str:
    day = due_day(one.due)
    parts = (
        _shared(one),
        _("by {day}", day=day) if day else "",
        state_line(closed=one.closed, end=one.end),
    )
    return " · ".join(part for part in parts if part)
