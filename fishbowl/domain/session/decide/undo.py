"""The rule of undo: what was done to run a session can be taken back, unless built upon."""

from collections.abc import Sequence
from typing import Any

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.evolve.history import find_action
from fishbowl.domain.session.ids import ChairNo, PersonId
from fishbowl.domain.session.model import Action, Part
from fishbowl.domain.session.rights import may_take_back
from fishbowl.domain.session.rules.lifecycle.promises import check_undone_promise
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.undo_conflicts import overtaken
from fishbowl.domain.session.undo_conflicts.going_on import waits_forgotten


@decides
def undo_action(session: Session, command: c.UndoAction, given: Given) -> Sequence[e.Event]:
    """Take an action back, or say who has built on it since; never half of it."""
    action = find_action(session, command.action)
    if action is None or not action.touches:
        raise Rejected("nothing_to_undo")
    if not may_take_back(session, action, given.role):
        raise Rejected("facilitator_only")
    if action.undone:
        raise AlreadyTrue()
    check_undone_promise(session, (touch.before for touch in action.touches))
    part = overtaken(session, action)
    if part is not None:
        raise Rejected("undo_overtaken", **_told(session, part))
    return [e.ActionUndone(action=action.id), *_gone_meanwhile(session, action)]


def _gone_meanwhile(session: Session, action: Action) -> list[e.Event]:
    """Take those off the queue whom an undone end would let wait, and who are forgotten since."""
    back = {touch.part: touch.before for touch in action.touches}
    return [
        e.QueueLeft(request=before.id, why="withdrawn")
        for before in back.values()
        if waits_forgotten(session, back, before)
    ]


def _told(session: Session, part: Part) -> dict[str, Any]:
    """Say what stands in the way: the part, and who sits there or whom it is about."""
    told: dict[str, Any] = {"part": part.kind}
    if part.kind == "chair":
        told["chair"] = part.id
        chair = session.chairs.get(ChairNo(part.id))
        if chair is None:
            return told
        if chair.turn is not None:
            told["person"] = session.turns[chair.turn].person
            told["turn"] = chair.turn
        elif chair.held_for is not None:
            told["person"] = session.requests[chair.held_for].person
    elif part.kind == "person":
        told["person"] = PersonId(part.id)
    elif part.kind in ("request", "turn"):
        owner = session.part(part)
        told["person"] = None if owner is None else owner.person
    return told
