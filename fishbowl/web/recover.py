"""The door for who comes back on another phone: with three words, or by the facilitator's link.

The words are made from the phone's pseudonym and kept nowhere; moving makes new ones, so nothing
that was written down or photographed before is of any use afterwards.
"""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from flask import Blueprint, Response, abort, jsonify, request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from fishbowl.domain.commands import RecoverPerson
from fishbowl.domain.parts import Person
from fishbowl.domain.roles import Role
from fishbowl.domain.state import Session
from fishbowl.service import Order
from fishbowl.web.context import here
from fishbowl.web.device import device_key
from fishbowl.web.identity import find_session

WRONG_FROM_ADDRESS = RateLimitItemPerMinute(10)
"""A whole hall may share one address, but few of it lose their phones in the same minute."""
WRONG_IN_SESSION = RateLimitItemPerMinute(20)
"""Whatever the addresses: at this rate, guessing one of a hundred people takes weeks."""

bp = Blueprint("recover", __name__)
_limiter = MovingWindowRateLimiter(MemoryStorage())


@bp.get("/<code>/words.json")
def words(code: str) -> Response:
    """The recovery words of the phone that asks; none for who has not joined."""
    session = find_session(code)
    key = device_key(session)
    if key not in session.person_of_key:
        abort(404)
    response = jsonify(words=here().doors.recovery_words(session.code, key))
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/<code>/recover")
def recover(code: str) -> tuple[Response, int]:
    """Let the phone that asks be a person's from now on, if it proves that it may.

    The body has ``words`` as typed, or the ``token`` of a facilitator's link. The answer has
    ``ok``, or an ``error`` with a code.
    """
    session = find_session(code)
    key = device_key(session)
    words, token = _posted("words"), _posted("token")
    limits = ((WRONG_FROM_ADDRESS, request.remote_addr or ""), (WRONG_IN_SESSION, session.code))
    # Who has guessed too often is refused the right words too; a link cannot be guessed.
    if words and not all(_limiter.test(limit, who) for limit, who in limits):
        return _refused("too_fast", 429)
    person = _of_token(session, token) if token else _of_words(session, words)
    if person is None:
        for limit, who in limits if words else ():
            _limiter.hit(limit, who)
        return _refused("words_unknown", 403)
    outcome = here().service.submit(
        Order(
            code=session.code,
            command=RecoverPerson(person=person.id),
            command_id=f"recover-{uuid4().hex}",
            role=Role.DOOR,
            key=key,
        )
    )
    if not outcome.ok:
        return _refused(outcome.code, 409)
    return jsonify(ok=True), 200


def _posted(field: str) -> str:
    posted: Any = request.get_json(silent=True)
    found = posted.get(field) if isinstance(posted, Mapping) else None
    return found if isinstance(found, str) else ""


def _of_words(session: Session, words: str) -> Person | None:
    """Find whose words they are; everybody is compared, whoever it is."""
    doors = here().doors
    people = session.people.values()
    found = [p for p in people if doors.is_recovery(session.code, p.key, words)]
    return found[0] if len(found) == 1 else None


def _of_token(session: Session, token: str) -> Person | None:
    doors = here().doors
    people = session.people.values()
    return next((p for p in people if doors.is_moving(session.code, p.id, p.key, token)), None)


def _refused(code: str, status: int) -> tuple[Response, int]:
    return jsonify(ok=False, error={"code": code, "params": {}}), status
