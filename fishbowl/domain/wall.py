"""What the wall shows of a session: the session itself, or the one that it was frozen at."""

from msgspec.structs import replace

from fishbowl.domain.commands import Showing
from fishbowl.domain.ids import Millis
from fishbowl.domain.state import Session


def showing(session: Session) -> Showing:
    """Whether the wall goes on. The end of the session is shown in any case."""
    closed_at_ms = session.clock.closed_at_ms
    if closed_at_ms is not None and session.picture.since_ms <= closed_at_ms:
        return "live"
    return session.picture.showing


def pictured(session: Session) -> Session:
    """The session as the wall shows it.

    A frozen wall keeps everything but what must go at once, however still it stands: a name that
    is hidden, changed or forgotten, and words that were set aside or erased. What the wall may show
    at all is a setting, and holds at once as well.
    """
    frozen: Session | None = session.picture.frozen
    if showing(session) != "frozen" or frozen is None:
        return session
    topics = frozen.topics.mutate()
    for id in frozen.topics:
        now = session.topics.get(id)
        if now is None or not now.title or now.state == "aside":
            del topics[id]
    shown = frozen.shown
    if shown.question is not None:
        question = session.questions.get(shown.question)
        if question is None or not question.words or question.state == "aside":
            shown = replace(shown, question=None)
    return replace(
        frozen,
        settings=session.settings,
        people=frozen.people.update(session.people),  # who was undone since is still pictured
        topics=topics.finish(),
        shown=shown,
    )


FINAL_AFTER_MS = 12 * 60 * 60 * 1000
"""A closed session's Wi-Fi comes back with an undo for this long, unless it is published."""


def wifi_erased_at_ms(session: Session) -> Millis | None:
    """When the password of a closed session's Wi-Fi is deleted; ``None`` if none is held."""
    closed_at_ms = session.clock.closed_at_ms
    if closed_at_ms is None or not session.password_held:
        return None
    return Millis(closed_at_ms + FINAL_AFTER_MS)


def stands_at_ms(session: Session) -> Millis | None:
    """When the clocks on a frozen wall stopped; ``None`` while the wall goes on."""
    return session.picture.since_ms if showing(session) == "frozen" else None
