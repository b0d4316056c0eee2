"""The doors that a pass opens. A browser shows its verifier; the pass itself stays there."""

from collections.abc import Iterator
from typing import Annotated

import msgspec
from flask import Blueprint, Response, jsonify, render_template
from msgspec import Meta

from fishbowl.access.passes import BadVerifier, hash_of, put_pass
from fishbowl.access.sign_ins import MEMBER
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, PassWay, member_owner
from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import PutLetter
from fishbowl.services.audit import PASS_REPLACED
from fishbowl.web.community.answers import Refused, body_of, check, refusal, wrong
from fishbowl.web.community.membership import at_laptop
from fishbowl.web.community.seen import note_seen
from fishbowl.web.context import here
from fishbowl.web.sign_in.cookies import sign_in
from fishbowl.web.sign_in.identity import member, need_member

bp = Blueprint("passes", __name__)
bp.register_error_handler(Refused, refusal)


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What a browser shows instead of its pass."""

    verifier: Annotated[str, Meta(max_length=64)]


@bp.get("/m")
def door() -> str:
    """The page behind a member's link."""
    return render_template("community/door.html")


@bp.post("/m")
def enter() -> Response:
    """Sign a member in who shows that they have their pass."""
    verifier = body_of(Shown).verifier
    if here().home_link.home is not None:
        return at_laptop.greeting(verifier)
    found = holder(verifier)
    if found is None:
        wrong("pass", "pass_unknown")
    note_seen(found)
    return welcomed(found)


@bp.post("/me/pass/check")
def look() -> Response:
    """Tell a browser whether the pass that it holds is that of the member who is signed in."""
    mine, found = need_member(), holder(body_of(Shown).verifier)
    return jsonify(good=found is not None and found.id == mine.id)


@bp.post("/me/pass")
def replace() -> Response:
    """Let a new pass be the member's; earlier ones and other devices open nothing any more."""
    mine = member()
    if mine is None:
        raise Refused("members_only", 403)
    replace_pass(mine, body_of(Shown).verifier, "phone")
    return welcomed(mine)


def holder(verifier: str) -> Member | None:
    """The member whose pass has this verifier."""
    found = here().passes.member_of(verifier)
    return None if found is None else here().members.community.members.get(MemberId(found))


def welcomed(found: Member) -> Response:
    """Sign a member in, and say by what name to greet them."""
    response = jsonify(name=found.label, is_host=found.is_host)
    sign_in(response, MEMBER, "", found.id)
    return response


def replace_pass(mine: Member, verifier: str, way: PassWay, *beside: AnyEffect) -> None:
    """Let a new pass be a member's. Sent again with the same verifier it does nothing more.

    :param beside: what commits with it.
    :raises Refused: the verifier is none, or it could not be saved.
    """
    try:
        hash = hash_of(verifier)
    except BadVerifier as error:
        raise Refused("bad_request", 422) from error
    found = holder(verifier)
    if found is not None and found.id == mine.id and not beside:
        return
    effects = (*beside, put_pass(mine.id, verifier, here().clock.now_ms()), *_told(mine, hash, way))
    outcome = here().members.ask(
        c.ReplacePass(member=mine.id, way=way),
        role=Role.DOOR,
        command_id=f"pass-{hash.hex()[:32]}",
        beside=lambda entries: effects,
    )
    check(outcome)
    here().audit.note(PASS_REPLACED, who=MEMBER, detail=way)


def _told(mine: Member, hash: bytes, way: PassWay) -> Iterator[AnyEffect]:
    """A letter to a confirmed address says that it happened, and undoes it for whoever did not."""
    owner = member_owner(mine.id)
    contact = here().contacts.of(owner)
    if mine.reach != "mail" or contact is None or contact.confirmed_at_ms is None:
        return
    id = f"replaced-{hash.hex()[:24]}"
    yield here().tokens.put(id, "new_pass", owner)
    yield PutLetter(
        id=id,
        owner=owner,
        letter="pass_replaced",
        params={"way": way},
        created_at_ms=here().clock.now_ms(),
    )
