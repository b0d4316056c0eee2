"""What a member is to do, formatted for their page."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import NamedTuple

from fishbowl.views.community.me import OwnTask
from fishbowl.web.i18n import day
from fishbowl.web.setup.instants import day_of


class TaskLine(NamedTuple):
    """A promise, or an action that was noted for the member; empty fields are not shown."""

    code: str
    id: int
    words: str
    question: str
    due: str
    due_iso: str
    ended: str
    is_over: bool
    is_ended: bool
    is_noted: bool
    shared: bool


def task_lines(tasks: Iterable[OwnTask], zone: tzinfo) -> list[TaskLine]:
    """Format tasks; instants are told in the member's time zone."""
    return [
        TaskLine(
            code=task.code,
            id=task.item.id,
            words=task.item.words,
            question=task.question,
            due=day_of(task.item.due),
            due_iso=task.item.due,
            ended="" if task.item.ended_at_ms is None else day_in(task.item.ended_at_ms, zone),
            is_over=task.standing == "over",
            is_ended=task.standing == "ended",
            is_noted=task.item.kind == "action",
            shared=task.item.shared,
        )
        for task in tasks
    ]


def day_in(at_ms: int, zone: tzinfo) -> str:
    """The day of an instant, in a time zone; empty for none."""
    return day(datetime.fromtimestamp(at_ms / 1000, zone)) if at_ms else ""
