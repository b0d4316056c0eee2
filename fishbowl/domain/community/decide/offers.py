"""Deciding about offers and needs."""

from typing import Any

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.introductions import closed_by
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.ids import OfferEnd
from fishbowl.domain.community.model import Member, Offer
from fishbowl.domain.community.rules.members import member
from fishbowl.domain.community.rules.offers import (
    ASKED_BEFORE_MS,
    OPEN_MAX,
    ends_at,
    offer_of,
    offers_of,
)
from fishbowl.domain.community.rules.pairing import entries_of_topic
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.words import clean, cleaned

_SAID = ("side", "words", "topic", "urgency", "availability", "terms", "is_shared", "is_named")


@decides
def add_offer(community: Community, command: c.AddOffer, given: Given) -> list[e.Event]:
    """Keep an offer; only its author sees it, unless it is shared."""
    mine = member(community, command.member)
    if len(offers_of(community, mine.id)) >= OPEN_MAX:
        raise Rejected("limit_reached", most=OPEN_MAX)
    return [
        e.OfferAdded(
            member=mine.id,
            until_ms=ends_at(command.until_ms, given.now_ms),
            from_code=command.from_code,
            **_said(command),
        )
    ]


@decides
def change_offer(community: Community, command: c.ChangeOffer, given: Given) -> list[e.Event]:
    """Write an offer anew."""
    before = offer_of(community, command.member, command.offer)
    until_ms = before.until_ms
    if command.until_ms not in (None, before.until_ms):
        until_ms = ends_at(command.until_ms, given.now_ms)
    said = _said(command)
    is_same = all(getattr(before, name) == value for name, value in said.items())
    if is_same and until_ms == before.until_ms:
        raise AlreadyTrue
    return [e.OfferChanged(offer=before.id, until_ms=until_ms, **said)]


@decides
def keep_offer(community: Community, command: c.KeepOffer, given: Given) -> list[e.Event]:
    """Let an offer hold for longer."""
    mine = offer_of(community, command.member, command.offer)
    until_ms = ends_at(command.until_ms, given.now_ms)
    if until_ms == mine.until_ms and mine.asked_at_ms is None:
        raise AlreadyTrue
    return [e.OfferKept(offer=mine.id, until_ms=until_ms)]


@decides
def end_offer(community: Community, command: c.EndOffer, given: Given) -> list[e.Event]:
    """Take an offer back."""
    if command.offer not in community.offers:
        raise AlreadyTrue
    return _ended(community, offer_of(community, command.member, command.offer), "withdrawn")


@decides
def ask_about_offer(community: Community, command: c.AskAboutOffer, given: Given) -> list[e.Event]:
    """Ask whether an offer still holds."""
    offer = _any(community, command)
    if offer.asked_at_ms is not None:
        raise AlreadyTrue
    if offer.until_ms - ASKED_BEFORE_MS > given.now_ms:
        raise Rejected("not_due")
    return [e.OfferAskedAbout(offer=offer.id)]


@decides
def expire_offer(community: Community, command: c.ExpireOffer, given: Given) -> list[e.Event]:
    """End an offer on its day."""
    offer = _any(community, command)
    if offer.until_ms > given.now_ms:
        raise Rejected("not_due")
    return _ended(community, offer, "expired")


def moved_offers(community: Community, keeps: Member, goes: Member) -> list[e.Event]:
    """The offers of a member who turned out to be another one, as theirs.

    What they had written before is overwritten; whatever is above the limit is not taken along.
    """
    room = max(0, OPEN_MAX - len(offers_of(community, keeps.id)))
    return [
        e.OfferAdded(
            member=keeps.id,
            until_ms=one.until_ms,
            from_code=one.from_code,
            **{name: getattr(one, name) for name in _SAID},
        )
        for one in offers_of(community, goes.id)[:room]
    ]


def said_again(offer: Offer) -> e.OfferChanged:
    """Write an offer down once more, as it is, in an entry of its own."""
    said = {name: getattr(offer, name) for name in _SAID}
    return e.OfferChanged(offer=offer.id, until_ms=offer.until_ms, **said)


def _any(community: Community, command: c.AskAboutOffer | c.ExpireOffer) -> Offer:
    found = community.offers.get(command.offer)
    if found is None:
        raise AlreadyTrue
    return found


def _ended(community: Community, offer: Offer, why: OfferEnd) -> list[e.Event]:
    closed = closed_by(community, offer.member, about=offer.id)
    entries = (*offer.entries, *entries_of_topic(community, offer))
    return [e.OfferEnded(offer=offer.id, why=why, entries=entries), *closed]


def _said(command: c.AddOffer | c.ChangeOffer) -> dict[str, Any]:
    """What a command says of an offer, cleaned.

    :raises Rejected: ``words_needed``.
    """
    if not clean(command.words):
        raise Rejected("words_needed")
    return {name: getattr(cleaned(command), name) for name in _SAID}
