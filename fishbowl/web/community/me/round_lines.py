"""What a member's own page and a letter's page tell of pairing rounds."""

from datetime import UTC
from typing import NamedTuple

from fishbowl.domain.community.ids import RoundId
from fishbowl.domain.community.model import Group, Member, Round
from fishbowl.domain.community.rules.pairing import as_shared, going_on, rounds_of
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.harvest.round_words import (
    asking_lines,
    asking_title,
    host_sees,
    then_names,
    until_words,
)
from fishbowl.harvest.words import in_language
from fishbowl.web.community.task_lines import day_in
from fishbowl.web.context import here
from fishbowl.web.i18n import current_language
from fishbowl.web.setup.instants import zone_of


class RoundLine(NamedTuple):
    """A group that a member is asked about.

    :param said_yes: whether they have said yes already.
    """

    round: int
    group: int
    title: str
    lines: tuple[str, ...]
    said_yes: bool


class InRound(NamedTuple):
    """A round in which a member is, and can drop out of."""

    round: int
    name: str


def asked_lines(mine: Member) -> list[RoundLine]:
    """The groups that a member is asked about and has not said no to."""
    community, now_ms = here().members.community, here().members.time.now_ms()
    if not is_on(community, "rounds"):
        return []
    found = rounds_of(community, mine.id, now_ms)
    told = as_shared(community, [group for _, group in found])
    return [_line(mine, one, group) for (one, _), group in zip(found, told, strict=True)]


def own_rounds(mine: Member) -> list[InRound]:
    """The rounds that go on in which a member is asked, or meets somebody."""
    community, now_ms = here().members.community, here().members.time.now_ms()
    found = []
    for id in sorted(community.rounds):
        try:
            one = going_on(community, RoundId(id), now_ms)
        except Rejected:
            continue
        is_in = any(group.state in ("asked", "made") for group in one.groups_of(mine.id))
        if is_in and mine.id not in one.out:
            found.append(InRound(one.id, one.name))
    return found


def _line(mine: Member, one: Round, group: Group) -> RoundLine:
    until = day_in(group.answer_by_ms or 0, zone_of(mine.time_zone) or UTC)
    language = current_language()
    with in_language(language.translations, language.locale):
        lines = (
            host_sees(group),
            *asking_lines(one.kind, group, mine.id),
            then_names(),
            until_words(until),
        )
        title = asking_title()
    return RoundLine(one.id, group.no, title, lines, group.answers.get(mine.id, False))
