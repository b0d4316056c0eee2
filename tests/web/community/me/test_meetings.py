"""Suggestions and introductions on a member's pages, and the links of their letters."""

import pytest

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import IntroductionId
from fishbowl.domain.kernel.roles import Role
from fishbowl.web.community.me import data
from tests.web.community.conftest import POST, Circle
from tests.web.community.pair import MEET, NEED, OFFER, SECRET, Two


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Own data may be asked for as often as a test wants to."""
    monkeypatch.setattr(data, "_asked", RateLimit(1000, 1))


@pytest.fixture
def two(circle: Circle) -> Two:
    return Two(circle)


def test_each_is_asked_alone_with_what_the_other_shared(two: Two):
    page = two.sees(two.ingrid, f"/me/suggestions/{two.suggestion}")
    assert "Amira can give what you look for." in page
    assert NEED in page
    assert OFFER in page
    assert "Benali" not in page
    assert "amira@example.org" not in page
    other = two.sees(two.amira, f"/me/suggestions/{two.suggestion}")
    assert "Somebody looks for what you can give." in other
    assert NEED not in other


def test_nothing_of_what_was_not_shared_is_on_anybody_else_s_page(circle: Circle):
    two = Two(circle, is_shared=False)
    for path in ("/me", f"/me/suggestions/{two.suggestion}"):
        page = two.sees(two.ingrid, path)
        assert SECRET not in page
        assert "Amira" not in page
    assert SECRET in two.sees(two.amira, f"/me/suggestions/{two.suggestion}")


def test_the_second_yes_leads_to_the_name_and_the_way(two: Two):
    waiting = two.says(two.ingrid, "yes")
    assert waiting == f"/me/suggestions/{two.suggestion}"
    assert "Your yes is kept." in two.sees(two.ingrid, waiting)
    assert "Amira Benali" not in two.sees(two.ingrid)
    led = two.says(two.amira, "yes")
    assert led == two.page
    assert "ingrid@example.org" in two.sees(two.amira, led)
    page = two.sees(two.ingrid, two.page)
    assert "Amira Benali" in page
    assert "mailto:amira@example.org" in page
    assert two.letters(two.ingrid) == two.letters(two.amira) == ["introduction", "suggestion"]
    assert two.leads(two.ingrid, f"/me/suggestions/{two.suggestion}") == "/me?over"


def test_an_address_that_is_not_confirmed_passes_to_nobody(circle: Circle):
    two = Two(circle)
    owner = f"member/{two.amira}"
    put = two.site.context.contacts.put(owner, "mail", "other@example.org")
    two.site.service.log.append({}, [put])
    two.meet()
    page = two.sees(two.ingrid, two.page)
    assert "other@example.org" not in page
    assert "Has left no address." in page
    assert "as you have theirs" not in page


def test_both_are_asked_whether_they_met_and_one_press_in_a_letter_is_enough(two: Two):
    two.meet()
    two.waits(14)
    assert "Did you and Amira meet?" in two.sees(two.ingrid)
    assert two.letters(two.ingrid).count("check_in") == 1
    token = two.token(two.ingrid, "check_in")
    status, told = two.opens(token)
    assert (status, told["purpose"]) == (200, "check_in")
    assert told["heading"] == "Did you and Amira meet?"
    assert [one["do"] for one in told["answers"]] == ["met", "not_yet", "will_not"]
    assert told["answers"][0]["follows"] == "In four weeks we ask once whether it helped."
    assert not two.pair.is_met
    assert two.opens(token, "met") == (200, {"outcome": "met"})
    assert two.pair.is_met
    assert two.opens(token, "met")[0] == 410
    assert "You and Ingrid met." in two.sees(two.amira)
    other = two.token(two.amira, "check_in")
    assert two.opens(other, "will_not")[0] == 410
    two.waits(4)
    assert two.letters(two.amira).count("check_in") == 1


def test_a_forged_link_does_nothing(two: Two):
    two.meet()
    two.waits(14)
    status, told = two.opens("A" * 27, "met")
    assert (status, told) == (410, {"code": "token_over"})
    assert not two.pair.answers


def test_the_link_of_one_question_answers_no_other(two: Two):
    token = two.token(two.ingrid, "suggestion")
    assert two.opens(token, "met")[0] == 400
    assert not two.circle.state.introductions


def test_who_does_not_answer_is_reminded_once(two: Two):
    two.meet()
    two.waits(14)
    two.sends(two.ingrid, two.page, do="not_yet")
    two.waits(4)
    two.waits(5)
    assert two.letters(two.ingrid).count("check_in") == 1
    assert two.letters(two.amira).count("check_in") == 2


def test_a_no_to_meeting_is_read_by_the_other_one_only_on_the_next_date(two: Two):
    two.meet()
    page = f"{two.page}/end"
    assert "Nobody is told who ended it" in two.sees(two.ingrid, page)
    assert two.sends(two.ingrid, page) == "/me"
    assert two.leads(two.ingrid, two.page) == "/me?over"
    two.waits(13)
    assert "Ingrid Solberg" in two.sees(two.amira, two.page)
    two.waits(1)
    over = two.sees(two.amira, two.page)
    assert "You will not meet this time" in over
    assert "Ingrid" not in over
    assert "how you are reached" not in over
    assert two.letters(two.amira) == ["introduction", "stopped", "suggestion"]


def test_something_is_wrong_ends_it_and_keeps_the_two_apart(two: Two):
    two.circle.is_a("association", trusted="Ana Ruiz, ana@example.org")
    two.meet()
    page = two.sees(two.ingrid, f"{two.page}/wrong")
    assert "mailto:ana@example.org" in page
    led = two.sends(two.ingrid, f"{two.page}/wrong", do="wrong", other=str(two.amira))
    assert led == "/me/never?gone"
    assert "Amira Benali" in two.sees(two.ingrid, led)
    assert "Ingrid Solberg" in two.sees(two.amira, two.page)
    assert "Ingrid" not in two.sees(two.amira, "/me/never")


def test_it_helped_is_told_with_consent_and_did_not_help_only_by_a_second_press(two: Two):
    two.meet()
    two.sends(two.ingrid, two.page, do="met")
    two.waits(28)
    assert two.letters(two.ingrid).count("outcome") == 1
    assert two.letters(two.amira).count("outcome") == 0
    token = two.token(two.ingrid, "outcome")
    assert two.opens(token, "did_not_help") == (200, {"outcome": "outcome_silent"})
    assert "did not help" not in two.sees(two.amira, two.page)
    assert "outcome_told" not in two.letters(two.amira)
    assert "Let Amira know" in two.sees(two.ingrid, two.page)
    two.sends(two.ingrid, two.page, do="tell")
    assert "Ingrid tried it, and it did not help." in two.sees(two.amira, two.page)
    assert two.letters(two.amira).count("outcome_told") == 1


def test_helped_and_told_is_one_press(two: Two):
    two.meet()
    two.sends(two.ingrid, two.page, do="met")
    two.waits(28)
    two.sends(two.ingrid, two.page, do="helped_tell")
    assert "Ingrid tried it, and it helped." in two.sees(two.amira)


def test_nothing_about_people_is_on_a_page_where_there_is_nobody(circle: Circle):
    alone = circle.joins("Amira", consents=MEET)
    page = circle.browser(alone).get("/me").text
    assert "Your people" not in page
    assert 'href="/me/never"' in page


def test_the_list_of_never_with_is_filled_and_emptied(two: Two):
    assert two.sends(two.ingrid, "/me/never", do="add", label="Kofi Mensah") == "/me/never"
    assert "Kofi Mensah" in two.sees(two.ingrid, "/me/never")
    (wish,) = two.circle.state.apart.values()
    two.sends(two.ingrid, "/me/never", do="allow", apart=str(wish.id))
    assert "Kofi Mensah" not in two.sees(two.ingrid, "/me/never")
    empty = two.circle.browser(two.ingrid).post("/me/never", data={"do": "add"}, **POST)
    assert empty.status_code == 422
    assert "Please type a name." in empty.text


def test_pages_of_others_open_for_nobody(two: Two):
    stranger = two.circle.joins("Kofi", consents=MEET)
    assert two.leads(stranger, f"/me/suggestions/{two.suggestion}") == "/me?over"
    two.meet()
    for path in (two.page, f"{two.page}/end", f"{two.page}/wrong"):
        assert two.leads(stranger, path) == "/me?over"
    assert two.sends(stranger, two.page, do="met") == "/me?over"
    assert two.sends(two.ingrid, two.page, do="nothing such") == two.page
    assert two.site.visitor().get(two.page).status_code == 403


def test_what_is_kept_of_it_is_in_the_file_of_one_s_own_data(two: Two):
    two.sends(two.ingrid, "/me/never", do="add", label="Kofi Mensah")
    two.meet()
    kept = two.circle.browser(two.ingrid).get("/me/data.json").get_json()["meeting"]
    assert [one["words"] for one in kept["offers"]] == [NEED]
    assert kept["never_with"] == ["Kofi Mensah"]
    assert kept["introductions"][0]["with"] == ["Amira Benali"]
    assert "apart" not in str(two.circle.browser(two.amira).get("/me/data.json").get_json())


def test_what_is_switched_off_is_on_no_page(two: Two):
    two.circle.asks(c.SwitchFeature(feature="introductions", on=False), Role.OWNER)
    assert "Amira" not in two.sees(two.ingrid)
    assert two.leads(two.ingrid, f"/me/suggestions/{two.suggestion}") == "/me?over"


def test_a_member_who_left_is_on_nobody_s_page(two: Two):
    two.meet()
    two.asks(two.amira, c.LeaveCommunity(member=two.amira))
    for path in ("/me", two.page):
        page = two.sees(two.ingrid, path)
        assert "Amira" not in page
        assert OFFER not in page
    assert two.pair.members == (two.ingrid,)


def test_an_introduction_that_never_was_leads_to_the_own_page(two: Two):
    assert two.leads(two.ingrid, "/me/people/999") == "/me?over"
    assert two.opens("no token")[0] == 403
    unknown = c.StopMeeting(member=two.ingrid, introduction=IntroductionId(999))
    assert not two.site.members.ask(unknown, role=Role.DOOR).ok
