"""What everybody reads before they join: what becomes of names, and whether it is for under-18s."""

from collections.abc import Iterable

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.session.commands import ChangeSettings, CreateSession, PlanSession
from fishbowl.domain.session.model import Settings
from fishbowl.domain.session.state import Session


def check_promises(command: CreateSession | PlanSession, before: Session | None = None) -> None:
    """Let only be promised what will be kept, and nothing else once somebody has joined.

    A session for under-18s names nobody, and forgets its people on a date.

    :param before: the session that is planned anew, if it is not a new one.
    :raises Rejected: ``promise_given``, ``under_18_names`` or ``under_18_date``.
    """
    if before is not None and before.people and _differs(command, before.settings):
        raise Rejected("promise_given", count=len(before.people))
    if not command.under_18:
        return
    if command.attribution != "chatham_house":
        raise Rejected("under_18_names")
    if not command.keep_until_ms:
        raise Rejected("under_18_date")


def check_keeping(command: ChangeSettings, before: Settings) -> None:
    """Let people of a session for under-18s be forgotten on another date, but not never.

    :raises Rejected: ``under_18_date``.
    """
    if before.under_18 and command.keep_until_ms == 0:
        raise Rejected("under_18_date")


def check_undone_promise(session: Session, back: Iterable[object]) -> None:
    """Let no undo take back what people have read before they joined.

    :param back: the parts that would be put back.
    :raises Rejected: ``promise_given``.
    """
    for part in back:
        if isinstance(part, Settings) and session.people and _differs(part, session.settings):
            raise Rejected("promise_given", count=len(session.people))


def _differs(one: CreateSession | PlanSession | Settings, other: Settings) -> bool:
    return (one.attribution, one.under_18) != (other.attribution, other.under_18)
