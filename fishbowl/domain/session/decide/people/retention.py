"""Rules about the date until which what is held about people is kept."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.lifecycle.session import closing
from fishbowl.domain.session.decide.people.joining import forgetting
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.rules.summary.published import published_items
from fishbowl.domain.session.state import Session


@decides
def forget_everybody(
    session: Session, command: c.ForgetEverybody, given: Given
) -> Sequence[e.Event]:
    """Forget all people on the date that was set; a session that still goes on ends with it.

    What stays is as it was promised at set-up: no word of anybody, or the words that were
    published, which are nobody's from then on. Figures and totals are about nobody.
    """
    keep_until_ms = session.settings.keep_until_ms
    if not keep_until_ms or given.now_ms < keep_until_ms:
        raise Rejected("bad_hours", field="keep_until_ms")
    events: list[e.Event] = []
    if clock_state(session.clock) != "closed":
        events += closing(session)
    else:  # sessions that ended before an end emptied the queue
        events += (
            e.QueueLeft(request=request, why="removed") for request in session.open_request.values()
        )
    if session.settings.keeps == "published":
        events += _but_for_what_is_published(session)
    else:
        for person in session.people.values():
            if not person.forgotten:
                events += forgetting(session, person)
    if not events:
        raise AlreadyTrue()
    return events


def _but_for_what_is_published(session: Session) -> list[e.Event]:
    if session.retention.over:
        return []
    people = (who for p in session.people.values() for who in (*p.was, p.id))
    published = session.summary.published
    forgotten = e.EverybodyForgotten(
        people=tuple(sorted(people)), kept=published_items(session), keeps_summary=published
    )
    return [forgotten]
