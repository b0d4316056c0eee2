"""The edition of a summary: introduction, closing words, credit, and dates of publication."""

from collections.abc import Callable, Sequence

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.events import Entry, SummaryPublished, SummaryWithdrawn
from fishbowl.domain.session.state import Session
from fishbowl.harvest.base import Struct


class Edition(Struct, frozen=True, kw_only=True):
    """The texts around the summary, and when it was published and corrected, if it was.

    ``credit`` is a line of thanks.
    """

    opening: str = ""
    closing: str = ""
    credit: str = ""
    published_at_ms: Millis | None = None
    corrected_at_ms: Millis | None = None


def edition(session: Session, corrected_at_ms: Millis | None) -> Edition:
    """Read the texts and dates of a session."""
    words, out = session.summary_words, session.summary
    return Edition(
        opening=words.opening,
        closing=words.closing,
        credit=words.credit,
        published_at_ms=out.published_at_ms if out.published else None,
        corrected_at_ms=corrected_at_ms,
    )


def corrected_at_ms(
    session: Session, entries: Sequence[Entry], reads: Callable[[Sequence[Entry]], object]
) -> Millis | None:
    """When a published summary was last changed; ``None`` if it is as it was published.

    :param reads: what readers see after these entries.
    """
    if not session.summary.published or clock_state(session.clock) != "closed":
        return None
    out = max(
        place for place, one in enumerate(entries, 1) if isinstance(one.event, SummaryPublished)
    )
    since = [
        entry
        for entry in entries[out:]
        if entry.role is not Role.TIME
        and not isinstance(entry.event, SummaryWithdrawn | SummaryPublished)
    ]
    if not since or reads(entries[:out]) == reads(entries):
        return None
    return since[-1].at_ms
