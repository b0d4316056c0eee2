"""Makes everything that serves the community on a shared log, and starts it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from fishbowl.access.passes import Passes
from fishbowl.access.sign_ins import SignIns
from fishbowl.domain.community.events import MemberLeft, PassReplaced
from fishbowl.host.clock import Clock, wall_ms
from fishbowl.host.local_socket import Handler
from fishbowl.services.ask_letters import AskLetters
from fishbowl.services.community import Change, Members
from fishbowl.services.community_time import CommunityTime
from fishbowl.services.contacts import Contacts
from fishbowl.services.lost_passes import LostPasses
from fishbowl.services.meeting_letters import MeetingLetters
from fishbowl.services.members_commands import MEMBERS, CommunityDesk, members_handler
from fishbowl.services.shared_log import SharedLog
from fishbowl.services.tokens import Tokens


class CommunityParts(NamedTuple):
    """The writer of the community, and what is kept beside its log."""

    members: Members
    contacts: Contacts
    passes: Passes
    tokens: Tokens
    lost_passes: LostPasses
    in_time: CommunityTime

    def start(self, spawn: Callable[[Callable[[], None]], object], sign_ins: SignIns) -> None:
        """Take commands, and let time act.

        :param spawn: starts a task.
        :param sign_ins: end with the access of a member.
        """
        supervisor = self.members.shared.supervisor
        self.members.subscribe(partial(end_sign_ins, sign_ins))
        self.members.shared.on_closing(self.lost_passes.stop)
        self.members.start()
        self.lost_passes.start()
        spawn(supervisor.supervised(self.in_time.turns, self.in_time.run))

    def handlers(self) -> dict[str, Handler]:
        """What answers commands beside the server."""
        return {MEMBERS: members_handler(CommunityDesk(self.members, self.contacts, self.tokens))}


def end_sign_ins(sign_ins: SignIns, change: Change) -> None:
    """End the sign-ins of who left or has a new pass, in memory and in live connections.

    The file has it already: it is in the commit of the entries.
    """
    for entry in change.entries:
        if isinstance(entry.event, MemberLeft | PassReplaced):
            sign_ins.forget_member(entry.event.member)


def community_parts(shared: SharedLog, clock: Clock, keys: tuple[bytes, ...]) -> CommunityParts:
    """Make them.

    :param clock: the session time of the machine.
    :param keys: of the contacts; the first one seals.
    """
    members = Members(shared, clock)
    contacts = Contacts(shared.log, keys)
    tokens = Tokens(shared.log, contacts.token_key(), wall_ms)
    members.follow_with(MeetingLetters(tokens))
    members.follow_with(AskLetters(tokens))
    return CommunityParts(
        members=members,
        contacts=contacts,
        passes=Passes(shared.log),
        tokens=tokens,
        lost_passes=LostPasses(shared.log, contacts, tokens, wall_ms, shared.supervisor),
        in_time=CommunityTime(members, tokens, shared.supervisor, wall_ms),
    )
