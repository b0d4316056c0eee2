"""What goes on between members beside the community's log: parts, promises and suggestions."""

from collections.abc import Callable
from typing import Any, NamedTuple

from fishbowl.archive.queries import Archive
from fishbowl.host.clock import Clock, wall_ms
from fishbowl.services.community import Members
from fishbowl.services.community_parts import CommunityParts
from fishbowl.services.encounters import Encounters
from fishbowl.services.promises import Promises
from fishbowl.services.rounds.repairing import RoundRepairs
from fishbowl.services.rounds.rounds import Rounds
from fishbowl.services.suggesting import Suggesting
from fishbowl.services.writer import Service
from fishbowl.views.community.in_break import pairs_in_one_room
from fishbowl.web.community.parts_cache import PartsCache
from fishbowl.web.offload.process import Offload

BACKGROUND_MAX = 500
"""Texts of the archive by which suggestions tell rare words from common ones."""


class Peers(NamedTuple):
    """What sessions hold of members, and the loops that act on it."""

    own_parts: PartsCache
    encounters: Encounters
    promises: Promises
    rounds: Rounds
    repairs: RoundRepairs
    suggesting: Suggesting

    def listen(self, service: Service, members: Members) -> None:
        """Take up what changes in sessions and in the community."""
        for kept in (self.own_parts, self.encounters):
            service.subscribe(kept.on_change)
            service.on_deleted(kept.forget)
        members.subscribe(self.suggesting.on_change)


def peers_of(
    service: Service,
    people: CommunityParts,
    offload: Offload,
    archive: Archive,
    clock: Clock,
    sleep: Callable[[float], object],
    run_in_thread: Callable[..., Any],
) -> Peers:
    """Make it.

    :param offload: reads closed sessions in another process.
    :param sleep: sleeps for so many seconds while other tasks run.
    :param run_in_thread: calls a function that waits for another process.
    """
    members, supervisor = people.members, service.shared.supervisor
    own_parts = PartsCache(service, offload.done, clock.now_ms)
    encounters = Encounters(service.session)
    rounds = Rounds(members, encounters, people.tokens, wall_ms, run_in_thread=run_in_thread)
    return Peers(
        own_parts=own_parts,
        encounters=encounters,
        promises=Promises(members, people.tokens, own_parts.of, supervisor, wall_ms, sleep),
        rounds=rounds,
        repairs=RoundRepairs(members, rounds, supervisor),
        suggesting=Suggesting(
            members,
            people.contacts,
            supervisor,
            heard=own_parts.heard,
            together=lambda community: pairs_in_one_room(community, service.in_memory()),
            background=lambda: archive.latest_texts(BACKGROUND_MAX),
        ),
    )
