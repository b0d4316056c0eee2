"""What needs a host today, in order, and what goes on by itself.

A no is told to nobody: a question that was declined looks like one that waits, until it ends.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from fishbowl.domain.community.ids import InvitationId, MemberId, quarter_of
from fishbowl.domain.community.model import About, Group
from fishbowl.domain.community.rules.checkins import REMIND_MS
from fishbowl.domain.community.rules.hosts import HOSTS_WANTED, hosts
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.rules.times import later, zone_of
from fishbowl.domain.series.rules.times import today as today_there
from fishbowl.domain.series.state import Series
from fishbowl.views.community.host_members import Seen, seen_counts, shows_activity
from fishbowl.views.community.rounds import how_of
from fishbowl.views.series.turns import turn_rows

FEW = 5
"""Fewer are not counted where a number could point to somebody."""
SOON_MS = 7 * DAY_MS
"""Invitations that end within this time end soon."""
_PAIRS_SHOWN = 3

NeedCode = Literal[
    "pairs_unmet",
    "letters_to_invited",
    "letters_to_members",
    "not_described",
    "nobody_yet",
    "turn_open",
    "invitations_end_soon",
    "second_host",
]
Missing = Literal["kind", "controller", "address", "contact", "basis"]


class Undelivered(msgspec.Struct, frozen=True, kw_only=True):
    """Letters that could not be delivered: to whom, as far as hosts may know."""

    invitations: frozenset[InvitationId] = frozenset()
    members: int = 0


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """Something that needs a person.

    :param count: how many it is about; 0 if that is not told.
    :param labels: whom it is about, where hosts may know.
    :param missing: what is not said yet.
    :param until_ms: when the first of it is too late.
    :param series: the id of the series that it is about, and ``on`` the day.
    :param round: the pairing round that it is about, with its name and its ``groups``.
    """

    code: NeedCode
    count: int = 0
    labels: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    until_ms: Millis | None = None
    series: str = ""
    on: str = ""
    round: int = 0
    name: str = ""
    groups: tuple[tuple[str, ...], ...] = ()


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two members who may be one, and when the question to them ends."""

    keeps: str
    goes: str
    keeps_id: MemberId


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """The page for today.

    :param invitations: how many invitations wait for an answer.
    :param merges: merges that wait for an answer; at most the first few.
    :param host_questions: how many were asked to be a host.
    :param turn_questions: how many were asked whether a date of a series would be theirs.
    :param asked_to_stay: how many were asked whether they stay; 0 with an employer.
    :param seen: how many members were seen when; empty with an employer.
    """

    needs: tuple[Need, ...]
    members: int
    invitations: int
    merges: tuple[Pair, ...]
    host_questions: int
    turn_questions: int
    asked_to_stay: int
    seen: dict[Seen, int]


def today(
    community: Community, undelivered: Undelivered, now_ms: Millis, series: Sequence[Series] = ()
) -> Today:
    """What the page for today tells.

    :param now_ms: this instant.
    """
    members = community.members
    asked = sum(one.asked_until_ms is not None for one in members.values())
    merges = [
        one for one in community.merges.values() if one.keeps in members and one.goes in members
    ]
    return Today(
        needs=tuple(_needs(community, undelivered, now_ms, series)),
        members=len(members),
        invitations=len(community.invitations),
        merges=tuple(
            Pair(keeps=members[one.keeps].label, goes=members[one.goes].label, keeps_id=one.keeps)
            for one in merges[:_PAIRS_SHOWN]
        ),
        host_questions=_host_questions(community),
        turn_questions=sum(map(_turn_questions, series)),
        asked_to_stay=asked if shows_activity(community) else 0,
        seen=seen_counts(community, quarter_of(now_ms)),
    )


def missing(about: About) -> tuple[Missing, ...]:
    """What the privacy page still needs: who is responsible, and on which basis."""
    if not about.is_described:
        return ("kind", "controller", "address", "contact", "basis")
    said: dict[Missing, str] = {
        "controller": about.controller,
        "address": about.address,
        "contact": about.contact,
        "basis": about.basis,
    }
    return tuple(name for name, words in said.items() if not words)


def _needs(
    community: Community, undelivered: Undelivered, now_ms: Millis, series: Sequence[Series]
) -> list[Need]:
    needs: list[Need] = [*_unmet(community, now_ms)]
    invited = [
        one.label for one in community.invitations.values() if one.id in undelivered.invitations
    ]
    if invited:
        need = Need(code="letters_to_invited", count=len(invited), labels=tuple(invited))
        needs.append(need)
    if undelivered.members:
        needs.append(Need(code="letters_to_members", count=told_count(undelivered.members)))
    if lacking := missing(community.about):
        needs.append(Need(code="not_described", missing=lacking))
    if not community.members and not community.invitations:
        needs.append(Need(code="nobody_yet"))
    needs += [need for one in series for need in _open_turns(one, now_ms)]
    soon = [
        one.expires_at_ms
        for one in community.invitations.values()
        if now_ms < one.expires_at_ms <= now_ms + SOON_MS
    ]
    if soon:
        needs.append(Need(code="invitations_end_soon", count=len(soon), until_ms=min(soon)))
    has_candidates = len(community.members) > 0
    alone = 1 + len(hosts(community)) < HOSTS_WANTED  # the owner is one
    if alone and has_candidates and not _host_questions(community):
        needs.append(Need(code="second_host"))
    return needs


def _unmet(community: Community, now_ms: Millis) -> Iterator[Need]:
    """Rounds with groups of whom nobody has said that they met, some days after the question.

    It follows from dates and meetings alone: what somebody answered otherwise changes nothing.
    With an employer the groups are not named, and fewer than five are not told.
    """
    if not is_on(community, "rounds"):
        return
    for one in community.rounds.values():
        found = [
            group.members
            for group in one.groups
            if one.state == "asking"
            and how_of(community, group, now_ms) == "yet"
            and _were_asked(community, group, now_ms)
        ]
        names = shows_activity(community)
        if found and (names or told_count(len(found))):
            groups = [
                tuple(community.members[id].label for id in group if id in community.members)
                for group in found
            ]
            yield Need(
                code="pairs_unmet",
                count=len(found),
                round=one.id,
                name=one.name,
                groups=tuple(groups) if names else (),
            )


def _were_asked(community: Community, group: Group, now_ms: Millis) -> bool:
    """Whether it is some days ago that they were first asked whether they met."""
    made = None if group.introduction is None else community.introductions.get(group.introduction)
    return made is not None and made.check_in_at_ms + REMIND_MS <= now_ms


def _open_turns(series: Series, now_ms: Millis) -> Iterator[Need]:
    """The next date whose turn nobody has, and for which nobody is left to ask."""
    last = later(today_there(now_ms, zone_of(series.about.time_zone)), series.about.notice_days)
    for row in turn_rows(series, now_ms, 1):
        if row.state == "nobody" and row.occasion.slot.on <= last.isoformat():
            label, on = series.about.label, row.occasion.slot.on
            yield Need(code="turn_open", labels=(label,), series=series.id, on=on)


def _turn_questions(series: Series) -> int:
    turns = (one.turn for one in series.occasions.values())
    return sum(turn is not None and not turn.is_taken for turn in turns)


def told_count(count: int) -> int:
    """A number that may be told; 0 for one that could point to a person."""
    return count if count >= FEW else 0


def _host_questions(community: Community) -> int:
    members = community.members.values()
    return sum(one.hosting != "no" and not one.is_host for one in members)
