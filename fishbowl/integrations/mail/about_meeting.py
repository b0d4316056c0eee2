"""From a row of the outbox about people who may meet to what its letter tells at that moment."""

import msgspec

from fishbowl.domain.community.ids import IntroductionId, MemberId, SuggestionId, member_owner
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.checkins import is_used
from fishbowl.domain.community.rules.members import first_name
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest.calendars.meeting import suggested_day
from fishbowl.harvest.words import listed
from fishbowl.integrations.mail.dates import zone_named
from fishbowl.integrations.mail.letters import Kind
from fishbowl.integrations.mail.meeting_facts import MeetingFacts, MeetingLine
from fishbowl.integrations.mail.params import Params
from fishbowl.services.contacts import Contacts
from fishbowl.views.community.meeting import (
    IntroductionView,
    Line,
    introduction_view,
    suggestion_view,
)


class AboutMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter tells, and until when it can be answered."""

    facts: MeetingFacts
    until_ms: Millis | None = None


def about_meeting(
    kind: Kind, params: Params, community: Community, who: Member, contacts: Contacts
) -> AboutMeeting | None:
    """Say what the letter tells; ``None``: it is not to be sent any more."""
    if kind == "stopped":
        return AboutMeeting(facts=MeetingFacts(made_at_ms=Millis(params.made_at_ms)))
    if kind == "suggestion":
        return _of_suggestion(params, community, who)
    one = community.introductions.get(IntroductionId(params.introduction))
    if one is None or who.id not in one.staying or not is_used(community, one):
        return None
    shown = introduction_view(community, one, who.id, community.at_ms)
    if not shown.others or (kind == "check_in" and (one.is_met or who.id in one.answers)):
        return None
    if kind == "outcome" and (not shown.can_say_outcome or who.id in one.outcomes):
        return None
    facts = MeetingFacts(
        name=listed(first_name(other.label) for other in shown.others),
        lines=_lines(shown.own, shown.theirs),
        reasons=shown.reasons,
        others=len(shown.others),
        introduction=one.id,
        ways=_ways(shown, contacts) if kind == "introduction" else (),
        source=shown.source,
        first_question=shown.first_question,
        check_in_at_ms=one.check_in_at_ms,
        made_at_ms=one.made_at_ms,
        asks_to_stop=one.asks_to_stop,
    )
    if kind == "introduction":
        facts = _with_day(facts, shown, community, who)
    if kind == "outcome_told":
        teller = MemberId(params.member)
        said = next((other for other in shown.others if other.member == teller), None)
        if said is None or said.outcome is None:
            return None
        facts = msgspec.structs.replace(facts, name=first_name(said.label), outcome=said.outcome)
    return AboutMeeting(facts=facts)


def _of_suggestion(params: Params, community: Community, who: Member) -> AboutMeeting | None:
    one = community.suggestions.get(SuggestionId(params.suggestion))
    if one is None or who.id not in one.members or who.id in one.answers:
        return None
    if not is_on(community, "introductions"):
        return None
    shown = suggestion_view(community, one, who.id)
    facts = MeetingFacts(
        name=shown.name, lines=_lines(shown.own, shown.theirs), reasons=shown.reasons
    )
    return AboutMeeting(facts=facts, until_ms=one.ends_at_ms)


def _with_day(
    facts: MeetingFacts, shown: IntroductionView, community: Community, who: Member
) -> MeetingFacts:
    """The same with a day on which they could meet."""
    zones = {
        id: zone_named(community.members[id].time_zone)
        for id in sorted((who.id, *(other.member for other in shown.others)))
    }
    return msgspec.structs.replace(
        facts,
        day=suggested_day(shown.made_at_ms, list(zones.values())),
        theirs=tuple((first_name(one.label), zones[one.member]) for one in shown.others),
    )


def _lines(own: tuple[Line, ...], theirs: tuple[Line, ...]) -> tuple[MeetingLine, ...]:
    return tuple(
        MeetingLine(side=one.side, words=one.words, is_own=is_own)
        for lines, is_own in ((own, True), (theirs, False))
        for one in lines
    )


def _ways(shown: IntroductionView, contacts: Contacts) -> tuple[tuple[str, str], ...]:
    """Who they are, and how they want to be reached: what they typed, or a confirmed address."""
    found = []
    for other in shown.others:
        contact = contacts.of(member_owner(other.member))
        found.append((other.label, "" if contact is None else contact.way))
    return tuple(found)
