"""Merges takeaways with the same words into one, with everybody who shared it."""

import msgspec

from fishbowl.harvest.base import Who
from fishbowl.harvest.takeaway_model import TakeawayFacts
from fishbowl.harvest.tokens import stream


def deduplicated(takeaways: tuple[TakeawayFacts, ...]) -> tuple[TakeawayFacts, ...]:
    """Merge takeaways whose words are equal but for case, accents and punctuation.

    Commitments with different days or different ends are not merged, nor what comes from different
    places.
    """
    alike: dict[tuple[object, ...], list[TakeawayFacts]] = {}
    for one in takeaways:
        words = stream(one.words).strip() or one.words
        facts = (one.kind, one.due, one.closed, one.end, one.origin.casefold())
        alike.setdefault((*facts, words), []).append(one)
    return tuple(_together(several) for several in alike.values())


def _together(several: list[TakeawayFacts]) -> TakeawayFacts:
    first, *rest = several
    if not rest:
        return first
    known: dict[object, Who] = {}
    for one in several:
        for who in (one.who, *one.others):
            if who is not None:
                known.setdefault(who.person, who)
    named = tuple(known.values())
    return msgspec.structs.replace(
        first,
        who=named[0] if named else None,
        others=named[1:],
        count=len(named) or sum(one.count for one in several),
    )
