"""What a pairing round is solved from, and what comes out. It holds numbers, no names."""

import msgspec

from fishbowl.domain.community.ids import MemberId, Pair, Reason, RoundKind

SEASONED_YEARS = 8
"""Whoever has so many years in the field, by their own word, is seasoned."""
NEWER_YEARS = 3
"""Whoever has fewer years is newer."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who agreed to be paired and is free.

    :param years: in the field; ``None`` if not said.
    :param organisation: folded, so that two spellings are equal; empty if not said.
    :param gives: the topics of what they share as offers, folded.
    :param needs: the topics of what they share as needs, folded.
    :param topics: further topics that they have a part in. They count, and no reason names them.
    """

    id: MemberId
    years: int | None = None
    organisation: str = ""
    gives: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()

    @property
    def is_seasoned(self) -> bool:
        """Whether they have many years in the field."""
        return self.years is not None and self.years >= SEASONED_YEARS

    @property
    def is_newer(self) -> bool:
        """Whether they have few years in the field."""
        return self.years is not None and self.years < NEWER_YEARS


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A round to be solved. The same problem always has the same solution.

    :param limit: the newer people whom one seasoned person takes at most.
    :param taken: how many groups somebody has already, while a round is going on. Across, these
        people take one more only if somebody has nobody otherwise.
    :param pinned: pairs that are wanted, whatever their fit.
    :param never: pairs that may not be: forbidden by a host, kept apart by one of the two, or
        brought together within a year.
    :param together: pairs that sat in the same bowl.
    :param followed: pairs of whom one spoke straight after the other.
    """

    kind: RoundKind
    people: tuple[Person, ...]
    limit: int = 1
    taken: dict[MemberId, int] = {}
    pinned: frozenset[Pair] = frozenset()
    never: frozenset[Pair] = frozenset()
    together: frozenset[Pair] = frozenset()
    followed: frozenset[Pair] = frozenset()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Two or three who are to meet.

    :param members: seasoned ones first, and then by their numbers.
    :param fit: 0 to 100, of the reasons alone, so that it tells nothing that they do not.
    :param reasons: those that may be shown.
    :param topic: one that both share as a line; empty if there is none.
    """

    members: tuple[MemberId, ...]
    fit: int
    reasons: tuple[Reason, ...]
    topic: str = ""


class Solution(msgspec.Struct, frozen=True, kw_only=True):
    """What was found.

    :param groups: the weakest first.
    :param left: who could take part and has nobody.
    """

    groups: tuple[Found, ...]
    left: tuple[MemberId, ...]
