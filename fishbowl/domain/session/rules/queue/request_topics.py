"""Under which topic somebody waits, and whether the talk has moved on from it."""

from fishbowl.domain.session.ids import TopicId
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.rules.votes import root_of
from fishbowl.domain.session.state import Session


def topic_of(session: Session, request: Request) -> TopicId | None:
    """The topic under which a request was made, or the one into which that was merged since."""
    root = None if request.topic is None else root_of(session, request.topic)
    return request.topic if root is None else root.id


def is_of_now(session: Session, request: Request) -> bool:
    """Whether a request was made under what is talked about now; no topic is one, too."""
    return topic_of(session, request) == session.agenda.topic


def newer_topic(session: Session, request: Request) -> TopicId | None:
    """The topic of now, if the request was made under another one."""
    return None if is_of_now(session, request) else session.agenda.topic
