"""Being known: the form behind an invitation, and the door that makes members."""

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from flask import Blueprint, Response, jsonify, render_template, request
from msgspec import Meta

from fishbowl.access.passes import BadVerifier, hash_of, put_pass
from fishbowl.access.rate_limit import RateLimit
from fishbowl.access.sign_ins import MEMBER
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import (
    InvitationId,
    MemberId,
    invitation_in,
    invitation_owner,
    member_of,
    member_owner,
)
from fishbowl.domain.community.model import Invitation
from fishbowl.domain.community.rules import invitations
from fishbowl.domain.community.rules.settings import consents_asked
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.effects import AnyEffect
from fishbowl.web.community.answers import Refused, body_of, check, limit, refusal, wrong
from fishbowl.web.community.membership import at_laptop
from fishbowl.web.community.membership.contact import (
    ADDRESS_MAX,
    BadReach,
    Given,
    given,
    reach_kinds,
)
from fishbowl.web.community.membership.joining import Joining
from fishbowl.web.community.membership.linking import link
from fishbowl.web.community.membership.present import Present, present
from fishbowl.web.context import here
from fishbowl.web.known import community_about
from fishbowl.web.setup.instants import zone_of
from fishbowl.web.sign_in.cookies import sign_in

bp = Blueprint("known", __name__)
bp.register_error_handler(Refused, refusal)

JOINS = (300, 60)
"""The rate limit for new members from one address; a whole hall may have the same."""
_joins = RateLimit(*JOINS)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Whether an invitation is good, before anything is filled in."""

    invitation: Annotated[str, Meta(max_length=200)]


@bp.get("/i")
def show() -> str:
    """The form; the key stays in the fragment until it is posted."""
    return render_template(
        "community/be_known.html",
        about=community_about(),
        agrees=[(one, False) for one in consents_asked(here().members.community)],
        reach_kinds=reach_kinds(),
        label_max=c.LABEL_MAX,
        contact_max=ADDRESS_MAX,
    )


@bp.post("/i")
def look() -> Response:
    """Tell whether an invitation is good, and what is known of whom it invites."""
    invited = _invited(body_of(Asked).invitation)
    if invited is None:
        return jsonify(name="", language="")
    return jsonify(name=invited.label, language=invited.language)


@bp.post("/members")
def join() -> tuple[Response, int]:
    """Make somebody a member who was invited or is present."""
    limit(_joins, request.remote_addr)
    asked = body_of(Joining)
    try:
        before = here().passes.member_of(asked.verifier)
        hash_of(asked.verifier)
    except BadVerifier as error:
        raise Refused("bad_request", 422) from error
    there = present(asked.session) if asked.session and not asked.invitation else None
    home = here().home_link.home
    if home is not None:
        if there is None:
            _invited(asked.invitation)
        return at_laptop.join(home, asked, there)
    if before is not None and MemberId(before) in here().members.community.members:
        return _welcome(MemberId(before), asked, there)  # sent again: the answer was lost
    if there is None and not asked.invitation:
        raise Refused("invitation_needed", 403)
    invited = None if there is not None else _invited(asked.invitation)
    try:
        contact = given(asked.reach, asked.contact)
    except BadReach as error:
        raise Refused(error.code, 422) from error
    return _welcome(_joined(asked, invited, contact), asked, there)


def _joined(asked: Joining, invited: Invitation | None, contact: Given) -> MemberId:
    moves = invited is not None and _is_address_of(invited.id, contact)

    def beside(entries: Sequence[Any]) -> list[AnyEffect]:
        member = member_of(entries[0].seq)
        effects: list[AnyEffect] = [put_pass(member, asked.verifier, now_ms)]
        if invited is not None:
            effects.append(spends)
        if not moves:  # else the letter has shown that it is theirs
            effects.extend(contact.effects(member_owner(member)))
        return effects

    now_ms = here().clock.now_ms()
    spends = here().tokens.spend(asked.invitation)
    outcome = here().members.ask(
        c.Join(
            label=asked.name,
            language=asked.language,
            time_zone=asked.time_zone if zone_of(asked.time_zone) else "UTC",
            reach=asked.reach,
            consents=frozenset(asked.consents),
            invitation=None if invited is None else invited.id,
        ),
        role=Role.DOOR,
        command_id=f"join-{asked.id}",
        beside=beside,
    )
    if not outcome.ok and outcome.code != "not_saved":
        raise Refused(outcome.code, 422)
    check(outcome)
    assert outcome.seq is not None
    return MemberId(outcome.seq)


def _welcome(member: MemberId, asked: Joining, there: Present | None) -> tuple[Response, int]:
    if there is not None and asked.linked and there.may_link:
        link(member, there, f"link-{asked.id}")
    response = jsonify(way="/me")
    sign_in(response, MEMBER, "", member)
    return response, 201


def _invited(key: str) -> Invitation | None:
    """Read the token of a letter, or the key for everybody present, which names nobody.

    :raises Refused: ``invitation_over``: it opens nothing, or no more.
    """
    context, community = here(), here().members.community
    if context.access_keys.is_invitation(key, community.invitation_generation):
        return None
    found = context.tokens.find(key)
    id = None if found is None or found.purpose != "invited" else invitation_in(found.owner)
    if id is not None:
        try:
            return invitations.invitation(community, id, context.clock.now_ms())
        except Rejected:
            pass
    wrong("invitation", "invitation_over")


def _is_address_of(invitation: InvitationId, contact: Given) -> bool:
    """Whether somebody gives the address to which their invitation came."""
    if contact.put is None or contact.reach != "mail":
        return False
    owner = invitation_owner(invitation)
    return any(one.digest == contact.put.digest for one in here().members.log.contacts(owner))
