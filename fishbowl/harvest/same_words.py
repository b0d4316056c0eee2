"""What several people shared in the same words is told once, with everybody who shared it."""

import msgspec

from fishbowl.harvest.base import Who
from fishbowl.harvest.takeaway_model import TakeawayFacts
from fishbowl.harvest.tokens import stream


def told_once(takeaways: tuple[TakeawayFacts, ...]) -> tuple[TakeawayFacts, ...]:
    """Keep the first of those with the same words: capitals, accents and signs make no difference.

    Promises for different days stay apart, and so do those that ended differently.
    """
    alike: dict[tuple[object, ...], list[TakeawayFacts]] = {}
    for one in takeaways:
        words = stream(one.words).strip() or one.words
        alike.setdefault((one.kind, one.due, one.closed, one.end, words), []).append(one)
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
