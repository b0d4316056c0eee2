"""A no looks like silence to everybody but who said it, and ends on the same date."""

from collections.abc import Callable

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.decide import Given, decide
from fishbowl.domain.community.events import Entry
from fishbowl.domain.community.evolve import evolve
from fishbowl.domain.community.ids import InvitationId, MemberId, MergeId
from fishbowl.domain.community.rules import due
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.merges import merges_of
from fishbowl.domain.community.state import EMPTY, Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.views.community.host_members import member_line
from fishbowl.views.community.host_today import Undelivered, today

NOW = Millis(1_796_000_000_000)
NOBODY, AMIRA, JONAS = MemberId(0), MemberId(1), MemberId(2)


class Circle:
    """A community, and what is sent to it."""

    def __init__(self) -> None:
        self.state: Community = EMPTY
        self.now_ms = NOW
        for label in ("Amira", "Jonas"):
            self.sends(c.Join(label=label), Role.DOOR)

    def sends(self, command: c.Command, role: Role = Role.OWNER, member: MemberId = NOBODY) -> None:
        for event in decide(self.state, command, Given(self.now_ms, role, member)):
            seq = Seq(self.state.seq + 1)
            entry = Entry(
                seq=seq, at_ms=self.now_ms, actor=member, role=role, command_id=f"c{seq}",
                part=0, event=event,
            )  # fmt: skip
            self.state = evolve(self.state, entry)

    def asks(self, member: MemberId, command: c.Command) -> None:
        self.sends(command, Role.MEMBER, member)

    def waits(self, days: int) -> None:
        self.now_ms = Millis(self.now_ms + days * DAY_MS)
        for _, command in due.due(self.state, self.now_ms):
            self.sends(command, Role.TIME)

    def seen_by_hosts(self) -> object:
        lines = [member_line(self.state, one, one.seen) for one in self.state.members.values()]
        told = today(self.state, Undelivered(), self.now_ms)
        labels = [one.label for one in self.state.invitations.values()]
        return lines, told, labels


def silent(circle: Circle) -> None:
    """Nobody answers."""


def say_no(circle: Circle) -> None:
    circle.asks(AMIRA, c.DeclineHosting(member=AMIRA))
    merge = next(iter(circle.state.merges))
    circle.asks(AMIRA, c.DeclineMerge(member=AMIRA, merge=merge))
    invitation = next(iter(circle.state.invitations))
    circle.sends(c.EndInvitation(invitation=invitation, why="refused"), Role.DOOR)


def asked() -> Circle:
    circle = Circle()
    circle.sends(c.AskHost(member=AMIRA))
    circle.sends(c.ProposeMerge(keeps=JONAS, goes=AMIRA))
    circle.sends(c.InvitePeople(people=(c.Invited(label="Kofi"),)))
    return circle


@pytest.mark.parametrize("days", [0, 29, 30])
def test_hosts_cannot_tell_a_no_from_silence_on_any_day(days: int) -> None:
    found = []
    answers: list[Callable[[Circle], None]] = [silent, say_no]
    for answer in answers:
        circle = asked()
        answer(circle)
        circle.waits(days)
        found.append(circle.seen_by_hosts())
    assert found[0] == found[1]
    is_over = not circle.state.merges and not circle.state.invitations
    assert is_over == (days == 30)
    assert (circle.state.members[AMIRA].hosting == "no") == (days == 30)


def test_who_said_no_is_not_asked_again_and_cannot_change_it_by_an_old_link() -> None:
    circle = asked()
    say_no(circle)
    assert merges_of(circle.state, AMIRA) == []
    with pytest.raises(Rejected, match="merge_over"):
        circle.asks(AMIRA, c.AgreeToMerge(member=AMIRA, merge=next(iter(circle.state.merges))))
    with pytest.raises(Rejected, match="not_asked"):
        circle.asks(AMIRA, c.AcceptHosting(member=AMIRA))
    invitation = next(iter(circle.state.invitations))
    with pytest.raises(Rejected, match="invitation_over"):
        circle.sends(c.Join(label="Kofi", invitation=InvitationId(invitation)), Role.DOOR)


def test_the_other_of_the_two_is_still_asked_and_their_yes_does_nothing() -> None:
    circle = asked()
    say_no(circle)
    merge = MergeId(next(iter(circle.state.merges)))
    assert [one.id for one in merges_of(circle.state, JONAS)] == [merge]
    circle.asks(JONAS, c.AgreeToMerge(member=JONAS, merge=merge))
    assert set(circle.state.members) == {AMIRA, JONAS}
    circle.waits(30)
    assert not circle.state.merges


def test_a_yes_that_was_taken_back_merges_nobody() -> None:
    circle = asked()
    merge = MergeId(next(iter(circle.state.merges)))
    circle.asks(AMIRA, c.AgreeToMerge(member=AMIRA, merge=merge))
    circle.asks(AMIRA, c.DeclineMerge(member=AMIRA, merge=merge))
    circle.asks(JONAS, c.AgreeToMerge(member=JONAS, merge=merge))
    assert set(circle.state.members) == {AMIRA, JONAS}


def test_a_question_that_was_taken_back_can_be_asked_again() -> None:
    circle = asked()
    say_no(circle)
    circle.sends(c.TakeBackHostQuestion(member=AMIRA))
    circle.sends(c.AskHost(member=AMIRA))
    circle.asks(AMIRA, c.AcceptHosting(member=AMIRA))
    assert circle.state.members[AMIRA].is_host
    circle.waits(31)
    assert circle.state.members[AMIRA].is_host
