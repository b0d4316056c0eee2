"""What members say of their work, and what they may be asked about."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.model import Facts
from fishbowl.domain.community.rules.expertise import ticked, topics_of
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.roles import Role
from tests.domain.community.test_any_order import erased_log
from tests.support.community import People


def test_facts_are_said_changed_and_taken_back():
    people = People()
    amira = people.joins()
    said = c.SayFacts(member=amira, years=12, organisation="  Harbour\u202e Library ")
    people.does(amira, said)
    assert people.state.facts[amira] == Facts(years=12, organisation="Harbour Library")
    assert people.tries(said, Role.MEMBER, amira) == "already_so"
    people.does(amira, c.SayFacts(member=amira, years=0))
    assert people.state.facts[amira] == Facts(years=0)
    people.does(amira, c.SayFacts(member=amira))
    assert people.state.facts[amira] == Facts()


def test_facts_leave_with_the_member():
    people = People()
    amira = people.joins()
    people.does(amira, c.SayFacts(member=amira, years=12, organisation="Harbour Library"))
    people.does(amira, c.LeaveCommunity(member=amira))
    assert not people.state.facts
    log = erased_log(people.log)
    assert "Harbour" not in repr(log)
    assert COMMUNITY.fold(log) == people.state


def test_topics_are_ticked_only_of_a_linked_session_and_with_consent():
    people = People()
    amira = people.joins()
    tick = c.TickTopics(member=amira, code="WAVE47", topics=("Handing over keys",))
    assert people.tries(tick, Role.MEMBER, amira) == "not_linked"
    people.links(amira)
    assert people.tries(tick, Role.MEMBER, amira) == "consent_needed"
    people.agrees(amira, "answer")
    people.does(amira, tick)
    assert ticked(people.state, amira, "WAVE47") == ("Handing over keys",)
    assert people.tries(tick, Role.MEMBER, amira) == "already_so"


def test_ticks_count_only_as_long_as_the_member_agrees_to_be_asked():
    people = People()
    amira = people.joins()
    people.links(amira)
    people.agrees(amira, "answer")
    people.does(amira, c.TickTopics(member=amira, code="WAVE47", topics=("Keys", "Money")))
    assert list(topics_of(people.state, amira)) == [("WAVE47", "Keys"), ("WAVE47", "Money")]
    people.agrees(amira, "answer", False)
    assert not list(topics_of(people.state, amira))
    people.does(amira, c.TickTopics(member=amira, code="WAVE47"))
    people.agrees(amira, "answer")
    assert not list(topics_of(people.state, amira))


def test_ticks_of_a_session_go_with_its_link():
    people = People()
    amira = people.joins()
    people.agrees(amira, "answer")
    for code in ("WAVE47", "TIDE48"):
        people.links(amira, code)
        people.does(amira, c.TickTopics(member=amira, code=code, topics=(f"Keys of {code}",)))
    people.does(amira, c.UnlinkSession(member=amira, code="WAVE47"))
    assert list(topics_of(people.state, amira)) == [("TIDE48", "Keys of TIDE48")]
    log = erased_log(people.log)
    assert "WAVE47" not in repr(log)
    assert COMMUNITY.fold(log) == people.state


def test_facts_and_topics_become_those_of_the_member_with_whom_one_is_merged():
    people = People()
    keeps, goes = people.joins("Amira"), people.joins("A. Benali")
    people.does(keeps, c.SayFacts(member=keeps, organisation="School"))
    people.does(goes, c.SayFacts(member=goes, years=12, organisation="Harbour Library"))
    people.links(goes)
    people.agrees(goes, "answer"), people.agrees(keeps, "answer")
    people.does(goes, c.TickTopics(member=goes, code="WAVE47", topics=("Handing over keys",)))
    merge = people.merges(keeps, goes)
    people.does(goes, c.AgreeToMerge(member=goes, merge=merge))
    people.does(keeps, c.AgreeToMerge(member=keeps, merge=merge))
    assert dict(people.state.facts) == {keeps: Facts(years=12, organisation="School")}
    assert list(topics_of(people.state, keeps)) == [("WAVE47", "Handing over keys")]
    log = erased_log(people.log)
    assert "Harbour" not in repr(log)
    assert COMMUNITY.fold(log) == people.state
