"""Account recovery on another phone, with three words or by a link of the facilitator.

The words are made from the phone's pseudonym and kept nowhere; moving makes new ones, so nothing
that was written down or photographed before is of any use afterwards. Who has no words asks the
facilitator, who sees them on the console and moves them.
"""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import msgspec
from flask import Blueprint, Response, abort, jsonify, request

from fishbowl.access.recovery_words import TYPED_MAX
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.words import clean
from fishbowl.domain.session.commands import NAME_MAX, RecoverPerson
from fishbowl.domain.session.model import Person
from fishbowl.domain.session.state import Session
from fishbowl.services.writer import Envelope
from fishbowl.web.context import here
from fishbowl.web.sign_in.device import device_key
from fishbowl.web.sign_in.identity import find_own_session, find_session

bp = Blueprint("recover", __name__)


@bp.get("/<code>/words.json")
def words(code: str) -> Response:
    """The recovery words of the phone that asks; none for who has not joined."""
    session = find_session(code)
    key = device_key(session)
    if key not in session.person_of_key:
        abort(404)
    response = jsonify(words=here().access_keys.recovery_words(session.code, key))
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/<code>/recover")
def recover(code: str) -> tuple[Response, int]:
    """Make the phone that asks the phone of a person, if it sends valid words or a valid token.

    The body has ``words`` as typed, or the ``token`` of a facilitator's link. The answer has
    ``ok``, or an ``error`` with a code.
    """
    session, context = find_session(code), here()
    key, address = device_key(session), request.remote_addr or ""
    words, token = _posted("words")[:TYPED_MAX], _posted("token")
    # A phone that has guessed too often is refused the right words too; a link cannot be guessed.
    if words and not context.recovery.may_try(session.code, key, address):
        return _refused("too_fast", 429)
    person = _of_token(session, token) if token else _of_words(session, words)
    if person is None:
        if words:
            context.recovery.note_wrong(session.code, key, address)
        return _refused("words_unknown", 403)
    outcome = context.service.submit(
        Envelope(
            code=session.code,
            command=RecoverPerson(person=person.id),
            command_id=f"recover-{uuid4().hex}",
            role=Role.DOOR,
            key=key,
        )
    )
    if not outcome.ok:
        return _refused(outcome.code, 409)
    context.recovery.settle(session.code, key)
    return jsonify(ok=True), 200


@bp.post("/<code>/recover/ask")
def ask(code: str) -> tuple[Response, int]:
    """Tell the facilitator that somebody asks to be let in again, under the ``name`` they give."""
    session = find_session(code)
    key, address = device_key(session), request.remote_addr or ""
    if session.clock.closed_at_ms is not None:
        return _refused("session_closed", 409)
    name = clean(_posted("name"))[:NAME_MAX]
    if not name:
        return _refused("name_needed", 400)
    if not here().recovery.ask(session.code, key, address, name):
        return _refused("too_fast", 429)
    return jsonify(ok=True), 200


@bp.get("/<code>/recovery.json")
def asked(code: str) -> Response:
    """The open requests for recovery, for the facilitator."""
    session = find_own_session(code)
    found = {"asked": here().recovery.asked(session.code)}
    response = Response(msgspec.json.encode(found), content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/<code>/recovery/<int:id>/done")
def done(code: str, id: int) -> Response:
    """Remove a request from that list."""
    session = find_own_session(code)
    here().recovery.dismiss(session.code, id)
    return Response(status=204)


def _posted(field: str) -> str:
    posted: Any = request.get_json(silent=True)
    found = posted.get(field) if isinstance(posted, Mapping) else None
    return found if isinstance(found, str) else ""


def _of_words(session: Session, words: str) -> Person | None:
    """Find whose words they are; everybody is compared, whoever it is."""
    access_keys = here().access_keys
    people = session.people.values()
    found = [p for p in people if access_keys.is_recovery(session.code, p.key, words)]
    return found[0] if len(found) == 1 else None


def _of_token(session: Session, token: str) -> Person | None:
    access_keys = here().access_keys
    people = session.people.values()
    return next(
        (p for p in people if access_keys.is_moving(session.code, p.id, p.key, token)), None
    )


def _refused(code: str, status: int) -> tuple[Response, int]:
    return jsonify(ok=False, error={"code": code, "params": {}}), status
