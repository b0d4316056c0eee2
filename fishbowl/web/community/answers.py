"""What the members' pages answer scripts with, and how they read what is posted."""

import re
import secrets
import time
from typing import Any, NoReturn, TypeVar

import msgspec
from flask import Response, abort, jsonify, request

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community.commands import Command
from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.effects import AnyEffect
from fishbowl.services.audit import UNKNOWN, WRONG_KEY
from fishbowl.services.batch import Outcome
from fishbowl.web.context import here

Body = TypeVar("Body", bound=msgspec.Struct)

_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
DO_MAX = 24
"""Letters of a press in the id of its command."""
TEMPORARY = frozenset({"not_saved", "too_fast"})


class Refused(Exception):
    """A script is told a code, and why it is refused: see :func:`refusal`."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(code)
        self.code, self.status = code, status


def refusal(error: Refused) -> tuple[Response, int]:
    """The answer to a refusal: ``{"code": …}``."""
    return jsonify(code=error.code), error.status


def body_of(kind: type[Body]) -> Body:
    """Read the JSON that was posted.

    :raises Refused: ``bad_request``: it has another shape.
    """
    if not request.is_json:
        raise Refused("bad_request", 400)
    try:
        return msgspec.json.decode(request.get_data(cache=True), type=kind)
    except msgspec.DecodeError as error:
        raise Refused("bad_request", 400) from error


def form_id() -> str:
    """An id for a form, so that pressing twice does a thing once."""
    return secrets.token_urlsafe(12)


def posted_id(do: str) -> str:
    """The id of the command that a form asks for; empty if the form has none.

    :param do: what is pressed, and on which of the things that the page lists: all its forms have
        one id.
    """
    found = request.form.get("id", "")
    return f"form-{do[:DO_MAX]}-{found}" if _ID.fullmatch(found) else ""


def check(outcome: Outcome) -> None:
    """Go on if a command was accepted, or was true already.

    :raises Refused: it was refused, or could not be saved.
    """
    if not outcome.ok:
        raise Refused(outcome.code, 503 if outcome.code == "not_saved" else 409)


def check_form(outcome: Outcome) -> None:
    """Go on if a command of a form was accepted, or was true already, or is over.

    :raises werkzeug.exceptions.ServiceUnavailable: it could not be saved.
    """
    if outcome.code == "not_saved":
        abort(503)


def send_form(mine: Member, command: Command, do: str, *effects: AnyEffect) -> Outcome:
    """Send the command of a form on a member's own pages; pressing twice does it once.

    :param do: what is pressed, and on what: see :func:`posted_id`.
    :param effects: what commits with it.
    :raises werkzeug.exceptions.ServiceUnavailable: it could not be saved.
    """
    outcome = here().members.ask(
        command,
        role=Role.MEMBER,
        member=mine.id,
        command_id=posted_id(do),
        beside=(lambda entries: list(effects)) if effects else None,
    )
    check_form(outcome)
    return outcome


def wrong(what: str, code: str, status: int = 403) -> NoReturn:
    """Refuse a pass, a token or an invitation that is none, and count it.

    :param what: what it was to be: ``pass``, ``letter`` or ``invitation``.
    """
    here().audit.note(WRONG_KEY, who=UNKNOWN, detail=what)
    limit(here().wrong_keys, request.remote_addr)
    raise Refused(code, status)


def limit(rate: RateLimit, key: Any) -> None:
    """Count an attempt.

    :raises Refused: ``too_fast``: there were too many.
    """
    if not rate.allows(key, time.monotonic()):
        raise Refused("too_fast", 429)
