"""Hints for the console, each with its remedy ready to be sent."""

from fishbowl.domain.session.commands import wire_name
from fishbowl.domain.session.nudges import Nudge, nudges
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from fishbowl.views.slices import NudgesSlice, NudgeView


def nudges_slice(session: Session) -> NudgesSlice:
    """What is due now or later; the console shows one at a time, when its instant has come."""
    settings = session.settings
    return NudgesSlice(
        items=tuple(_view(session, nudge) for nudge in nudges(session)),
        share_percent=settings.share_percent,
        silent_ms=settings.silent_ms,
        empty_ms=settings.empty_ms,
    )


def _view(session: Session, nudge: Nudge) -> NudgeView:
    command = nudge.command
    topic = None if nudge.topic is None else session.topics[nudge.topic]
    return NudgeView(
        key=f"{nudge.code} {nudge.about}",
        code=nudge.code,
        due_run_ms=nudge.due_run_ms,
        since_run_ms=nudge.since_run_ms,
        person=None if nudge.person is None else label(session, nudge.person),
        chair=nudge.chair,
        count=nudge.count,
        title="" if topic is None else topic.title,
        people=tuple(label(session, person) for person in nudge.people),
        do=wire_name(type(command).__name__),
        args={field: getattr(command, field) for field in command.__struct_fields__},
    )
