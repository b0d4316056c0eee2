"""What a member does about a promise: it is done, open after all, or moved to another day."""

from datetime import date, timedelta

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import CloseItem, Command, MoveItem, ReopenItem
from fishbowl.domain.session.ids import OpenItemId, PersonId
from fishbowl.log.effects import AnyEffect
from fishbowl.services.writer import Envelope, Outcome
from fishbowl.views.community.promises import WEEK_DAYS, Promised, here_at, promised
from fishbowl.web.community.answers import check_form, form_id, posted_id
from fishbowl.web.community.me.page import page
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("me_promises", __name__)


@bp.post("/me/promises/<code>/<int:item>")
def change(code: str, item: int) -> Response | tuple[str, int]:
    """Do what was pressed, as the person that the member is there."""
    mine = need_member()
    found = find(mine, code, item)
    if found is None:
        abort(404)
    do, of = request.form.get("do", "close"), OpenItemId(Seq(item))
    command: Command
    if do in ("move", "week"):
        due = request.form.get("due", "") if do == "move" else later(mine, found, WEEK_DAYS)
        command = MoveItem(item=of, due=due)
    else:
        command = ReopenItem(item=of) if do == "open" else CloseItem(item=of)
    outcome = send_as(mine, code, command, posted_id(f"{do}-{item}") or f"promise-{form_id()}")
    if outcome.code in ("bad_date", "invalid_command"):
        problem = _("Please choose a day. The promise stands as it was.")
        return page(mine, problems={f"due-{code}-{item}": problem}), 422
    check_form(outcome)
    return redirect("/me#promises", 303)


def find(mine: Member, code: str, item: int) -> Promised | None:
    """A promise of a member; ``None`` if there is none, or the community does not use promises."""
    link = mine.link_to(code)
    if link is None or not is_on(here().members.community, "promises"):
        return None
    return promised(here().service.session(code), mine, item)


def later(mine: Member, found: Promised, days: int) -> str:
    """The day that is so many days after today, or after the day of the promise if it is ahead."""
    today = here_at(here().clock.now_ms(), mine.time_zone).date()
    due = date.fromisoformat(found.item.due) if found.item.due else today
    return (max(today, due) + timedelta(days=days)).isoformat()


def send_as(
    mine: Member, code: str, command: Command, command_id: str, *effects: AnyEffect
) -> Outcome:
    """Send a command of the person that a member is in a session.

    :param effects: what commits with it.
    :raises werkzeug.exceptions.NotFound: the session knows them no more.
    """
    link, session = mine.link_to(code), here().service.session(code)
    person = None if session is None or link is None else session.people.get(PersonId(link.person))
    if person is None or not person.key:
        abort(404)
    return here().service.submit(
        Envelope(
            code=code,
            command=command,
            command_id=command_id,
            role=Role.ATTENDEE,
            key=person.key,
            face="member",
            beside=(lambda entries: effects) if effects else None,
        )
    )
