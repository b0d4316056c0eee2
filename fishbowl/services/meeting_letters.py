"""Letters to people who may meet, caused by entries of the community; they commit with them.

Whether a letter is sent is decided when it is written: by then somebody may have answered, have
left, or want no letters any more. Nothing here depends on a no: what others get, and when, is as if
nobody had answered.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from fishbowl.domain.community import events as e
from fishbowl.domain.community.ids import IntroductionId, MemberId, member_owner
from fishbowl.domain.community.model import NOBODY, Introduction
from fishbowl.domain.community.rules.checkins import asked_for_outcome, is_used, silent_in
from fishbowl.domain.community.state import Community
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import PutLetter
from fishbowl.services.tokens import Purpose, Tokens

Kind = Literal["suggestion", "introduction", "check_in", "outcome", "outcome_told", "stopped"]
PURPOSES: dict[Kind, Purpose] = {
    "suggestion": "suggestion",
    "check_in": "check_in",
    "outcome": "outcome",
}
"""What the link of a letter is for; the links of others lead to the member's page."""


class MeetingLetters:
    """Says which letters commit with new entries; see ``Members.follow_with``."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def __call__(self, community: Community, entries: Sequence[e.Entry]) -> Iterator[AnyEffect]:
        """The letters, and the tokens of their links."""
        for entry in entries:
            for kind, members, params in _told(entry.event, int(entry.seq), community):
                for member in members:
                    if member != NOBODY:
                        yield from self._letter(entry, kind, member, params)

    def _letter(
        self, entry: e.Entry, kind: Kind, member: MemberId, params: dict[str, int]
    ) -> Iterator[AnyEffect]:
        id, owner = f"{kind.replace('_', '-')}-{entry.seq}-{member}", member_owner(member)
        yield PutLetter(id=id, owner=owner, letter=kind, params=params, created_at_ms=entry.at_ms)
        purpose = PURPOSES.get(kind)
        if purpose is not None:
            about = params.get("suggestion") or params["introduction"]
            yield self._tokens.put(id, purpose, owner, about)


def _told(
    event: Any, seq: int, community: Community
) -> Iterator[tuple[Kind, Iterable[MemberId], dict[str, int]]]:
    """Which letters an entry causes, to whom, and about what."""
    match event:
        case e.MeetingSuggested(members=members):
            yield "suggestion", members, {"suggestion": seq}
        case e.IntroductionMade(members=members):
            yield "introduction", members, {"introduction": seq}
    one = community.introductions.get(getattr(event, "introduction", IntroductionId(0)))
    if one is not None:  # else everybody who was in it left in the same commit
        yield from _told_of(event, one, community)


def _told_of(
    event: Any, one: Introduction, community: Community
) -> Iterator[tuple[Kind, Iterable[MemberId], dict[str, int]]]:
    """The same of an entry about an introduction."""
    match event:
        case e.CheckInAsked(introduction=id):
            yield "check_in", one.staying, {"introduction": id}
        case e.CheckInReminded(introduction=id):
            yield "check_in", silent_in(one), {"introduction": id}
        case e.OutcomeAsked(introduction=id):
            asked = [member for member in asked_for_outcome(one) if member not in one.outcomes]
            yield "outcome", asked, {"introduction": id}
        case e.OutcomeTold(introduction=id, member=member):
            others = [other for other in one.staying if other != member]
            yield "outcome_told", others, {"introduction": id, "member": member}
        case e.StopTold() if one.is_over and is_used(community, one):
            yield "stopped", one.members, {"made_at_ms": one.made_at_ms}
