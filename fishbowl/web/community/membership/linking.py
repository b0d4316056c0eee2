"""A member as a person of a session: the phone that asks shows which person it is."""

from flask import Blueprint, Response, jsonify, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.web.community.answers import Refused, check, refusal, send_form
from fishbowl.web.community.membership import at_laptop
from fishbowl.web.community.membership.present import Present, present
from fishbowl.web.community.seen import note_seen
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("linking", __name__)
bp.register_error_handler(Refused, refusal)


def link(member: MemberId, there: Present, command_id: str = "") -> None:
    """Let a member be known as this person.

    :raises Refused: ``chatham_house``, or as the community decides.
    """
    if not there.may_link:
        raise Refused("chatham_house", 409)
    command = c.LinkSession(member=member, code=there.code, person=there.person)
    check(here().members.ask(command, role=Role.DOOR, command_id=command_id))


@bp.get("/me/sessions/<code>")
def is_linked(code: str) -> Response:
    """Tell a phone whether a session is linked to the member who is signed in."""
    return jsonify(linked=need_member().link_to(code[:40]) is not None)


@bp.post("/me/sessions/<code>")
def post(code: str) -> Response | AnyResponse:
    """Link the session in which the phone is; or, from a form, unlink it."""
    home = here().home_link.home
    if home is not None:
        return at_laptop.link(home, present(code))
    mine = need_member()
    if request.form.get("do") == "unlink":
        command = c.UnlinkSession(member=mine.id, code=code[:40])
        send_form(mine, command, f"un-{code}")
        return redirect("/me#sessions", 303)
    link(mine.id, present(code))
    note_seen(mine)
    return Response(status=204)


@bp.delete("/me/sessions/<code>")
def unlink(code: str) -> Response:
    """Let a session be nobody's again."""
    home = here().home_link.home
    if home is not None:
        return at_laptop.unlink(home, code[:16])
    mine = need_member()
    command = c.UnlinkSession(member=mine.id, code=code[:40])
    check(here().members.ask(command, role=Role.MEMBER, member=mine.id))
    return Response(status=204)
