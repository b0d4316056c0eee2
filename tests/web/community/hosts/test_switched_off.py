"""What hosts have switched off is on no page: no section, no way to it, no page of its own."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import CONSENTS, FEATURES, MemberId
from fishbowl.domain.kernel.roles import Role
from tests.web.community.conftest import POST, Circle
from tests.web.community.test_small_community import said

PAGES = ("/me/offers", "/ask", "/ask/community", "/me/card/WAVE47")
WORDS = ("Meet somebody", "Answer a question", "What you give and look for", "Ask", "years")


@pytest.fixture
def off(circle: Circle) -> Circle:
    """A community in which everything is off."""
    for feature in FEATURES:
        circle.asks(c.SwitchFeature(feature=feature, on=False), Role.OWNER)
    return circle


@pytest.fixture
def amira(off: Circle) -> MemberId:
    return off.joins("Amira", consents=frozenset(CONSENTS))


def test_nothing_of_it_is_on_a_member_s_page_and_its_pages_are_not_there(
    off: Circle, amira: MemberId
):
    browser = off.browser(amira)
    page = said(browser.get("/me").text)
    assert [one for one in WORDS if one in page] == []
    assert [browser.get(path).status_code for path in PAGES] == [404] * len(PAGES)


def test_consents_that_nothing_asks_for_stay_as_they_are(off: Circle, amira: MemberId):
    browser = off.browser(amira)
    browser.post("/me/consents", data={"agree": ["turn"]}, **POST)
    assert off.state.members[amira].consents == {"meet", "answer", "turn"}
    off.asks(c.SwitchFeature(feature="rounds", on=True), Role.OWNER)
    page = said(browser.get("/me").text)
    assert "Meet somebody" in page
    assert "Answer a question" not in page
