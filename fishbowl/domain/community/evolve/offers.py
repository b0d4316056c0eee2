"""Folds of offers and needs."""

from typing import Any

import msgspec

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve import pairing
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import MemberId, OfferId
from fishbowl.domain.community.model import Offer
from fishbowl.domain.community.state import Community


@folds
def offer_added(community: Community, event: e.OfferAdded, entry: e.Entry) -> Changes:
    """Keep an offer."""
    offer = Offer(
        id=OfferId(entry.seq),
        member=event.member,
        side=event.side,
        words=event.words,
        topic=event.topic,
        urgency=event.urgency,
        availability=event.availability,
        terms=event.terms,
        until_ms=event.until_ms,
        is_shared=event.is_shared,
        is_named=event.is_named,
        from_code=event.from_code,
        added_at_ms=entry.at_ms,
        entries=(entry.seq,),
    )
    return {"offers": community.offers.set(offer.id, offer)}


@folds
def offer_changed(community: Community, event: e.OfferChanged, entry: e.Entry) -> Changes:
    """Let an offer be as it was written anew; whoever does that says that it still holds."""
    return _changed(
        community,
        event.offer,
        side=event.side,
        words=event.words,
        topic=event.topic,
        urgency=event.urgency,
        availability=event.availability,
        terms=event.terms,
        until_ms=event.until_ms,
        is_shared=event.is_shared,
        is_named=event.is_named,
        asked_at_ms=None,
        entries=(*community.offers[event.offer].entries, entry.seq),
    )


@folds
def offer_asked_about(community: Community, event: e.OfferAskedAbout, entry: e.Entry) -> Changes:
    """Note that its author was asked."""
    return _changed(community, event.offer, asked_at_ms=entry.at_ms)


@folds
def offer_kept(community: Community, event: e.OfferKept, entry: e.Entry) -> Changes:
    """Let an offer hold for longer."""
    return _changed(community, event.offer, until_ms=event.until_ms, asked_at_ms=None)


@folds
def offer_ended(community: Community, event: e.OfferEnded, entry: e.Entry) -> Changes:
    """Forget an offer, and its topic wherever that was told."""
    return {
        "offers": community.offers.delete(event.offer),
        **pairing.without_topics(community, event.entries),
    }


def without_session(community: Community, member: MemberId, code: str) -> Changes:
    """The offers when a session is a member's no more: none of theirs was written there."""
    offers = community.offers
    for one in community.offers.values():
        if one.member == member and one.from_code == code:
            offers = offers.set(one.id, msgspec.structs.replace(one, from_code=""))
    return {"offers": offers}


def without(community: Community, member: MemberId) -> Changes:
    """The offers without those of a member who leaves."""
    offers = community.offers
    for one in community.offers.values():
        if one.member == member:
            offers = offers.delete(one.id)
    return {"offers": offers}


def _changed(community: Community, id: OfferId, **fields: Any) -> Changes:
    offer = msgspec.structs.replace(community.offers[id], **fields)
    return {"offers": community.offers.set(id, offer)}
