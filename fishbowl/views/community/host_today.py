"""What needs a host today, in order, and what goes on by itself.

A no is told to nobody: a question that was declined looks like one that waits, until it ends.
"""

from typing import Literal

import msgspec

from fishbowl.domain.community.ids import InvitationId, MemberId, quarter_of
from fishbowl.domain.community.model import About
from fishbowl.domain.community.rules.hosts import HOSTS_WANTED, hosts
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.views.community.host_members import Seen, seen_counts, shows_activity

FEW = 5
"""Fewer are not counted where a number could point to somebody."""
SOON_MS = 7 * DAY_MS
"""Invitations that end within this time end soon."""
_PAIRS_SHOWN = 3

NeedCode = Literal[
    "letters_to_invited",
    "letters_to_members",
    "not_described",
    "nobody_yet",
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
    """

    code: NeedCode
    count: int = 0
    labels: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    until_ms: Millis | None = None


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
    :param asked_to_stay: how many were asked whether they stay; 0 with an employer.
    :param seen: how many members were seen when; empty with an employer.
    """

    needs: tuple[Need, ...]
    members: int
    invitations: int
    merges: tuple[Pair, ...]
    host_questions: int
    asked_to_stay: int
    seen: dict[Seen, int]


def today(community: Community, undelivered: Undelivered, now_ms: Millis) -> Today:
    """What the page for today tells.

    :param now_ms: this instant.
    """
    members = community.members
    asked = sum(one.asked_until_ms is not None for one in members.values())
    merges = [
        one for one in community.merges.values() if one.keeps in members and one.goes in members
    ]
    return Today(
        needs=tuple(_needs(community, undelivered, now_ms)),
        members=len(members),
        invitations=len(community.invitations),
        merges=tuple(
            Pair(keeps=members[one.keeps].label, goes=members[one.goes].label, keeps_id=one.keeps)
            for one in merges[:_PAIRS_SHOWN]
        ),
        host_questions=_host_questions(community),
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


def _needs(community: Community, undelivered: Undelivered, now_ms: Millis) -> list[Need]:
    needs: list[Need] = []
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


def told_count(count: int) -> int:
    """A number that may be told; 0 for one that could point to a person."""
    return count if count >= FEW else 0


def _host_questions(community: Community) -> int:
    members = community.members.values()
    return sum(one.hosting != "no" and not one.is_host for one in members)
