"""The list of members, and one member, as hosts work with them."""

import re

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.views.community.host_members import PAGE
from tests.web.community.conftest import POST, Circle


def names(text: str) -> list[str]:
    return re.findall(r'/community/members/\d+"><bdi>([^<]*)</bdi>', text)


def test_members_are_listed_by_name_with_what_they_agreed_to(circle: Circle):
    circle.joins("Jonas")
    circle.joins("Amira", consents=frozenset({"turn", "meet"}))
    circle.hosts("Sunniva")
    page = circle.site.owner().get("/community/members").text
    assert names(page) == ["Amira", "Jonas", "Sunniva"]
    assert "introductions, turns" in page
    assert '<span class="member-part">host</span>' in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=am", ["Amira"]), ("agreed=meet", ["Amira"]), ("agreed=nonsense", ["Amira", "Jonas"]),
        ("part=host", []), ("seen=this_quarter", ["Amira", "Jonas"]), ("seen=long_ago", []),
        ("q=zz", []), ("first=50", []), ("first=x", ["Amira", "Jonas"]),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_by_its_address(circle: Circle, query: str, found: list[str]):
    circle.joins("Amira", consents=frozenset({"meet"}))
    circle.joins("Jonas")
    answer = circle.site.owner().get(f"/community/members?{query}")
    assert (answer.status_code, names(answer.text)) == (200, found)


def test_a_choice_that_is_on_leads_back_to_the_whole_list(circle: Circle):
    circle.joins("Amira", consents=frozenset({"meet"}))
    page = circle.site.owner().get("/community/members?agreed=meet&q=a").text
    assert re.search(r'href="/community/members\?q=a" aria-current="true"', page)
    assert '<input type="hidden" name="agreed" value="meet">' in page


def test_a_long_list_has_pages(circle: Circle):
    for number in range(PAGE + 1):
        circle.joins(f"Member {number:03}")
    owner = circle.site.owner()
    assert (
        f'href="/community/members?first={PAGE}" rel="next"' in owner.get("/community/members").text
    )
    last = owner.get(f"/community/members?first={PAGE}").text
    assert names(last) == ["Member 050"]
    assert 'href="/community/members" rel="prev"' in last


def test_a_host_asks_a_member_to_be_one_and_takes_the_question_back(circle: Circle):
    _host, browser = circle.hosts()
    amira = circle.joins("Amira", "amira@example.org")
    path = f"/community/members/{amira}"
    answer = browser.post(path, data={"do": "ask_host"}, **POST)
    assert circle.state.members[amira].hosting == "asked"
    assert "They are asked." in browser.get(answer.location).text
    assert circle.letters(member_owner(amira)) == ["host"]
    browser.post(path, data={"do": "ask_host"}, **POST)
    assert circle.letters(member_owner(amira)) == ["host"]
    browser.post(path, data={"do": "take_back"}, **POST)
    assert circle.state.members[amira].hosting == "no"
    assert not circle.letters()


def test_two_are_asked_whether_they_are_one_and_both_get_a_letter(circle: Circle):
    amira, again = circle.joins("Amira Benali", "a@example.org"), circle.joins("Amira B.")
    circle.joins("Jonas")
    owner = circle.site.owner()
    page = owner.get(f"/community/members/{amira}/merge").text
    assert "Amira B." in page
    assert "Jonas" not in page
    assert "Jonas" in owner.get(f"/community/members/{amira}/merge?q=jon").text
    answer = owner.post(f"/community/members/{amira}/merge", data={"other": str(again)}, **POST)
    assert "Both are asked." in owner.get(answer.location).text
    (merge,) = circle.state.merges.values()
    assert (merge.keeps, merge.goes) == (amira, again)
    assert circle.letters() == ["merge", "merge"]
    page = owner.get(f"/community/members/{again}").text
    assert "<bdi>Amira B.</bdi> and <bdi>Amira Benali</bdi> were asked" in page
    assert "Choose the other" not in page


def test_who_is_asked_already_is_not_asked_about_a_third(circle: Circle):
    one, two, three = (circle.joins(name) for name in ("A. One", "A. Two", "A. Three"))
    owner = circle.site.owner()
    owner.post(f"/community/members/{one}/merge", data={"other": str(two)}, **POST)
    answer = owner.post(f"/community/members/{one}/merge", data={"other": str(three)}, **POST)
    assert "One of the two is asked already. Nothing has changed." in answer.text
    assert len(circle.state.merges) == 1
    same = owner.post(f"/community/members/{three}/merge", data={"other": str(three)}, **POST)
    assert "These are the same entry." in same.text


def test_removing_says_what_it_deletes_and_deletes_it(circle: Circle):
    amira = circle.joins("Amira", "amira@example.org")
    owner = circle.site.owner()
    page = owner.get(f"/community/members/{amira}/remove").text
    assert "Remove <bdi>Amira</bdi>?" in page
    assert "every pass" in page
    assert amira in circle.state.members
    answer = owner.post(f"/community/members/{amira}/remove", **POST)
    page = owner.get(answer.location).text
    assert "That member is removed" in page
    assert "Amira" not in page
    assert circle.site.context.contacts.of(member_owner(amira)) is None
    for path in ("", "/remove", "/merge"):
        assert owner.get(f"/community/members/{amira}{path}").status_code == 404


def test_a_host_does_not_remove_themselves_here(circle: Circle):
    host, browser = circle.hosts()
    page = browser.get(f"/community/members/{host}").text
    assert "Remove this member" not in page
    assert "Looks after this community as a host." in page


@pytest.mark.parametrize("do", ["", "nonsense"])
def test_what_no_page_offers_changes_nothing(circle: Circle, do: str):
    amira, before = circle.joins("Amira"), circle.state
    answer = circle.site.owner().post(f"/community/members/{amira}", data={"do": do}, **POST)
    assert answer.status_code == 400
    assert circle.state == before


def test_a_name_is_never_markup(circle: Circle):
    circle.joins("<script>alert(1)</script>", consents=frozenset({"meet"}))
    amira = circle.joins("<b>Amira</b>")
    owner = circle.site.owner()
    for path in ("/community/members", f"/community/members/{amira}", "/community"):
        text = owner.get(path).text
        assert "<script>alert" not in text
        assert "<b>Amira" not in text


class TestWhoMay:
    """The owner and hosts, and nobody else."""

    PATHS = (
        "/community", "/community/members", "/community/members/1", "/community/members/1/remove",
        "/community/members/1/merge", "/community/invite", "/community/settings",
        "/privacy/record",
    )  # fmt: skip
    POSTS = (
        "/community/members/1", "/community/members/1/remove", "/community/members/1/merge",
        "/community/invite/link", "/community/invite/person", "/community/invite/list",
        "/community/invite/people", "/community/invite/9/withdraw", "/community/settings",
    )  # fmt: skip

    @pytest.mark.parametrize("who", ["stranger", "member", "stopped host", "left host", "asked"])
    def test_nobody_else_comes_in(self, circle: Circle, who: str) -> None:
        amira = circle.joins("Amira")
        assert amira == MemberId(1)
        match who:
            case "stranger":
                browser = circle.site.visitor()
            case "stopped host":
                host, browser = circle.hosts()
                circle.asks(c.StopHosting(member=host), Role.MEMBER, host)
            case "left host":
                host, browser = circle.hosts()
                circle.asks(c.LeaveCommunity(member=host), Role.MEMBER, host)
            case _:
                member = circle.joins("Jonas")
                browser = circle.browser(member)
                if who == "asked":
                    circle.asks(c.AskHost(member=member), Role.OWNER)
        before = circle.state.seq
        for path in self.PATHS:
            assert browser.get(path).status_code == 403, path
        for path in self.POSTS:
            assert browser.post(path, data={"do": "ask_host"}, **POST).status_code == 403, path
        assert circle.state.seq == before

    def test_hosts_and_the_owner_do_and_see_their_own_navigation(self, circle: Circle) -> None:
        circle.joins("Amira")
        _host, browser = circle.hosts()
        for path in self.PATHS:
            page = browser.get(path)
            assert page.status_code == 200, path
            assert 'href="/me"' in page.text
            for hidden in ('href="/new"', 'href="/open"', 'href="/archive"'):
                assert hidden not in page.text
            assert 'href="/new"' in circle.site.owner().get(path).text

    def test_no_page_is_kept_by_a_browser(self, circle: Circle) -> None:
        circle.joins("Amira")
        owner = circle.site.owner()
        for path in self.PATHS:
            assert owner.get(path).headers["Cache-Control"] == "no-store", path
