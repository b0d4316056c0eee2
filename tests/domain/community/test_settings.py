"""What the community uses."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import FEATURES, Feature
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.roles import Role
from tests.support.community import People


def test_everything_is_on_at_first():
    assert all(is_on(People().state, feature) for feature in FEATURES)


@pytest.mark.parametrize("feature", FEATURES)
def test_a_host_switches_one_thing_off_and_on_again(feature: Feature):
    people = People()
    off = c.SwitchFeature(feature=feature, on=False)
    assert people.tries(off, Role.OWNER) == ""
    assert [one for one in FEATURES if not is_on(people.state, one)] == [feature]
    assert people.tries(off, Role.OWNER) == "already_so"
    assert COMMUNITY.unpack(COMMUNITY.pack(people.state)) == people.state
    assert people.tries(c.SwitchFeature(feature=feature, on=True), Role.OWNER) == ""
    assert is_on(people.state, feature)


def test_a_member_who_is_no_host_switches_nothing():
    people = People()
    amira = people.joins()
    off = c.SwitchFeature(feature="ask", on=False)
    assert people.tries(off, Role.MEMBER, amira) == "hosts_only"
    assert is_on(people.state, "ask")
