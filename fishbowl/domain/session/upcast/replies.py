"""What counted as a reply in release 0.1.0, and whose place a request had: frozen."""

from fishbowl.domain.session.ids import TopicId
from fishbowl.domain.session.model import Request, Topic
from fishbowl.domain.session.state import Session

_REPLIES = ("reply", "question")


def is_reply(session: Session, request: Request) -> bool:
    """Whether a request went ahead of new points: it was made under the topic of that moment."""
    if request.kind not in _REPLIES or request.as_point:
        return False
    root = None if request.topic is None else root_of(session, request.topic)
    topic = request.topic if root is None else root.id
    return topic == session.agenda.topic


def root_of(session: Session, id: TopicId) -> Topic | None:
    """The topic that stands for another since they were merged; usually it is itself."""
    topic = session.topics.get(id)
    while topic is not None and topic.into is not None:
        topic = session.topics.get(topic.into)
    return topic


def standing(session: Session, request: Request) -> Request:
    """The request whose place this one had: its own, or that of somebody who gave it away."""
    return request if request.stands is None else session.requests[request.stands]
