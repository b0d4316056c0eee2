"""The letters of a round: each who is asked gets one, with a press for yes and one for no."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fishbowl.domain.community import events as e
from fishbowl.domain.community.ids import MemberId, RoundId, member_owner
from fishbowl.domain.community.state import Community
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import PutLetter
from fishbowl.services.tokens import Tokens


def asking_letters(
    community: Community, entries: Sequence[Any], tokens: Tokens, now_ms: int
) -> Iterator[AnyEffect]:
    """Say which letters commit with entries that ask groups.

    :param community: as it was before them.
    """
    for entry in entries:
        match entry.event:
            case e.PairsAsked(round=round):
                for group in community.rounds[round].groups:
                    yield from _letters(tokens, round, group.no, group.members, now_ms)
            case e.GroupProposed(round=round, answer_by_ms=int()) as asked:
                yield from _letters(tokens, round, asked.no, asked.members, now_ms)


def _letters(
    tokens: Tokens, round: RoundId, group: int, members: Iterable[MemberId], now_ms: int
) -> Iterator[AnyEffect]:
    for member in members:
        id, owner = f"pair.{round}.{group}.{member}", member_owner(member)
        params = {"round": round, "group": group}
        yield PutLetter(id=id, owner=owner, letter="pair", params=params, created_at_ms=now_ms)
        yield tokens.put(id, "pair", owner, round, scope=str(group))
