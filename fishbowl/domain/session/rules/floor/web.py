"""The conversation web: when it may be told who spoke straight after whom.

Never under Chatham House. Elsewhere only if speakers were marked for most of the talk, since what
was not marked would be told wrongly, and if enough people spoke.
"""

from typing import Literal

from fishbowl.domain.session.rules.floor.coverage import marked_share
from fishbowl.domain.session.rules.floor.pairs import speakers
from fishbowl.domain.session.state import Session

MARKED_MIN = 0.8
"""The part of the talk that marks must cover."""
VOICES_MIN = 5

WebRefusal = Literal["chatham_house", "few_marks", "few_voices"]


def web_refusal(session: Session) -> WebRefusal | None:
    """Why nobody is told who spoke straight after whom; ``None`` if somebody may be."""
    if session.settings.attribution == "chatham_house":
        return "chatham_house"
    if len(speakers(session)) < VOICES_MIN:
        return "few_voices"
    return "few_marks" if marked_share(session) < MARKED_MIN else None


def shows_web(session: Session) -> bool:
    """Whether summary and replay show the web: the facilitator has turned it on, and it may be."""
    return session.settings.show_web and web_refusal(session) is None
