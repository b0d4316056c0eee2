"""The community as a kind of stream: what the log, the writer and snapshots know of it."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from fishbowl.domain.community.commands import Command
from fishbowl.domain.community.decide import Given, decide
from fishbowl.domain.community.decide.members import left, unlinked
from fishbowl.domain.community.erasure import (
    ERASING,
    erasable_fields,
    erasure,
)
from fishbowl.domain.community.events import EVENT_TYPES, Entry, MemberLeft, SessionUnlinked
from fishbowl.domain.community.evolve import evolve
from fishbowl.domain.community.ids import MemberId, member_in
from fishbowl.domain.community.row import CommunityRow, community_row
from fishbowl.domain.community.snapshot import pack, unpack
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.codec import Codec
from fishbowl.domain.kernel.erasure import ListedErasure
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.streams import Asked, Decision, Stream, StreamKind

CODEC = Codec(Entry, EVENT_TYPES, {})


def _decided(community: Community | None, command: Command, asked: Asked) -> Decision:
    member = member_in(asked.key) or MemberId(0)
    given = Given(
        now_ms=asked.now_ms,
        role=asked.role,
        member=member,
    )
    return Decision(member, decide(community, command, given))


def _again(community: Community, event: Any, now_ms: Millis) -> Sequence[Any]:
    """What an erasing event comes to in an earlier state.

    A member who has left leaves it as well, with the entries that they have there; and of a session
    that is theirs no more nothing there is theirs.
    """
    mine = community.members.get(getattr(event, "member", MemberId(0)))
    if isinstance(event, SessionUnlinked) and mine is not None:
        link = next((one for one in mine.links if one.seq == event.link), None)
        return (event,) if link is None else unlinked(community, mine, link)
    if not isinstance(event, MemberLeft) or event.member not in community.members:
        return (event,)
    into = event.into if event.into in community.members else None
    *ended, gone = left(community, community.members[event.member], event.why)
    return (*ended, replace(gone, into=into))


def _erased(community: Community, what: ListedErasure) -> Community:
    """Whatever erases removes what it erases from the state, too."""
    return community


COMMUNITY: StreamKind[Community] = StreamKind(
    name="community",
    codec=CODEC,
    evolve=evolve,
    decide=_decided,
    erasable_fields=erasable_fields,
    erasure=erasure,
    erasing=ERASING,
    erase=_erased,
    again=_again,
    table="communities",
    row_type=CommunityRow,
    row=community_row,
    key_of=lambda community: "",
    pack=pack,
    unpack=unpack,
)

COMMUNITY_STREAM: Stream = COMMUNITY.stream()
"""There is one community in an installation."""
