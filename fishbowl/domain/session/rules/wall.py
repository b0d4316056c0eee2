"""What the wall shows of a session: which screen, and whether it is the session or a frozen one."""

from typing import Literal

from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.commands import Showing, Wall
from fishbowl.domain.session.model.outer_ring import Vote
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air
from fishbowl.domain.session.rules.debrief import open_stage
from fishbowl.domain.session.rules.run import current_phase
from fishbowl.domain.session.rules.takeaways import takeaways_up
from fishbowl.domain.session.rules.votes import last_vote
from fishbowl.domain.session.state import Session

RESULT_MS = 15_000
"""How long the result of a vote stays on the wall at least: time for a room to read it."""

WallScreen = Literal[
    "lobby",
    "stage",
    "topics",
    "pairs",
    "part",
    "debrief",
    "takes",
    "closing",
    "join",
    "known",
    "break",
]
"""What a display draws: see :func:`screen`."""


def screen(session: Session, asked: Wall | None = None) -> WallScreen:
    """Which screen the display draws, unless it is blank.

    :param session: the session as the wall shows it, see :func:`pictured`.
    :param asked: what the wall is asked to show; by default what it was asked for.
    """
    takes = bool(takeaways_up(session))
    state, what = clock_state(session.clock), asked or session.wall.what
    if state == "closed":
        return "takes" if takes else "closing"
    if what == "qr":
        return "join"
    if what == "known":
        return "known"
    if session.room_break.until_ms is not None:
        return "break"
    if what == "topics":
        return "topics"
    if what == "takeaways":
        return "takes"
    if state == "lobby":
        return "lobby"
    phase = current_phase(session)
    match "bowl" if phase is None else phase.kind:
        case "bowl":
            return "stage"
        case "gather":
            return "lobby"
        case "pair_share":
            return "pairs"
        case "debrief" if open_stage(session) is not None:
            return "debrief"
        case "close" if takes:
            return "takes"
        case "vote":
            return "stage" if _voted_here(session) else "topics"
        case _:
            return "part"


def _voted_here(session: Session) -> bool:
    """Whether a vote of the phase that goes on is over: the wall has shown its result."""
    vote = last_vote(session)
    if vote is None or vote.closed_at_ms is None or not session.run.began:
        return False
    return running_ms(session.clock, vote.opened_at_ms) >= session.run.began[-1]


def result_on_wall(session: Session) -> Vote | None:
    """The vote whose result is on the wall, unless the facilitator keeps it there."""
    vote = last_vote(session)
    is_shown = session.wall.what == "topics" and not session.wall.kept
    return vote if is_shown and vote is not None and vote.closed_at_ms is not None else None


def result_until_ms(vote: Vote) -> Millis:
    """Until when the result of a closed vote is to be read, whatever goes on meanwhile."""
    return Millis((vote.closed_at_ms or 0) + RESULT_MS)


def returns_to_bowl_ms(session: Session) -> Millis | None:
    """When the wall shows the bowl again by itself; ``None`` if it does not.

    A result makes room once it has stood long enough and the talk goes on: somebody is called or
    has sat down since the vote, or a topic or a phase has begun.
    """
    vote = result_on_wall(session)
    return None if vote is None or not _goes_on(session, vote) else result_until_ms(vote)


def _goes_on(session: Session, vote: Vote) -> bool:
    if calls_in_the_air(session):
        return True
    if any(turn > vote.closed_seq for turn in session.current_turn.values()):
        return True
    closed_run_ms = running_ms(session.clock, vote.closed_at_ms or Millis(0))
    topic = session.topics.get(session.agenda.topic) if session.agenda.topic else None
    begun = [topic.spans[-1][0]] if topic is not None else []
    return any(run_ms > closed_run_ms for run_ms in (*begun, *session.run.began[-1:]))


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
