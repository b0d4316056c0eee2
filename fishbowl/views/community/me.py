"""A member's own page: their sessions, promises, turns, consents, and what they are asked.

It shows nothing of anybody else, also not of the other member of a merge.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from fishbowl.domain.community.ids import Consent, MemberId, MergeId, PassWay, Reach
from fishbowl.domain.community.model import Hosting, Member
from fishbowl.domain.community.rules.merges import merges_of
from fishbowl.domain.community.rules.settings import consents_asked, is_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.views.community.own_part import OwnItem, OwnPart, OwnWords

PASS_NOTICE_MS = 30 * 24 * 60 * 60 * 1000
"""For so long the page tells that the pass was replaced."""

Standing = Literal["over", "open", "ended"]


class OwnTask(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the member is to do, with the session that it comes from."""

    item: OwnItem
    code: str
    question: str
    standing: Standing


class OwnNote(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the member wrote down, with the session that it comes from."""

    words: OwnWords
    code: str
    question: str


class OwnTurns(msgspec.Struct, frozen=True, kw_only=True):
    """How often and how long the member spoke, over the sessions that are still kept."""

    sessions: int
    turns: int
    talked_ms: int


class MeView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the page tells; an empty part is not shown.

    :param sessions: the linked ones, the latest first.
    :param shows_turns: whether figures of speaking are told at all: not where an employer runs it.
    :param agrees: each consent that is asked for, in its fixed order, and whether it is on.
    :param merge: the merge that the member is asked about and has not answered.
    :param merge_waits: they have agreed to one, and the other pass has not.
    :param pass_replaced_at_ms: set as long as the page is to tell that.
    """

    member: MemberId
    label: str
    language: str
    time_zone: str
    reach: Reach
    is_host: bool
    hosting: Hosting
    sessions: tuple[OwnPart, ...]
    tasks: tuple[OwnTask, ...]
    notes: tuple[OwnNote, ...]
    turns: OwnTurns | None
    shows_turns: bool
    agrees: tuple[tuple[Consent, bool], ...]
    merge: MergeId | None
    merge_waits: bool
    asked_until_ms: Millis | None
    pass_replaced_at_ms: Millis | None
    pass_way: PassWay | None


def me_view(
    community: Community,
    member: Member,
    parts: Mapping[str, OwnPart | None],
    *,
    now_ms: Millis,
    today: str,
) -> MeView:
    """Make a member's page.

    :param parts: what each linked session holds of them, by code; a session that is missing, or
        ``None``, is not told.
    :param today: the day where the server stands, such as ``2026-12-01``.
    """
    found = (parts.get(link.code) for link in member.links)
    sessions = tuple(
        sorted((part for part in found if part is not None), key=lambda part: -part.at_ms)
    )
    shows_turns = community.about.kind != "employer"
    merge = next(iter(merges_of(community, member.id)), None)
    agreed = merge is not None and member.id in merge.agreed
    return MeView(
        member=member.id,
        label=member.label,
        language=member.language,
        time_zone=member.time_zone,
        reach=member.reach,
        is_host=member.is_host,
        hosting=member.hosting,
        sessions=sessions,
        tasks=tuple(sorted(_tasks(sessions, today), key=_urgency))
        if is_on(community, "promises")
        else (),
        notes=tuple(_notes(sessions)),
        turns=_turns(sessions) if shows_turns else None,
        shows_turns=shows_turns,
        agrees=tuple((one, one in member.consents) for one in consents_asked(community)),
        merge=None if merge is None or agreed else merge.id,
        merge_waits=agreed,
        asked_until_ms=member.asked_until_ms,
        pass_replaced_at_ms=_still_news(member, now_ms),
        pass_way=member.way,
    )


def _tasks(sessions: tuple[OwnPart, ...], today: str) -> Iterator[OwnTask]:
    for part in sessions:
        for item in part.items:
            yield OwnTask(
                item=item,
                code=part.code,
                question=part.question,
                standing=_standing(item, today),
            )


def _standing(item: OwnItem, today: str) -> Standing:
    if item.ended_at_ms is not None:
        return "ended"
    return "over" if "" != item.due < today else "open"


def _urgency(task: OwnTask) -> tuple[bool, str, int, str, int]:
    """What is open first, by its day; then what has ended, the latest first."""
    ended = task.item.ended_at_ms
    due = "" if ended is not None else task.item.due or "9"
    return ended is not None, due, -(ended or 0), task.code, task.item.id


def _notes(sessions: tuple[OwnPart, ...]) -> Iterator[OwnNote]:
    for part in sessions:
        for words in part.words:
            yield OwnNote(words=words, code=part.code, question=part.question)


def _turns(sessions: tuple[OwnPart, ...]) -> OwnTurns | None:
    spoken = [part for part in sessions if part.turns]
    if not spoken:
        return None
    return OwnTurns(
        sessions=len(spoken),
        turns=sum(part.turns for part in spoken),
        talked_ms=sum(part.talked_ms for part in spoken),
    )


def _still_news(member: Member, now_ms: Millis) -> Millis | None:
    replaced = member.pass_replaced_at_ms
    return replaced if replaced is not None and now_ms - replaced < PASS_NOTICE_MS else None
