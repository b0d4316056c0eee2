"""What time does in a community. Everything is due by the day, so it is looked for by the hour."""

from collections.abc import Iterator

from fishbowl.domain.community.commands import (
    AskAboutOffer,
    AskCheckIn,
    AskOutcome,
    AskToStay,
    Command,
    DropGroup,
    EndAsk,
    EndHostQuestion,
    EndIntroduction,
    EndInvitation,
    EndMerge,
    EndRoundOver,
    EndSuggestion,
    ExpireOffer,
    ForgetIntroduction,
    ForgetMember,
    RemindCheckIn,
    TellStopped,
)
from fishbowl.domain.community.ids import quarter_of
from fishbowl.domain.community.rules import (
    asks,
    checkins,
    hosts,
    invitations,
    members,
    merges,
    offers,
    pairing,
    suggestions,
)
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis


def due(community: Community, now_ms: Millis) -> Iterator[tuple[str, Command]]:
    """What time has to do now: a command with an id made from what it ends."""
    for invitation in invitations.expired(community, now_ms):
        command = EndInvitation(invitation=invitation.id, why="expired")
        yield f"time.invitation.{invitation.id}", command
    for asked in hosts.unanswered(community, now_ms):
        command_id = f"time.host.{asked.id}.{asked.host_until_ms}"
        yield command_id, EndHostQuestion(member=asked.id)
    for merge in merges.unanswered(community, now_ms):
        yield f"time.merge.{merge.id}", EndMerge(merge=merge.id)
    for ask in asks.to_end(community, now_ms):
        step = "end" if asks.is_over(ask, now_ms) else "forget"
        yield f"time.ask_{step}.{ask.id}", EndAsk(ask=ask.id)
    for offer in offers.expired(community, now_ms):
        yield f"time.offer.{offer.id}", ExpireOffer(offer=offer.id)
    for offer in offers.to_ask_about(community, now_ms):
        yield f"time.about_offer.{offer.id}.{offer.until_ms}", AskAboutOffer(offer=offer.id)
    for one, group in pairing.unanswered(community, now_ms):
        yield f"time.group.{one.id}.{group.no}", DropGroup(round=one.id, group=group.no)
    for one in pairing.over(community, now_ms):
        yield f"time.round.{one.id}", EndRoundOver(round=one.id)
    for suggestion in suggestions.expired(community, now_ms):
        yield f"time.suggestion.{suggestion.id}", EndSuggestion(suggestion=suggestion.id)
    yield from _of_introductions(community, now_ms)
    for member in members.to_forget(community, now_ms):
        yield f"time.forget.{member.id}", ForgetMember(member=member.id)
    for member in members.to_ask(community, quarter_of(now_ms)):
        yield f"time.ask.{member.id}.{member.seen}", AskToStay(member=member.id)


def _of_introductions(community: Community, now_ms: Millis) -> Iterator[tuple[str, Command]]:
    for one in checkins.to_tell(community, now_ms):
        told_at_ms = min(one.out.values())
        yield f"time.tell_stopped.{one.id}.{told_at_ms}", TellStopped(introduction=one.id)
    for one in checkins.to_ask(community, now_ms):
        yield f"time.check_in.{one.id}.{one.asked}", AskCheckIn(introduction=one.id)
    for one in checkins.to_remind(community, now_ms):
        yield f"time.remind.{one.id}.{one.asked}", RemindCheckIn(introduction=one.id)
    for one in checkins.to_ask_whether_it_helped(community, now_ms):
        yield f"time.outcome.{one.id}", AskOutcome(introduction=one.id)
    for one in checkins.to_end(community, now_ms):
        yield f"time.end_introduction.{one.id}", EndIntroduction(introduction=one.id)
    for one in checkins.to_forget(community, now_ms):
        yield f"time.forget_introduction.{one.id}", ForgetIntroduction(introduction=one.id)
