"""What time does in a community. Everything is due by the day, so it is looked for by the hour."""

from collections.abc import Iterator

from fishbowl.domain.community.commands import (
    AskAboutOffer,
    AskToStay,
    Command,
    EndAsk,
    EndHostQuestion,
    EndInvitation,
    EndMerge,
    ExpireOffer,
    ForgetMember,
)
from fishbowl.domain.community.ids import quarter_of
from fishbowl.domain.community.rules import asks, hosts, invitations, members, merges, offers
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
    for member in members.to_forget(community, now_ms):
        yield f"time.forget.{member.id}", ForgetMember(member=member.id)
    for member in members.to_ask(community, quarter_of(now_ms)):
        yield f"time.ask.{member.id}.{member.seen}", AskToStay(member=member.id)
