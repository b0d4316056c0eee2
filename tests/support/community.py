"""A community without a server: commands are decided, what happened is folded."""

from collections.abc import Sequence
from typing import Any

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.decide import Given, decide
from fishbowl.domain.community.events import Entry, Event
from fishbowl.domain.community.evolve import evolve
from fishbowl.domain.community.ids import (
    AnswerId,
    AskId,
    IntroductionId,
    InvitationId,
    MemberId,
    MergeId,
    OfferId,
    SuggestionId,
    pair_of,
)
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.due import due
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.state import EMPTY, Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role

BEGAN_MS = Millis(1_796_000_000_000)
"""30 November 2026."""
NOBODY = MemberId(0)


class People:
    """A community, its log, and what somebody sends."""

    def __init__(self) -> None:
        self.state: Community = EMPTY
        self.log: list[Entry] = []
        self.now_ms = BEGAN_MS

    def sends(
        self, command: c.Command, role: Role = Role.OWNER, member: MemberId = NOBODY
    ) -> Sequence[Event]:
        """Decide a command and fold what it causes.

        :raises Rejected: it is refused.
        :raises AlreadyTrue: it is so already.
        """
        events = decide(self.state, command, Given(self.now_ms, role, member))
        for part, event in enumerate(events):
            entry = Entry(
                seq=Seq(self.state.seq + 1), at_ms=self.now_ms, actor=member, role=role,
                command_id=f"c{len(self.log)}", part=part, event=event,
            )  # fmt: skip
            self.log.append(entry)
            self.state = evolve(self.state, entry)
        return events

    def tries(self, command: c.Command, role: Role = Role.OWNER, member: MemberId = NOBODY) -> str:
        """What comes of a command: empty if it is accepted, else the reason."""
        try:
            self.sends(command, role, member)
        except (Rejected, AlreadyTrue) as error:
            return error.code
        return ""

    def joins(self, label: str = "Amira", **fields: Any) -> MemberId:
        """Somebody becomes a member."""
        self.sends(c.Join(label=label, **fields), Role.DOOR)
        return MemberId(self.log[-1].seq if not fields.get("invitation") else self.log[-2].seq)

    def does(self, member: MemberId, command: c.Command) -> Sequence[Event]:
        """A member does something about themselves, or as a host."""
        return self.sends(command, Role.MEMBER, member)

    def agrees(self, member: MemberId, consent: Any, on: bool = True) -> None:
        """A member turns a consent on or off."""
        self.does(member, c.SetConsent(member=member, consent=consent, on=on))

    def links(self, member: MemberId, code: str = "WAVE47", person: int = 1) -> None:
        """A session is linked to a member."""
        self.sends(c.LinkSession(member=member, code=code, person=person), Role.DOOR)

    def invites(self, *labels: str) -> list[InvitationId]:
        """The owner invites people."""
        before = self.state.seq
        self.sends(c.InvitePeople(people=tuple(c.Invited(label=one) for one in labels)))
        return [InvitationId(seq) for seq in range(before + 1, self.state.seq + 1)]

    def hosts(self, label: str = "Jonas") -> MemberId:
        """Somebody becomes a host."""
        member = self.joins(label)
        self.sends(c.AskHost(member=member))
        self.does(member, c.AcceptHosting(member=member))
        return member

    def merges(self, keeps: MemberId, goes: MemberId) -> MergeId:
        """The owner asks two whether they are one."""
        self.sends(c.ProposeMerge(keeps=keeps, goes=goes))
        return MergeId(self.state.seq)

    def asks(self, member: MemberId, *to: MemberId, words: str = "Who holds keys?") -> AskId:
        """A member asks others."""
        self.does(member, c.AskCommunity(member=member, words=words, to=to))
        return AskId(self.state.seq)

    def answers(self, member: MemberId, ask: AskId, **fields: Any) -> AnswerId:
        """A member answers a question."""
        given = {"words": "Two people, from the first week.", **fields}
        self.does(member, c.AnswerAsk(member=member, ask=ask, **given))
        return AnswerId(self.state.seq)

    def offers(self, member: MemberId, words: str = "Reading a budget", **fields: Any) -> OfferId:
        """A member writes down what they can give, or look for."""
        command = c.AddOffer(**{"member": member, "side": "offer", "words": words, **fields})
        self.does(member, command)
        return OfferId(self.state.seq)

    def suggests(self, one: MemberId, other: MemberId, **fields: Any) -> SuggestionId:
        """Two members are asked whether they want to meet."""
        self.sends(c.SuggestMeeting(members=pair_of(one, other), **fields), Role.TIME)
        return SuggestionId(self.state.seq)

    def says(self, member: MemberId, suggestion: SuggestionId, yes: bool = True) -> None:
        """A member answers a suggestion."""
        self.does(member, c.AnswerSuggestion(member=member, suggestion=suggestion, yes=yes))

    def introduces(self, one: MemberId, other: MemberId, **fields: Any) -> IntroductionId:
        """Two members both say yes."""
        suggestion = self.suggests(one, other, **fields)
        self.says(one, suggestion)
        self.says(other, suggestion)
        return IntroductionId(self.state.seq)

    def waits(self, days: float) -> None:
        """Time passes, and does what is due."""
        self.now_ms = Millis(self.now_ms + int(days * DAY_MS))
        for _, command in list(due(self.state, self.now_ms)):
            self.sends(command, Role.TIME)

    def member(self, id: MemberId) -> Member:
        """A member as they are now."""
        return self.state.members[id]
