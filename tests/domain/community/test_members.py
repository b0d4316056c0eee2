"""Being known, changing, agreeing, linking sessions, staying and leaving."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.events import MemberLeft
from fishbowl.domain.community.ids import CONSENTS, MemberId
from fishbowl.domain.community.rules.members import LINKS_MAX
from fishbowl.domain.kernel.roles import Role
from tests.support.community import People


def test_a_new_member_has_agreed_to_nothing():
    people = People()
    amira = people.joins("  Amira\u202e Benali ")
    found = people.member(amira)
    assert (found.label, found.consents, found.links) == ("Amira Benali", frozenset(), ())
    assert (found.reach, found.seen, found.hosting) == ("pass", "2026-Q4", "no")


def test_nobody_is_known_without_a_name():
    assert People().tries(c.Join(label=" \u200b\u2800 "), Role.DOOR) == "name_needed"


@pytest.mark.parametrize("consent", CONSENTS)
def test_a_consent_is_turned_on_and_off(consent: str):
    people = People()
    amira = people.joins()
    people.agrees(amira, consent)
    assert people.member(amira).consents == {consent}
    again = c.SetConsent(member=amira, consent=consent, on=True)
    assert people.tries(again, Role.MEMBER, amira) == "already_so"
    people.agrees(amira, consent, False)
    assert people.member(amira).consents == frozenset()


def test_a_member_is_called_otherwise():
    people = People()
    amira = people.joins()
    change = c.ChangeMember(member=amira, label="Amira B.", language="ar", time_zone="Asia/Amman")
    people.does(amira, change)
    assert people.tries(change, Role.MEMBER, amira) == "already_so"
    nameless = c.ChangeMember(member=amira, label=" ", language="ar", time_zone="UTC")
    assert people.tries(nameless, Role.MEMBER, amira) == "name_needed"
    assert people.member(amira).label == "Amira B."


def test_a_session_is_linked_once_and_as_one_person():
    people = People()
    amira = people.joins()
    people.links(amira, "WAVE47", 3)
    again = c.LinkSession(member=amira, code="WAVE47", person=3)
    other = c.LinkSession(member=amira, code="WAVE47", person=4)
    assert people.tries(again, Role.DOOR) == "already_so"
    assert people.tries(other, Role.DOOR) == "linked_otherwise"
    people.does(amira, c.UnlinkSession(member=amira, code="WAVE47"))
    assert people.member(amira).links == ()
    assert people.tries(c.UnlinkSession(member=amira, code="WAVE47"), Role.MEMBER, amira) == (
        "already_so"
    )
    people.links(amira, "WAVE47", 4)


def test_links_are_limited():
    people = People()
    amira = people.joins()
    for number in range(LINKS_MAX):
        people.links(amira, f"C{number}")
    one_more = c.LinkSession(member=amira, code="MORE99", person=1)
    assert people.tries(one_more, Role.DOOR) == "limit_reached"


def test_being_seen_is_noted_by_quarter():
    people = People()
    amira = people.joins()
    seen = c.NoteSeen(member=amira)
    assert people.tries(seen, Role.DOOR) == "already_so"
    people.waits(60)
    people.sends(seen, Role.DOOR)
    assert people.member(amira).seen == "2027-Q1"


def test_who_is_not_seen_for_18_months_is_asked_and_then_forgotten():
    people = People()
    amira, jonas, mei = people.joins("Amira"), people.joins("Jonas"), people.joins("Mei-Lin")
    people.waits(500)
    assert all(one.asked_until_ms is None for one in people.state.members.values())
    people.waits(200)
    assert all(one.asked_until_ms for one in people.state.members.values())
    assert people.tries(c.ForgetMember(member=amira), Role.TIME) == "not_due"
    people.does(jonas, c.Stay(member=jonas))
    people.sends(c.NoteSeen(member=mei), Role.DOOR)
    assert people.tries(c.Stay(member=jonas), Role.MEMBER, jonas) == "already_so"
    people.waits(30)
    assert set(people.state.members) == {jonas, mei}
    assert people.tries(c.ForgetMember(member=amira), Role.TIME) == "member_unknown"


def test_who_leaves_names_the_entries_that_say_who_they_were():
    people = People()
    amira = people.joins()
    jonas = people.joins("Jonas")
    people.links(amira)
    people.agrees(amira, "meet")
    change = c.ChangeMember(member=amira, label="Amira B.", language="en", time_zone="UTC")
    people.does(amira, change)
    linked, renamed = people.log[2].seq, people.log[4].seq
    (left,) = people.does(amira, c.LeaveCommunity(member=amira))
    assert isinstance(left, MemberLeft)
    assert left.entries == (amira, linked, renamed)
    assert set(people.state.members) == {jonas}
    assert people.tries(c.LeaveCommunity(member=amira), Role.DOOR) == "member_unknown"


def test_who_leaves_ends_the_merges_that_they_are_asked_about():
    people = People()
    keeps, goes = people.joins(), people.joins()
    merge = people.merges(keeps, goes)
    people.sends(c.RemoveMember(member=goes))
    assert not people.state.merges
    assert people.tries(c.AgreeToMerge(member=keeps, merge=merge), Role.DOOR) == "merge_over"


def test_a_new_pass_is_noted_with_its_way():
    people = People()
    amira = people.joins()
    people.sends(c.ReplacePass(member=amira, way="mail"), Role.DOOR)
    found = people.member(amira)
    assert (found.pass_replaced_at_ms, found.way) == (people.now_ms, "mail")
    assert people.tries(c.ReplacePass(member=MemberId(99), way="mail"), Role.DOOR) == (
        "member_unknown"
    )
