"""What the community is, and where it stands: the privacy page and the record of processing."""

import pytest

from fishbowl.domain.community.ids import FEATURES
from tests.web.community.conftest import POST, Circle

SAID = {
    "kind": "employer", "title": "Works & Co", "controller": "Works GmbH",
    "address": "Kai 7\r\n20095 Hamburg", "contact": "data@works.example",
    "basis": "Works agreement, GDPR Article 88", "agreement": "Agreement of 1 March 2026",
}  # fmt: skip


def test_what_is_said_stands_on_the_privacy_page_and_in_the_record(circle: Circle):
    owner = circle.site.owner()
    answer = owner.post("/community/settings", data=SAID, **POST)
    assert answer.location == "/community/settings?saved"
    assert circle.state.about.address == "Kai 7\n20095 Hamburg"
    words = ("Works GmbH", "Kai 7", "20095 Hamburg", "data@works.example", "Article 88")
    for page in ("/privacy", "/privacy/record", "/community/settings"):
        text = owner.get(page).text
        for said in (*words, "Agreement of 1 March 2026"):
            assert said in text, (page, said)
    assert "Works &amp; Co" in circle.site.visitor().get("/privacy").text


def test_the_privacy_page_says_what_hosts_see_where_that_differs(circle: Circle):
    visitor = circle.site.visitor()
    assert "by quarter when you were last here" in visitor.get("/privacy").text
    assert "Who is responsible" not in visitor.get("/privacy").text
    circle.is_a("employer")
    page = visitor.get("/privacy").text
    assert "no page shows when you were here" in page
    assert "by quarter when you were last here" not in page


def test_fields_may_be_filled_later_and_today_says_what_is_missing(circle: Circle):
    owner = circle.site.owner()
    assert "Nobody has said yet what this community is" in owner.get("/community").text
    form = {"kind": "school", "title": "Quay", "controller": "School on the Quay"}
    assert owner.post("/community/settings", data=form, **POST).status_code == 303
    page = owner.get("/community").text
    missing = "It does not say: the postal address, whom to ask about data, why it is allowed."
    assert missing in page
    assert "not said yet" in owner.get("/privacy/record").text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"kind": ""}, "Please say first what this is"),
        ({"kind": "state"}, "Please say first what this is"),
        ({"title": "x" * 141}, "Something is too long."),
        ({"basis": "x" * 501}, "Something is too long."),
    ],
)
def test_what_cannot_be_saved_says_why_and_keeps_what_was_typed(
    circle: Circle, typed: dict[str, str], words: str
):
    form = {**SAID, **typed}
    answer = circle.site.owner().post("/community/settings", data=form, **POST)
    assert answer.status_code == 422
    assert words in answer.text
    assert "data@works.example" in answer.text
    assert not circle.state.about.is_described


def test_saving_the_same_again_is_no_event(circle: Circle):
    owner = circle.site.owner()
    for _ in range(2):
        assert owner.post("/community/settings", data=SAID, **POST).status_code == 303
    assert circle.state.seq == 1


def test_the_first_session_is_not_in_the_way(circle: Circle):
    """The owner's page asks what this is only once there is a session."""
    owner = circle.site.owner()
    assert "/community/settings" not in owner.get("/").text
    circle.site.creates("WAVE47")
    assert "/community/settings" in owner.get("/").text
    circle.is_a("association")
    assert "/community/settings" not in owner.get("/").text


def test_a_host_switches_off_and_on_what_the_community_uses_in_one_place(circle: Circle):
    _host, browser = circle.hosts()
    page = browser.get("/community/settings").text
    assert page.count('role="switch"') == page.count(" checked></label>") == len(FEATURES)
    rest = [one for one in FEATURES if one not in ("ask", "card")]
    answer = browser.post("/community/uses", data={"use": rest}, **POST)
    assert answer.location == "/community/settings?used#uses"
    assert circle.state.off == {"ask", "card"}
    seq = circle.state.seq
    browser.post("/community/uses", data={"use": rest}, **POST)
    assert circle.state.seq == seq, "the same again is no event"
    browser.post("/community/uses", data={"use": [*FEATURES, "unknown"]}, **POST)
    assert not circle.state.off


def test_privacy_page_and_record_tell_only_what_the_community_uses(circle: Circle):
    owner = circle.site.owner()
    told = {
        "/privacy": {
            "introductions": "what you give and look for", "rounds": "Your years in the field",
            "ask": "Questions that you ask", "promises": "What you promised comes to your page",
        },
        "/privacy/record": {
            "introductions": "what they give and look for", "rounds": "years in the field",
            "ask": "Questions of members", "promises": "Reminding members of what they promised",
        },
    }  # fmt: skip
    for path, words in told.items():
        assert all(one in owner.get(path).text for one in words.values())
    owner.post("/community/uses", data={"use": ["card"]}, **POST)
    for path, words in told.items():
        page = owner.get(path).text
        assert not [one for one in words.values() if one in page]
    owner.post("/community/uses", data={}, **POST)
    assert "If members find each other here" not in owner.get("/privacy").text


def test_the_privacy_page_says_what_hosts_see_of_pairs(circle: Circle):
    page = circle.site.visitor().get("/privacy").text
    assert "hosts see which have met, not yet, or ended; never by whom" in page
    circle.is_a("employer")
    page = circle.site.visitor().get("/privacy").text
    assert "hosts see nothing of a single pair" in page
    assert "which have met" not in page


def test_nobody_but_a_host_switches_anything(circle: Circle):
    browser = circle.browser(circle.joins("Amira"))
    assert browser.post("/community/uses", data={}, **POST).status_code == 403
    assert not circle.state.off
