"""A member's own offers and needs, formatted for their pages, and what their form suggests."""

from collections.abc import Iterable, Mapping
from datetime import tzinfo
from typing import NamedTuple

from fishbowl.domain.community.ids import Side, Urgency
from fishbowl.domain.community.model import Member, Offer
from fishbowl.domain.community.rules.offers import OPEN_MAX, offers_of
from fishbowl.domain.session.rules.summary.contents import topics_told
from fishbowl.harvest.tokens import stream
from fishbowl.views.community.own_part import OwnPart
from fishbowl.web.community.task_lines import day_in
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _

TOPICS_MAX = 6
"""Topics that the form suggests."""


class OfferLine(NamedTuple):
    """An offer or a need; empty fields are not shown.

    :param ends_soon: its author is asked whether it still holds.
    """

    id: int
    words: str
    facts: str
    until: str
    is_shared: bool
    is_named: bool
    ends_soon: bool


class OfferLines(NamedTuple):
    """What a member gives and looks for, the oldest first.

    :param has_room: whether they can write down more.
    """

    gives: list[OfferLine]
    looks_for: list[OfferLine]
    has_room: bool


class Draft(NamedTuple):
    """What the form holds.

    :param offer: the one that is changed; 0 for a new one.
    :param code: the session that it was written down in.
    :param days: for how long it is to hold; empty for as long as before, or the usual time.
    """

    offer: int = 0
    side: Side = "offer"
    words: str = ""
    topic: str = ""
    urgency: Urgency = "none"
    availability: str = ""
    terms: str = ""
    code: str = ""
    days: str = ""


def offer_lines(mine: Member, zone: tzinfo) -> OfferLines:
    """Format what a member gives and looks for."""
    own = offers_of(here().members.community, mine.id)
    return OfferLines(
        gives=[_line(one, zone) for one in own if one.side == "offer"],
        looks_for=[_line(one, zone) for one in own if one.side == "need"],
        has_room=len(own) < OPEN_MAX,
    )


def urgency_words() -> dict[Urgency, str]:
    """What the form and the lines say of how soon."""
    return {"none": _("No hurry"), "weeks": _("This month"), "days": _("This week")}


def suggested_topics(mine: Member, code: str, parts: Mapping[str, OwnPart | None]) -> list[str]:
    """The topics that the form suggests: those of a session, or of the latest ones.

    :param code: the session that the member comes from; empty for none.
    :param parts: what their sessions hold of them.
    """
    titles: list[str] = []
    session = here().service.session(code) if mine.link_to(code) else None
    if session is not None:
        titles += [topic.title for topic in topics_told(session) if topic.title]
    latest = sorted((part for part in parts.values() if part), key=lambda part: -part.at_ms)
    titles += [title for part in latest for title in part.heard]
    return list(dict.fromkeys(titles))[:TOPICS_MAX]


def taken_note(parts: Mapping[str, OwnPart | None], code: str, takeaway: int) -> Draft | None:
    """What a member noted as an offer or a need in a session, as a draft."""
    part = parts.get(code)
    found = next((one for one in part.words if one.id == takeaway), None) if part else None
    if found is None or found.kind not in ("offer", "need"):
        return None
    side: Side = "offer" if found.kind == "offer" else "need"
    return Draft(side=side, words=found.words, code=code)


def stand_already(mine: Member, notes: Iterable[str]) -> set[str]:
    """Which notes are standing offers or needs of the member already."""
    own = {stream(one.words) for one in offers_of(here().members.community, mine.id)}
    return {words for words in notes if stream(words) in own}


def draft_of(offer: Offer) -> Draft:
    """What the form holds when an offer is changed."""
    return Draft(
        offer=offer.id,
        side=offer.side,
        words=offer.words,
        topic=offer.topic,
        urgency=offer.urgency,
        availability=offer.availability,
        terms=offer.terms,
        code=offer.from_code,
    )


def _line(one: Offer, zone: tzinfo) -> OfferLine:
    urgency = urgency_words()[one.urgency] if one.urgency != "none" else ""
    facts = (one.topic, one.terms, one.availability, urgency)
    return OfferLine(
        id=one.id,
        words=one.words,
        facts=" · ".join(fact for fact in facts if fact),
        until=day_in(one.until_ms, zone),
        is_shared=one.is_shared,
        is_named=one.is_named,
        ends_soon=one.asked_at_ms is not None,
    )
