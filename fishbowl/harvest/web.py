"""The conversation web as facts: who spoke, and who spoke straight after whom."""

from fishbowl.domain.session.rules.floor.intervals import is_of_session
from fishbowl.domain.session.rules.floor.pairs import handovers, speakers
from fishbowl.domain.session.rules.floor.web import shows_web, web_refusal
from fishbowl.domain.session.state import Session
from fishbowl.harvest.model import HandoverFacts, WebFacts
from fishbowl.harvest.people import who


def web_facts(session: Session) -> WebFacts | None:
    """The web where it may be told, whether or not it is turned on: for one person's own card."""
    return None if web_refusal(session) else _facts(session)


def shown_web(session: Session) -> WebFacts | None:
    """The web where the facilitator has turned it on: for summary and replay."""
    return _facts(session) if shows_web(session) else None


def _facts(session: Session) -> WebFacts:
    spoke = speakers(session)
    turns = (turn for turn in session.turns.values() if is_of_session(session, turn))
    came = sorted(turns, key=lambda turn: (turn.began_run_ms, turn.id))
    return WebFacts(
        voices=tuple(
            who(session, person)
            for person in dict.fromkeys(turn.person for turn in came)
            if person in spoke
        ),
        handovers=tuple(
            HandoverFacts(at_run_ms=one.at_run_ms, before=one.before, after=one.after)
            for one in handovers(session)
        ),
    )
