"""Folds of merges."""

import msgspec

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import MergeId
from fishbowl.domain.community.model import Merge
from fishbowl.domain.community.state import Community


@folds
def merge_proposed(community: Community, event: e.MergeProposed, entry: e.Entry) -> Changes:
    """Keep a merge that both are asked about."""
    merge = Merge(
        id=MergeId(entry.seq), keeps=event.keeps, goes=event.goes, proposed_at_ms=entry.at_ms
    )
    return {"merges": community.merges.set(merge.id, merge)}


@folds
def merge_agreed(community: Community, event: e.MergeAgreed, entry: e.Entry) -> Changes:
    """Note that one of the two agreed."""
    merge = community.merges[event.merge]
    agreed = msgspec.structs.replace(merge, agreed=merge.agreed | {event.member})
    return {"merges": community.merges.set(merge.id, agreed)}


@folds
def merge_declined(community: Community, event: e.MergeDeclined, entry: e.Entry) -> Changes:
    """Note that one of the two said no."""
    merge = community.merges[event.merge]
    declined = msgspec.structs.replace(
        merge,
        agreed=merge.agreed - {event.member},
        declined=merge.declined | {event.member},
    )
    return {"merges": community.merges.set(merge.id, declined)}


@folds
def merge_ended(community: Community, event: e.MergeEnded, entry: e.Entry) -> Changes:
    """Forget a merge."""
    return {"merges": community.merges.delete(event.merge)}
