"""Invitations, hosts, merges, and what the community is."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import InvitationId
from fishbowl.domain.community.rules.invitations import OPEN_MAX
from fishbowl.domain.kernel.roles import Role
from tests.support.community import People


def test_who_is_invited_is_no_member_before_they_accept():
    people = People()
    (olga,) = people.invites("Olga")
    assert not people.state.members
    member = people.joins("Olga Ö.", invitation=olga, reach="mail")
    assert people.member(member).label == "Olga Ö."
    assert not people.state.invitations
    again = c.Join(label="Olga", invitation=olga)
    assert people.tries(again, Role.DOOR) == "invitation_over"


def test_an_invitation_is_over_after_30_days():
    people = People()
    (olga,) = people.invites("Olga")
    early = c.EndInvitation(invitation=olga, why="expired")
    assert people.tries(early, Role.TIME) == "invitation_over"
    people.waits(29)
    assert people.state.invitations
    people.waits(1)
    assert not people.state.invitations
    assert people.tries(c.Join(label="Olga", invitation=olga), Role.DOOR) == "invitation_over"


@pytest.mark.parametrize(
    ("role", "why"),
    [
        (Role.OWNER, "refused"), (Role.OWNER, "expired"), (Role.OWNER, "accepted"),
        (Role.DOOR, "withdrawn"), (Role.DOOR, "accepted"), (Role.TIME, "withdrawn"),
    ],
)  # fmt: skip
def test_an_invitation_ends_only_the_way_of_who_ends_it(role: Role, why: str):
    people = People()
    (olga,) = people.invites("Olga")
    assert people.tries(c.EndInvitation(invitation=olga, why=why), role) == "invitation_over"


def test_a_host_withdraws_an_invitation():
    people = People()
    (olga,) = people.invites("Olga")
    people.does(people.hosts(), c.EndInvitation(invitation=olga, why="withdrawn"))
    assert not people.state.invitations
    gone = c.EndInvitation(invitation=olga, why="withdrawn")
    assert people.tries(gone) == "already_so"


def test_open_invitations_are_limited():
    people = People()
    for _ in range(2):
        people.invites(*(["Olga"] * (OPEN_MAX // 2)))
    one_more = c.InvitePeople(people=(c.Invited(label="One more"),))
    assert people.tries(one_more) == "limit_reached"
    assert len(people.state.invitations) == OPEN_MAX


def test_another_link_for_everybody_present():
    people = People()
    people.sends(c.RenewInvitationLink())
    assert people.state.invitation_generation == 2


def test_hosting_is_accepted_not_assigned():
    people = People()
    jonas = people.joins("Jonas")
    accept = c.AcceptHosting(member=jonas)
    assert people.tries(accept, Role.MEMBER, jonas) == "not_asked"
    people.sends(c.AskHost(member=jonas))
    assert not people.member(jonas).is_host
    assert people.tries(c.AskHost(member=jonas)) == "already_so"
    people.does(jonas, accept)
    assert people.member(jonas).is_host
    assert people.tries(accept, Role.MEMBER, jonas) == "already_so"
    people.does(jonas, c.StopHosting(member=jonas))
    assert not people.member(jonas).is_host


def test_a_question_to_be_a_host_can_be_taken_back_or_runs_out():
    people = People()
    jonas = people.joins("Jonas")
    accept = c.AcceptHosting(member=jonas)
    people.sends(c.AskHost(member=jonas))
    people.sends(c.TakeBackHostQuestion(member=jonas))
    assert people.tries(accept, Role.MEMBER, jonas) == "not_asked"
    people.sends(c.AskHost(member=jonas))
    people.waits(30)
    assert people.tries(accept, Role.MEMBER, jonas) == "not_asked"


def test_two_are_one_when_both_say_so_and_only_what_both_agreed_to_stays():
    people = People()
    keeps = people.joins("Amira", consents=frozenset({"meet", "turn"}))
    goes = people.joins("A. Benali", consents=frozenset({"meet", "answer"}))
    people.links(keeps, "WAVE47", 1)
    people.links(goes, "WAVE47", 5)
    people.links(goes, "TUNE88", 2)
    merge = people.merges(keeps, goes)
    people.does(goes, c.AgreeToMerge(member=goes, merge=merge))
    assert set(people.state.members) == {keeps, goes}
    again = c.AgreeToMerge(member=goes, merge=merge)
    assert people.tries(again, Role.MEMBER, goes) == "already_so"
    *_, left = people.does(keeps, c.AgreeToMerge(member=keeps, merge=merge))
    assert (left.member, left.why, left.into) == (goes, "merged", keeps)
    found = people.member(keeps)
    assert {(one.code, one.person) for one in found.links} == {("WAVE47", 1), ("TUNE88", 2)}
    assert found.consents == {"meet"}
    assert set(people.state.members) == {keeps}


def test_a_merge_needs_two_members_who_are_in_no_other():
    people = People()
    one, two, three = (people.joins(label) for label in ("A", "B", "C"))
    assert people.tries(c.ProposeMerge(keeps=one, goes=one)) == "same_member"
    merge = people.merges(one, two)
    assert people.tries(c.ProposeMerge(keeps=two, goes=one)) == "already_so"
    assert people.tries(c.ProposeMerge(keeps=one, goes=three)) == "merge_open"
    assert people.tries(c.AgreeToMerge(member=three, merge=merge), Role.DOOR) == "not_yours"
    assert people.tries(c.EndMerge(merge=merge), Role.TIME) == "not_due"


def test_the_community_says_what_it_is():
    people = People()
    said = c.DescribeCommunity(kind="employer", title="Wave", controller="Wave GmbH")
    people.sends(said)
    assert (people.state.about.kind, people.state.about.is_described) == ("employer", True)
    assert people.tries(said) == "already_so"


def test_an_invitation_that_never_was_is_over():
    people = People()
    unknown = c.Join(label="Olga", invitation=InvitationId(9))
    assert people.tries(unknown, Role.DOOR) == "invitation_over"
