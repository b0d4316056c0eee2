"""The writer of the community; see :mod:`fishbowl.services.stream_writer` for how it works.

What an entry does to contacts, passes, tokens, letters and sign-ins commits with it, whoever sends
the command: a member who leaves takes all of it along, and a new pass ends the old ones.
"""

import secrets
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fishbowl.domain.community import events as e
from fishbowl.domain.community.commands import (
    Command,
    EndInvitation,
    LeaveCommunity,
    RemoveMember,
)
from fishbowl.domain.community.ids import MemberId, invitation_owner, member_of, member_owner
from fishbowl.domain.community.state import EMPTY, Community
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.streams import Stream
from fishbowl.host.clock import Clock
from fishbowl.log.effects import AnyEffect, EndSignIns
from fishbowl.log.people_effects import (
    DropContacts,
    DropLetters,
    DropTokens,
    EndPasses,
    MoveContact,
    MovePasses,
    RefuseAddress,
)
from fishbowl.log.records import MEMBER
from fishbowl.services.batch import Beside, Envelope, Outcome, StreamChange
from fishbowl.services.effects import kind_effects
from fishbowl.services.kept_at_home import KEPT_AT_HOME, is_kept_at_home
from fishbowl.services.shared_log import SharedLog
from fishbowl.services.stream_writer import StreamWriter

Change = StreamChange[Community]
"""What a commit did to the community."""
Following = Callable[[Community, Sequence[e.Entry]], Iterator[AnyEffect]]
"""What commits with new entries of the community, such as letters."""
ID_BYTES = 12
SNAPSHOT_PAUSE_S = 10.0
"""Everybody who leaves costs a snapshot of all; of many who leave together, few are written."""
NOBODY = MemberId(0)
_ALWAYS = (LeaveCommunity, RemoveMember, EndInvitation)
"""What people may do here all the same: it only deletes what is kept of them here."""

_of_any_kind = kind_effects(COMMUNITY)


class Members(StreamWriter[Community]):
    """Decides and saves what is asked of the community of an installation.

    :param shared: the log, with that of sessions.
    :param clock: the session time of the machine.
    """

    def __init__(self, shared: SharedLog, clock: Clock) -> None:
        self._following: list[Following] = []
        super().__init__(
            shared,
            COMMUNITY,
            self._effects,
            clock,
            prefix="community ",
            snapshot_pause_s=SNAPSHOT_PAUSE_S,
        )

    def follow_with(self, following: Following) -> None:
        """Let something more commit with the entries of the community; before :meth:`start`."""
        self._following.append(following)

    @property
    def community(self) -> Community:
        """The committed state; empty before the first entry.

        :raises BrokenStream: the log cannot be read.
        :raises Unavailable: no log can be read at this moment.
        """
        return self.state("") or EMPTY

    def ask(
        self,
        command: Command,
        *,
        role: Role,
        member: MemberId = NOBODY,
        command_id: str = "",
        beside: Beside | None = None,
    ) -> Outcome:
        """Submit a command and wait until it is durable, refused, or not saved.

        :param role: ``MEMBER`` with the ``member`` who sends it; ``OWNER``, ``DOOR`` or ``TIME``.
        :param command_id: an id that comes again gets its first answer again; a new one is made
            if it is left out.
        :param beside: what commits with it, given its entries, only if it is accepted.
        :return: its ``seq`` is that of the first entry: of ``Join`` the number of the member. Its
            ``code`` can also be that of an effect: ``token_over`` or ``pass_taken``; or
            ``kept_at_home``: it changes at the home of this installation. What time does goes on
            here, and people can leave.
        """
        goes_on = role is Role.TIME or isinstance(command, _ALWAYS)
        if not goes_on and is_kept_at_home(self.log):
            return Outcome(ok=False, code=KEPT_AT_HOME)
        return self.submit(
            envelope_of("", command, role, member=member, command_id=command_id, beside=beside)
        )

    def _effects(
        self, stream: Stream, community: Community, entries: Sequence[e.Entry]
    ) -> Iterator[AnyEffect]:
        for following in self._following:
            yield from following(community, entries)
        yield from community_effects(stream, community, entries)


def envelope_of(
    key: str,
    command: Any,
    role: Role,
    *,
    member: MemberId,
    command_id: str,
    beside: Beside | None,
) -> Envelope:
    """A command of a member, a host, a door or time.

    :param key: of the stream.
    :param member: who sends it, if the ``role`` is ``MEMBER``.
    :param command_id: a new one is made if it is empty.
    """
    return Envelope(
        code=key,
        command=command,
        command_id=command_id or secrets.token_urlsafe(ID_BYTES),
        role=role,
        key=member_owner(member) if role is Role.MEMBER else "",
        face="member" if role is Role.MEMBER else "",
        beside=beside,
    )


def community_effects(
    stream: Stream, community: Community, entries: Sequence[e.Entry]
) -> Iterator[AnyEffect]:
    """Say what commits with new entries of the community."""
    for entry in entries:
        yield from _of_event(entry.event, entry)
    yield from _of_any_kind(stream, community, entries)


def _of_event(event: Any, entry: e.Entry) -> Iterator[AnyEffect]:
    match event:
        case e.MemberJoined(invitation=int(invitation), reach="mail"):
            # The letter has arrived, or it could not have been accepted.
            yield MoveContact(
                goes=invitation_owner(invitation),
                keeps=member_owner(member_of(entry.seq)),
                confirmed_at_ms=entry.at_ms,
            )
        case e.InvitationRefused(invitation=invitation):
            owner = invitation_owner(invitation)
            yield RefuseAddress(owner=owner)
            yield from _forget(owner)
        case e.InvitationEnded(invitation=invitation):
            yield from _forget(invitation_owner(invitation))
        case e.HostQuestionEnded(member=member) | e.HostDeclined(member=member):
            yield DropTokens(owner=member_owner(member), purpose="host")
            yield DropLetters(owner=member_owner(member), letter="host")
        case e.ReachChanged(member=member, reach=reach):
            owner = member_owner(member)
            if reach != "mail":
                yield DropContacts(owner=owner, kind="mail")
            if reach != "other":
                yield DropContacts(owner=owner, kind="other")
            # They went, or would go, to an address that is another's from now on.
            yield DropTokens(owner=owner)
            yield DropLetters(owner=owner)
        case e.PassReplaced(member=member):
            yield EndPasses(member=member)
            yield EndSignIns(opens=MEMBER, generation=member)
            yield DropTokens(owner=member_owner(member), purpose="new_pass")
        case e.MemberLeft(member=member, into=into):
            if into is not None:
                yield MovePasses(goes=member, keeps=into)
            yield EndPasses(member=member)
            yield EndSignIns(opens=MEMBER, generation=member)
            yield from _forget(member_owner(member))


def _forget(owner: str) -> Iterator[AnyEffect]:
    yield DropContacts(owner=owner)
    yield DropTokens(owner=owner)
    yield DropLetters(owner=owner)
