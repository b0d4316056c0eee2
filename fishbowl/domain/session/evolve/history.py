"""Undo, as one rule: put the parts that an action touched back as they were.

Every command of who runs the session is an *action*, in one history for all of them. It remembers
each part it touched with the value before it, and who had touched that part last. Taking it back
restores both. Whether it can be taken back is a rule, in
:mod:`fishbowl.domain.session.undo_conflicts`. The undo is an action itself, so undoing it is the
redo.
"""

import msgspec

from fishbowl.domain.session.events import UNDO_DEPTH, UNDOABLE_ROLES, ActionUndone, Entry
from fishbowl.domain.session.ids import ActionId
from fishbowl.domain.session.model import Action, Touch
from fishbowl.domain.session.state import Changes, Session


def find_action(session: Session, action: ActionId) -> Action | None:
    """Look an action up in the history; ``None`` if it is not there (any more)."""
    return next((a for a in session.actions if a.id == action), None)


def remember(before: Session, after: Session, changes: Changes, entry: Entry) -> Session:
    """Note in the history what an entry has changed."""
    command = ActionId(entry.seq - entry.part)
    touched = after.touched.mutate()
    touches = []
    for part in changes:
        previous = ActionId(touched.get(part, 0))
        if previous != command:
            touches.append(
                Touch(
                    part=part,
                    before=before.part(part),
                    toucher_before=previous,
                    toucher_after=command,
                )
            )
            touched[part] = command
    actions = before.actions
    if entry.event.undo == "final":
        actions = tuple(action for action in actions if action.id != command)
    elif entry.event.undo != "never" and _is_of_an_action(actions, entry, command):
        actions = _noted(actions, entry, command, tuple(touches))
    return msgspec.structs.replace(after, touched=touched.finish(), actions=actions)


def _is_of_an_action(actions: tuple[Action, ...], entry: Entry, command: ActionId) -> bool:
    """Whether an entry begins an action, or belongs to the one that its command has begun."""
    if entry.role in UNDOABLE_ROLES or entry.event.undo == "always":
        return True
    return bool(actions) and actions[-1].id == command


def undo(before: Session, event: ActionUndone, entry: Entry) -> Session:
    """Restore what the action of ``event`` had touched."""
    action = find_action(before, event.action)
    if action is None:
        raise ValueError(f"entry {entry.seq} undoes {event.action}, which is not in the history")
    after = before.with_parts({touch.part: touch.before for touch in reversed(action.touches)})
    touched = before.touched.mutate()
    touches = []
    for touch in action.touches:
        touches.append(
            Touch(
                part=touch.part,
                before=before.part(touch.part),
                toucher_before=touch.toucher_after,
                toucher_after=touch.toucher_before,
            )
        )
        touched[touch.part] = touch.toucher_before
    actions = _marked(before.actions, action)
    noted = _noted(actions, entry, ActionId(entry.seq), tuple(touches), undoes=action.id)
    return msgspec.structs.replace(after, touched=touched.finish(), actions=noted)


def _marked(actions: tuple[Action, ...], undone: Action) -> tuple[Action, ...]:
    """Mark an action as undone; what it had undone is done again, and so on down to the doing."""
    marks: dict[ActionId, bool] = {}
    link: Action | None = undone
    mark = True
    while link is not None:
        marks[link.id] = mark
        mark = not mark
        link = next((a for a in actions if a.id == link.undoes), None)
    return tuple(msgspec.structs.replace(a, undone=marks.get(a.id, a.undone)) for a in actions)


def _noted(
    actions: tuple[Action, ...],
    entry: Entry,
    command: ActionId,
    touches: tuple[Touch, ...],
    undoes: ActionId | None = None,
) -> tuple[Action, ...]:
    if actions and actions[-1].id == command:
        last = actions[-1]
        events = (*last.events, entry.event.name)
        grown = msgspec.structs.replace(last, events=events, touches=last.touches + touches)
        return (*actions[:-1], grown)
    action = Action(
        id=command,
        at_ms=entry.at_ms,
        event=entry.event.name,
        events=(entry.event.name,),
        touches=touches,
        undoes=undoes,
    )
    return (*actions, action)[-UNDO_DEPTH:]
