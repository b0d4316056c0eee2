"""What a laptop that has a home does for members: it greets them, and keeps wishes for the home."""

import secrets
from typing import Annotated

import msgspec
from flask import Response, jsonify
from msgspec import Meta

from fishbowl.access.passes import BadVerifier, hash_of, read_hash
from fishbowl.domain.community.ids import Consent, MemberId
from fishbowl.domain.kernel.words import clean
from fishbowl.home.records import Home
from fishbowl.home.wishes import ConsentWish, JoinWish, LinkWish
from fishbowl.log.along_records import KnownMember
from fishbowl.web.community.answers import Refused, body_of, wrong
from fishbowl.web.community.membership.contact import BadReach, given
from fishbowl.web.community.membership.joining import Joining
from fishbowl.web.community.membership.present import Present
from fishbowl.web.context import here
from fishbowl.web.setup.instants import zone_of

ID_BYTES = 15
ANYBODY = 1
"""A member is one person of a session at most, so unlinking names nobody."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What the browser of a member shows a laptop with everything that it asks."""

    verifier: Annotated[str, Meta(max_length=64)]


class Turned(Shown, frozen=True, kw_only=True):
    """A consent that a member gives or takes back."""

    consent: Consent
    on: bool


def greeted(verifier: str) -> KnownMember:
    """Whose pass a browser has shown.

    :raises Refused: ``pass_unknown``: nobody's whom this laptop knows.
    """
    found = here().home_link.taking.member_of(verifier)
    if found is None:
        wrong("pass", "pass_unknown")
    return found


def greeting(verifier: str) -> Response:
    """Say by what name to greet a member. Nobody is signed in: their page is at home."""
    found = greeted(verifier)
    return jsonify(name=found.label, is_host=False, consents=found.consents.split())


def join(home: Home, asked: Joining, there: Present | None) -> tuple[Response, int]:
    """Keep the wish of somebody who wants to be known; they are greeted here from now on.

    :param there: as whom they are in a session; ``None`` for nobody.
    :raises Refused: something is missing, or not as it should be.
    """
    known = here().home_link.taking.member_of(asked.verifier)
    if known is None:
        known = _wish_to_join(home, asked)
    if there is not None and asked.linked and there.may_link:
        _link(home, known, asked.verifier, there.code, there.person, id=f"{asked.id}-link")
    return jsonify(way=f"{home.url}/m"), 201


def link(home: Home, there: Present) -> Response:
    """Keep the wish of a member to be known as this person.

    :raises Refused: ``chatham_house``; ``pass_unknown``: nobody is greeted by this pass here.
    """
    if not there.may_link:
        raise Refused("chatham_house", 409)
    verifier = body_of(Shown).verifier
    _link(home, greeted(verifier), verifier, there.code, there.person)
    return Response(status=204)


def unlink(home: Home, code: str) -> Response:
    """Keep the wish of a member that a session be nobody's again."""
    verifier = body_of(Shown).verifier
    _link(home, greeted(verifier), verifier, code, ANYBODY, on=False)
    return Response(status=204)


def turn(home: Home) -> Response:
    """Keep the wish of a member to agree to something, or to do so no more."""
    asked = body_of(Turned)
    known = greeted(asked.verifier)
    wish = ConsentWish(
        id=secrets.token_urlsafe(ID_BYTES),
        at_ms=here().home_link.wishing.at_ms(),
        verifier=asked.verifier,
        join=known.wish,
        consent=asked.consent,
        on=asked.on,
    )
    others = [one for one in known.consents.split() if one != asked.consent]
    agreed = " ".join([*others, asked.consent] if asked.on else others)
    here().home_link.wishing.keep(home, wish, known._replace(consents=agreed))
    return Response(status=204)


def _wish_to_join(home: Home, asked: Joining) -> KnownMember:
    label = clean(asked.name)
    if not label:
        raise Refused("name_needed", 422)
    try:
        given(asked.reach, asked.contact)
        pass_hash = read_hash(asked.home_hash)
    except BadReach as error:
        raise Refused(error.code, 422) from error
    except BadVerifier as error:
        raise Refused("bad_request", 422) from error
    id = f"join-{asked.id}"
    known = KnownMember(
        hash=hash_of(asked.verifier),
        member=MemberId(0),
        label=label,
        language=asked.language,
        consents=" ".join(asked.consents),
        wish=id,
    )
    wish = JoinWish(
        id=id,
        at_ms=here().home_link.wishing.at_ms(),
        pass_hash=pass_hash,
        label=label,
        language=asked.language,
        time_zone=asked.time_zone if zone_of(asked.time_zone) else "UTC",
        reach=asked.reach,
        contact=asked.contact.strip() if asked.reach != "pass" else "",
        consents=asked.consents,
    )
    here().home_link.wishing.keep(home, wish, known)
    return known


def _link(
    home: Home,
    known: KnownMember,
    verifier: str,
    code: str,
    person: int,
    *,
    on: bool = True,
    id: str = "",
) -> None:
    wish = LinkWish(
        id=id or secrets.token_urlsafe(ID_BYTES),
        at_ms=here().home_link.wishing.at_ms(),
        verifier=verifier,
        join=known.wish,
        code=code,
        person=person,
        on=on,
    )
    here().home_link.wishing.keep(home, wish)
