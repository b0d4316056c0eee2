"""Written points, which people leave for the summary once the queue is closed."""

from fishbowl.domain.kernel.ids import ItemId
from fishbowl.domain.session.rules.summary.looked_at import is_told
from fishbowl.domain.session.state import Session
from fishbowl.harvest.model import PointFacts
from fishbowl.harvest.people import author


def point_facts(session: Session) -> tuple[PointFacts, ...]:
    """List the points in order; points whose words were erased are left out."""
    points = sorted(session.points.values(), key=lambda point: point.id)
    return tuple(
        PointFacts(
            point=point.id,
            who=author(session, point.person),
            words=point.words,
            afterwards=point.request is not None,
            request=point.request,
            unseen=not is_told(session, ItemId(point.id)),
        )
        for point in points
        if point.words
    )
