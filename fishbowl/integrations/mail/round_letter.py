"""The letter to each member of a group of a pairing round: would they like to meet?"""

from typing import NamedTuple

from babel import Locale

from fishbowl.domain.community.ids import RoundId
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.pairing import as_shared
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest.round_words import (
    asking_lines,
    asking_title,
    host_sees,
    then_names,
    until_words,
)
from fishbowl.harvest.words import _
from fishbowl.integrations.mail.asked_facts import AskedInRound
from fishbowl.integrations.mail.content import Content, Facts
from fishbowl.integrations.mail.params import Params


class AboutRound(NamedTuple):
    """What the letter tells, and until when it can be answered."""

    asked: AskedInRound
    until_ms: Millis


def about_round(params: Params, community: Community, who: Member) -> AboutRound | None:
    """Say what the letter tells; ``None``: it is not to be sent any more."""
    one = community.rounds.get(RoundId(params.round))
    group = None if one is None else one.group(params.group)
    if one is None or group is None or group.answer_by_ms is None:
        return None
    waits = one.state == "asking" and group.state == "asked" and who.id in group.members
    has_answered = who.id in group.answers or who.id in one.out
    if not waits or has_answered or not is_on(community, "rounds"):
        return None
    (told,) = as_shared(community, [group])
    return AboutRound(AskedInRound(one.kind, told, who.id), group.answer_by_ms)


def round_letter(facts: Facts, locale: Locale) -> Content:
    """Write it."""
    asked = facts.asked
    return Content(
        subject=asking_title(),
        title=asking_title(),
        before=_("Names pass only when all of you said yes."),
        says=()
        if asked is None
        else (host_sees(asked.group), *asking_lines(asked.kind, asked.group, asked.mine)),
        press=_("Yes, please"),
        press_do="yes",
        ways=(("no", _("Not this time")),),
        then=(then_names(), until_words(facts.until)),
        because=_("You get this letter because you agreed to meet somebody."),
    )
