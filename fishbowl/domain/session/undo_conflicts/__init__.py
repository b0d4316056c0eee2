"""What stands in the way of an undo: whatever people have done since on top of an action."""

from fishbowl.domain.session.model import Action, Part
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.undo_conflicts.calls import called_instead
from fishbowl.domain.session.undo_conflicts.going_on import built_on

__all__ = ["overtaken"]


def overtaken(session: Session, action: Action) -> Part | None:
    """Name a part that stands in the way; ``None`` if the action can be undone.

    Somebody has touched a part since (a chair says more than what went on around it), or has
    built on what the action left.
    """
    touched = [
        touch.part
        for touch in action.touches
        if session.touched.get(touch.part, 0) != touch.toucher_after
    ]
    if touched:
        return next((part for part in touched if part.kind == "chair"), touched[0])
    back = {touch.part: touch.before for touch in action.touches}
    return built_on(session, back) or called_instead(session, back, since=action.id)
