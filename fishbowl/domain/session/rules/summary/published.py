"""Whose words stand in the published summary, so that they stay when people are forgotten."""

from collections.abc import Iterator

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.ids import ItemId
from fishbowl.domain.session.model import Takeaway
from fishbowl.domain.session.model.request_states import IN_VAIN
from fishbowl.domain.session.rules.debrief import answers_in_order
from fishbowl.domain.session.rules.notes import note_topic
from fishbowl.domain.session.rules.summary.contents import topics_told
from fishbowl.domain.session.rules.summary.looked_at import is_told
from fishbowl.domain.session.rules.takeaways import shared_takeaways, told_with
from fishbowl.domain.session.state import Session


def published_items(session: Session) -> tuple[Seq, ...]:
    """List what the published summary tells in words; nothing while none is published.

    It is what :mod:`fishbowl.harvest` shows of a session: a test holds the two together.
    """
    if not session.summary.published:
        return ()
    told = sorted(item for item in _told(session) if ItemId(item) not in session.left_out)
    return tuple(Seq(item) for item in told)


def _told(session: Session) -> Iterator[int]:
    yield from (topic.id for topic in topics_told(session))
    yield from (q.id for q in session.questions.values() if q.state in ("up", "answered"))
    yield from (id for id in session.points if is_told(session, ItemId(id)))
    yield from (t.id for t in shared_takeaways(session) if _is_told_itself(session, t))
    yield from (a.id for a in answers_in_order(session) if is_told(session, ItemId(a.id)))
    yield from _notes(session)
    if session.settings.attribution != "chatham_house":  # it tells nothing of who waited
        waited = (r.id for r in session.requests.values() if r.state in IN_VAIN)
        yield from (id for id in waited if is_told(session, ItemId(id)))


def _is_told_itself(session: Session, takeaway: Takeaway) -> bool:
    """Whether the summary has these words, not those of another takeaway in their place."""
    is_root = told_with(session, takeaway) is takeaway
    return is_root and is_told(session, ItemId(takeaway.id))


def _notes(session: Session) -> Iterator[int]:
    """With a topic that was left out go its insights."""
    for note in session.notes.values():
        topic = note_topic(session, note)
        if note.kind != "insight" or topic is None or ItemId(topic) not in session.left_out:
            yield note.id
