"""What the console shows before the queue goes by another order."""

from fishbowl.domain.session.commands import QueueOrder
from fishbowl.domain.session.rules.queue.orders import preview
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from fishbowl.views.console import why_view
from fishbowl.views.slices import Label, Slice, WhyView


class MoveView(Slice, frozen=True, kw_only=True):
    """Somebody who would stand elsewhere: the place now, the place then, and why there."""

    request: int
    person: Label
    before: int
    after: int
    why: WhyView


def preview_moves(session: Session, order: QueueOrder) -> tuple[MoveView, ...]:
    """List the moves that another order would make, first in line first."""
    return tuple(
        MoveView(
            request=move.place.request.id,
            person=label(session, move.place.request.person),
            before=move.before,
            after=move.after,
            why=why_view(move.place),
        )
        for move in preview(session, order)
    )
