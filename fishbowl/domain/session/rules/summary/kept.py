"""What was promised in a session and kept since, as the next one of its series tells it."""

from collections.abc import Collection, Iterable

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.rules.summary.open_items import Item

PROMISES = ("action", "commitment")


def kept_since(
    found: Iterable[Item], published: Collection[Seq], since_ms: Millis
) -> tuple[Item, ...]:
    """The published actions and commitments that were closed since an instant, the latest first.

    What was not kept is told nowhere, and nothing is counted: it could point to a person.
    """
    kept = [
        item
        for item in found
        if item.kind in PROMISES
        and item.id in published
        and item.end is not None
        and item.end.closed_at_ms >= since_ms
    ]
    return tuple(sorted(kept, key=_latest_first))


def _latest_first(item: Item) -> tuple[int, Seq]:
    assert item.end is not None
    return -item.end.closed_at_ms, item.id
