"""What hosts see of members: names, what they agreed to, and the quarter of their last visit.

Everything that hosts see of a member passes through :func:`member_line`. It leaves out sessions,
devices, contacts, languages and time zones, and with an employer when somebody was last seen.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

import msgspec

from fishbowl.domain.community.ids import CONSENTS, Consent, MemberId, Quarter
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.members import quarters_between
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.memoize import memoized

Seen = Literal["this_quarter", "last_quarter", "this_year", "long_ago"]
SEEN: tuple[Seen, ...] = ("this_quarter", "last_quarter", "this_year", "long_ago")
"""How lately somebody was seen, the latest first."""
_YEAR_QUARTERS = 4
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u3099\u309a]")
"""Accents, and the vowel signs of Hebrew and Arabic, apart from their letters."""
PAGE = 50
"""Members on one page of the list."""


class MemberLine(msgspec.Struct, frozen=True, kw_only=True):
    """A member, as hosts see them.

    :param seen: empty with an employer.
    :param is_asked: they were asked to be a host, and have not accepted.
    """

    id: MemberId
    label: str
    consents: tuple[Consent, ...]
    seen: Seen | Literal[""]
    is_host: bool
    is_asked: bool


class Narrowed(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: all words in the name, and what is chosen beside it."""

    words: str = ""
    agreed: Consent | Literal[""] = ""
    seen: Seen | Literal[""] = ""
    hosts: bool = False


class MemberList(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the list.

    :param count: how many members were found, on all pages.
    :param agreed: how many members have agreed to each.
    :param seen: how many members were seen when; empty with an employer.
    """

    lines: tuple[MemberLine, ...]
    count: int
    members: int
    hosts: int
    agreed: Mapping[Consent, int]
    seen: Mapping[Seen, int]


def member_line(community: Community, member: Member, now: Quarter) -> MemberLine:
    """What hosts see of a member.

    :param now: the quarter of this instant.
    """
    return MemberLine(
        id=member.id,
        label=member.label,
        consents=tuple(one for one in CONSENTS if one in member.consents),
        seen=seen_of(member, now) if shows_activity(community) else "",
        is_host=member.is_host,
        is_asked=not member.is_host and member.hosting != "no",
    )


def member_list(
    community: Community, narrowed: Narrowed, now: Quarter, *, first: int = 0
) -> MemberList:
    """A page of the members who are looked for, by name.

    With an employer nobody is found by when they were seen.

    :param now: the quarter of this instant.
    :param first: how many are left out before the page.
    """
    by_seen = shows_activity(community)
    counted = _counted(community)
    found = counted.by_name
    for word in folded(narrowed.words).split():
        found = [one for one in found if word in one[0]]
    if narrowed.agreed:
        found = [one for one in found if narrowed.agreed in one[2].consents]
    if narrowed.hosts:
        found = [one for one in found if one[2].is_host]
    if narrowed.seen and by_seen:
        found = [one for one in found if seen_of(one[2], now) == narrowed.seen]
    return MemberList(
        lines=tuple(member_line(community, one, now) for _, _, one in found[first : first + PAGE]),
        count=len(found),
        members=len(community.members),
        hosts=counted.hosts,
        agreed={one: counted.agreed[one] for one in CONSENTS},
        seen=seen_counts(community, now),
    )


def seen_counts(community: Community, now: Quarter) -> dict[Seen, int]:
    """How many members were seen when; nothing with an employer.

    :param now: the quarter of this instant.
    """
    if not shows_activity(community):
        return {}
    counts: Counter[Seen] = Counter()
    for quarter, count in _counted(community).quarters.items():
        counts[_seen_in(quarter, now)] += count
    return {one: counts[one] for one in SEEN}


def shows_activity(community: Community) -> bool:
    """Whether hosts may see when somebody was last seen."""
    return community.about.kind != "employer"


def seen_of(member: Member, now: Quarter) -> Seen:
    """How lately a member was seen.

    :param now: the quarter of this instant.
    """
    return _seen_in(member.seen, now)


def _seen_in(quarter: Quarter, now: Quarter) -> Seen:
    ago = quarters_between(quarter, now)
    if ago <= 0:
        return "this_quarter"
    if ago == 1:
        return "last_quarter"
    return "this_year" if ago < _YEAR_QUARTERS else "long_ago"


def folded(words: str) -> str:
    """Words as they are looked for: without case and accents.

    >>> folded("Þórunn ÖZGÜR")
    'þorunn ozgur'
    """
    if words.isascii():  # most names of ten thousand, at every search after a change
        return words.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", words.casefold()))


class _Counted(NamedTuple):
    """The members by their names as they are looked for, and how many there are of what."""

    by_name: Sequence[tuple[str, MemberId, Member]]
    quarters: Mapping[Quarter, int]
    agreed: Mapping[Consent, int]
    hosts: int


@memoized
def _counted(community: Community) -> _Counted:
    members = community.members.values()
    return _Counted(
        by_name=sorted((folded(member.label), member.id, member) for member in members),
        quarters=Counter(member.seen for member in members),
        agreed=Counter(chain.from_iterable(member.consents for member in members)),
        hosts=sum(member.is_host for member in members),
    )
