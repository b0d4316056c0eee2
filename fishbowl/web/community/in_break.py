"""Meeting in the break: what the phone of a member asks while their session goes on."""

import msgspec
from flask import Blueprint, Response, jsonify

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands.offers import CODE_MAX
from fishbowl.domain.community.ids import SuggestionId
from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.state import Session
from fishbowl.views.community.in_break import InBreak, goes_on, in_break, is_in
from fishbowl.web.community.answers import Refused, body_of, check, refusal
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("in_break", __name__)
bp.register_error_handler(Refused, refusal)


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """An answer to a suggestion."""

    suggestion: int
    yes: bool


@bp.get("/me/break/<code>")
def show(code: str) -> Response:
    """Tell whom the member could meet in the break of this session: ``{"meet": …}`` or ``null``.

    Whoever has no mail address can see now what they are asked, so their suggestions end sooner.
    """
    mine = need_member()
    session = _session(mine, code)
    if session is not None:
        _note(mine)
    return _told(mine, session)


@bp.post("/me/break/<code>")
def answer(code: str) -> Response:
    """Say whether one wants to meet, and tell what is then to be shown."""
    mine = need_member()
    said, session = body_of(Answered), _session(mine, code)
    if session is None:
        raise Refused("suggestion_over", 409)
    suggestion = SuggestionId(Seq(said.suggestion))
    command = c.AnswerSuggestion(member=mine.id, suggestion=suggestion, yes=said.yes)
    check(here().members.ask(command, role=Role.MEMBER, member=mine.id))
    return _told(mine, session)


def _session(mine: Member, code: str) -> Session | None:
    """The session, if it goes on and is the member's."""
    link = mine.link_to(code[:CODE_MAX])
    found = None if link is None else here().service.session(link.code)
    return found if found is not None and goes_on(found) else None


def _told(mine: Member, session: Session | None) -> Response:
    found = None if session is None else _in_break(mine, session)
    return jsonify(meet=None if found is None else msgspec.to_builtins(found))


def _in_break(mine: Member, session: Session) -> InBreak | None:
    community = here().members.community
    return in_break(
        community,
        mine.id,
        lambda one: is_in(community, session, one),
        since_ms=session.clock.started_at_ms or session.created_at_ms,
        now_ms=here().members.time.now_ms(),
    )


def _note(mine: Member) -> None:
    community, now_ms = here().members.community, here().members.time.now_ms()
    if any(mine.id in one.waits_for for one in community.suggestions.values()):
        command = c.NoteSession(member=mine.id, at_ms=now_ms)
        here().members.ask(command, role=Role.DOOR)
