"""What people wrote, and whether somebody at the console has looked at it.

Words of people stand in the summary once they were put up, or passed one by one or as a lot. A
summary that was published by a release that asked nobody to look tells all of them.
"""

from collections.abc import Iterator

import msgspec

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.ids import AnswerId, ItemId, PointId, RequestId, TakeawayId
from fishbowl.domain.session.model import Answer, Point, Request, Takeaway
from fishbowl.domain.session.model.request_states import IN_VAIN
from fishbowl.domain.session.rules.debrief import answers_in_order
from fishbowl.domain.session.rules.takeaways import shared_takeaways, told_with, told_words
from fishbowl.domain.session.state import Session


class Unseen(msgspec.Struct, frozen=True, kw_only=True):
    """Written words that nobody has looked at, and that would otherwise stand in the summary.

    ``requests`` are what people waited with until the end.
    """

    takeaways: tuple[Takeaway, ...] = ()
    answers: tuple[Answer, ...] = ()
    points: tuple[Point, ...] = ()
    requests: tuple[Request, ...] = ()

    @property
    def count(self) -> int:
        """How many there are in all."""
        return sum(map(len, (self.takeaways, self.answers, self.points, self.requests)))


def is_told(session: Session, item: ItemId) -> bool:
    """Whether the summary tells written words, as far as nobody has left them out."""
    found = _of_state(session, item)
    if found is not None and found.state != "waiting":
        return found.state == "up"
    tells_all = session.summary.published and not session.summary.looked
    return tells_all or item in session.passed


def can_be_passed(session: Session, item: ItemId) -> bool:
    """Whether an id names written words that the summary could tell."""
    takeaway = session.takeaways.get(TakeawayId(item))
    if takeaway is not None:
        return takeaway.shared and bool(told_words(takeaway))
    request = session.requests.get(RequestId(item))
    if request is not None:
        return request.state in IN_VAIN and bool(request.words)
    point, answer = session.points.get(PointId(item)), session.answers.get(AnswerId(item))
    found: Point | Answer | None = point or answer
    return found is not None and bool(found.words)


def unseen(session: Session) -> Unseen:
    """List what nobody has looked at; what is told with something else counts as that."""
    return Unseen(
        takeaways=tuple(
            takeaway
            for takeaway in shared_takeaways(session)
            if told_with(session, takeaway) is takeaway and _waits(session, ItemId(takeaway.id))
        ),
        answers=tuple(a for a in answers_in_order(session) if _waits(session, ItemId(a.id))),
        points=tuple(
            point
            for point in sorted(session.points.values(), key=lambda point: point.id)
            if point.words and _waits(session, ItemId(point.id))
        ),
        requests=tuple(_waited(session)),
    )


def _waited(session: Session) -> Iterator[Request]:
    """What people waited with until the end; until then the queue shows it."""
    if clock_state(session.clock) != "closed":
        return
    for request in sorted(session.requests.values(), key=lambda request: request.id):
        if request.state in IN_VAIN and request.words and _waits(session, ItemId(request.id)):
            yield request


def _waits(session: Session, item: ItemId) -> bool:
    found = _of_state(session, item)
    is_aside = item in session.left_out or (found is not None and found.state == "aside")
    return not is_aside and not is_told(session, item)


def _of_state(session: Session, item: ItemId) -> Takeaway | Answer | None:
    return session.takeaways.get(TakeawayId(item)) or session.answers.get(AnswerId(item))
