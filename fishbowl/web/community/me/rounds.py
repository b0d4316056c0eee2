"""The forms of a member's own page about pairing rounds."""

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, RoundId
from fishbowl.web.community.answers import send_form
from fishbowl.web.numbers import read_number
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("me_rounds", __name__)


@bp.post("/me/rounds/<int:id>")
def act(id: int) -> Response:
    """Say whether one wants to meet somebody, or have no further part in a round."""
    mine, do = need_member(), request.form.get("do", "")
    group = read_number(request.form.get("group", "")) or 0
    command = command_of(mine.id, RoundId(id), group, do)
    if command is None:
        abort(400)
    outcome = send_form(mine, command, f"{do}-{id}-{group}")
    return redirect("/me#rounds" if outcome.ok else "/me?over#rounds", 303)


def command_of(member: MemberId, round: RoundId, group: int, do: str) -> c.Command | None:
    """What a press asks for; ``None`` for none that there is."""
    if do == "out":
        return c.DropOut(member=member, round=round)
    if do not in ("yes", "no"):
        return None
    return c.AnswerPair(member=member, round=round, group=group, yes=do == "yes")
