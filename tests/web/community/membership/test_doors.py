"""What a pass, and what a letter's link, opens; and what is said of those that open nothing."""

import pytest

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.services.letter_effects import letter
from fishbowl.services.tokens import KEPT_MS
from fishbowl.web.community.membership import lost
from tests.support.passes import verifier_of
from tests.web.community.circle import ADDRESS, Browser, confirmed, letters, token_of
from tests.web.conftest import Site


def test_a_pass_opens_the_page_on_another_device_and_is_known_by_name(site: Site):
    Browser(site).joins("Amira")
    other = Browser(site)
    assert other.client.get("/me").location == "/m"
    assert other.enters().json == {"name": "Amira", "is_host": False}
    assert "Amira" in other.sees()


def test_a_wrong_pass_opens_nothing_is_counted_and_slowed_down(site: Site):
    Browser(site).joins()
    stranger = Browser(site, 2)
    assert (stranger.enters().status_code, stranger.enters().json) == (
        403,
        {"code": "pass_unknown"},
    )
    of_elsewhere = verifier_of(Browser(site).written, "00000000")
    assert stranger.posts("/m", verifier=of_elsewhere).status_code == 403
    assert not stranger.is_signed_in
    lines, _ = site.audit.lines()
    (line,) = [one for one in lines if one.what == "wrong_key"]
    assert (line.detail, line.count, line.who) == ("pass", 3, "unknown")
    answers = {stranger.enters().status_code for _ in range(80)}
    assert answers == {403, 429}
    assert stranger.enters().json == {"code": "too_fast"}
    assert Browser(site).enters().status_code == 200, "the right one is never refused"


def test_a_new_pass_ends_the_old_one_and_signs_out_everywhere_else(site: Site):
    first, other = Browser(site), Browser(site)
    first.joins()
    other.enters()
    new = Browser(site, 2, first.client)
    for _ in range(2):  # the answer may be lost
        answer = new.posts("/me/pass", verifier=new.verifier)
        assert (answer.status_code, answer.json) == (200, {"name": "Amira", "is_host": False})
    assert new.is_signed_in
    assert not other.is_signed_in
    assert other.enters().status_code == 403
    assert new.posts("/me/pass/check", verifier=new.verifier).json == {"good": True}
    assert new.posts("/me/pass/check", verifier=first.verifier).json == {"good": False}
    assert "You got a new pass on" in new.sees()
    (line,) = [one for one in site.audit.lines()[0] if one.what == "pass_replaced"]
    assert (line.who, line.detail, line.generation, line.count) == ("member", "phone", 0, 1)


def test_a_pass_of_somebody_else_is_not_taken(site: Site):
    first, second = Browser(site, 1), Browser(site, 2)
    first.joins("Amira")
    second.joins("Kofi")
    answer = second.posts("/me/pass", verifier=first.verifier)
    assert (answer.status_code, answer.json) == (409, {"code": "pass_taken"})
    assert first.member.label == "Amira"


def test_a_replaced_pass_is_told_to_a_confirmed_address_which_can_undo_it(site: Site):
    browser = confirmed(site)
    new = Browser(site, 2, browser.client)
    new.posts("/me/pass", verifier=new.verifier)
    token = token_of(site, "pass_replaced", "new_pass", new.owner)
    third = Browser(site, 3)
    assert third.posts("/t", token=token).json == {"purpose": "new_pass"}
    assert third.posts("/t", token=token, do="make", verifier=third.verifier).status_code == 200
    assert third.is_signed_in
    assert new.enters().status_code == 403


def test_a_lost_pass_is_replaced_by_a_letter_to_the_confirmed_address(site: Site):
    browser = confirmed(site)
    assert Browser(site, 9).posts("/lost", address=f" {ADDRESS.upper()} ").status_code == 204
    site.lost_passes.flush()
    token = token_of(site, "new_pass", "new_pass", browser.owner)
    phone = Browser(site, 2)
    assert phone.posts("/t", token=token).json == {"purpose": "new_pass"}
    assert browser.is_signed_in, "opening the link does nothing"
    answer = phone.posts("/t", token=token, do="make", verifier=phone.verifier)
    assert answer.json == {"name": "Amira", "is_host": False}
    assert "by a letter to your address" in phone.sees()
    assert not browser.is_signed_in
    again = Browser(site, 3)
    answer = again.posts("/t", token=token, do="make", verifier=again.verifier)
    assert (answer.status_code, answer.json) == (410, {"code": "token_over"})


def test_the_answer_about_a_lost_pass_tells_nobody_who_is_known(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    confirmed(site)
    Browser(site, 2).joins(reach="mail", contact="unconfirmed@example.org")
    site.lost_passes.flush()
    before = len(letters(site))
    stranger = Browser(site, 9)
    for address in ("nobody@example.org", "unconfirmed@example.org", "nonsense", ""):
        assert stranger.posts("/lost", address=address).status_code == 204
        form = stranger.sends("/lost", address=address)
        assert (form.status_code, form.location) == (303, "/lost?asked")
    site.lost_passes.flush()
    assert len(letters(site)) == before
    for _ in range(5):
        stranger.posts("/lost", address=ADDRESS)
    site.lost_passes.flush()
    assert len([one for one in letters(site) if one.letter == "new_pass"]) == 1
    monkeypatch.setattr(lost, "_asked", RateLimit(1, 600))
    assert stranger.posts("/lost", address=ADDRESS).status_code == 204
    assert stranger.posts("/lost", address=ADDRESS).json == {"code": "too_fast"}
    assert stranger.sends("/lost", address=ADDRESS).status_code == 429


def test_a_link_alone_confirms_nothing_and_one_press_does_once(site: Site):
    browser = Browser(site)
    browser.joins(reach="mail", contact=ADDRESS)
    token = token_of(site, "confirm", "confirm", browser.owner)
    scanner = Browser(site, 9)
    assert scanner.client.get("/t").status_code == 200
    assert scanner.posts("/t", token=token).json == {"purpose": "confirm"}
    assert "Not confirmed yet" in browser.sees()
    assert scanner.posts("/t", token=token, do="confirm").json == {"outcome": "confirmed"}
    assert "Confirmed on" in browser.sees()
    again = scanner.posts("/t", token=token, do="confirm")
    assert (again.status_code, again.json) == (410, {"code": "token_over"})


def test_forged_expired_and_misused_links_say_what_is_wrong(site: Site):
    browser = confirmed(site)
    stranger = Browser(site, 9)
    forged = site.tokens.make("some-other-letter", "confirm")
    assert stranger.posts("/t", token=forged).json == {"code": "token_over"}
    assert stranger.posts("/t", token="half").json == {"code": "token_wrong"}
    site.lost_passes.ask(ADDRESS)
    site.lost_passes.flush()
    token = token_of(site, "new_pass", "new_pass", browser.owner)
    assert stranger.posts("/t", token=token, do="confirm").status_code == 400
    bad = stranger.posts("/t", token=token, do="make", verifier="short")
    assert (bad.status_code, bad.json) == (422, {"code": "bad_request"})
    site.wait(KEPT_MS["new_pass"] / 1000)
    late = stranger.posts("/t", token=token, do="make", verifier=stranger.verifier)
    assert (late.status_code, late.json) == (410, {"code": "token_over"})
    answers = {stranger.posts("/t", token=forged).status_code for _ in range(80)}
    assert answers == {410, 429}


def asked_by_letter(site: Site, kind: str, browser: Browser, about: int = 0) -> str:
    """A letter that a host, or time, causes; its token."""
    purpose = {"host": "host", "merge": "merge", "stay": "stay"}[kind]
    id = f"{kind}-{browser.member.id}"
    effects = letter(
        site.tokens,
        kind,
        id,
        browser.owner,
        site.clock.now_ms(),
        about=about,  # type: ignore[arg-type]
    )
    site.members.log.append({}, list(effects))
    return site.tokens.make(id, purpose)  # type: ignore[arg-type]


def test_hosting_is_accepted_or_declined_by_a_letter(site: Site):
    yes, no = confirmed(site), Browser(site, 2)
    no.joins("Kofi")
    for browser, do, outcome in ((yes, "accept", "hosting"), (no, "decline", "declined")):
        site.members.ask(c.AskHost(member=browser.member.id), role=Role.OWNER)
        token = asked_by_letter(site, "host", browser)
        assert Browser(site, 9).posts("/t", token=token, do=do).json == {"outcome": outcome}
        assert browser.member.is_host == (do == "accept")


def test_two_passes_become_one_when_both_letters_say_so(site: Site):
    one, other = Browser(site, 1), Browser(site, 2)
    one.joins("Amira")
    other.joins("Amira B.")
    command = c.ProposeMerge(keeps=one.member.id, goes=other.member.id)
    merge = site.members.ask(command, role=Role.OWNER).seq
    assert merge is not None
    tokens = [asked_by_letter(site, "merge", who, merge) for who in (one, other)]
    outcomes = [Browser(site, 9).posts("/t", token=one, do="agree").json for one in tokens]
    assert outcomes == [{"outcome": "agreed"}, {"outcome": "merged"}]
    assert other.member.id == one.member.id
    assert other.enters().json == {"name": "Amira", "is_host": False}


def test_who_is_asked_to_stay_stays_or_leaves_by_a_letter(site: Site):
    stays, leaves = Browser(site, 1), Browser(site, 2)
    for browser in (stays, leaves):
        browser.joins()
        site.members.ask(c.AskToStay(member=browser.member.id), role=Role.TIME)
    token = asked_by_letter(site, "stay", stays)
    assert Browser(site, 9).posts("/t", token=token, do="stay").json == {"outcome": "stayed"}
    assert stays.member.asked_until_ms is None
    token, gone = asked_by_letter(site, "stay", leaves), leaves.member.id
    assert Browser(site, 9).posts("/t", token=token, do="leave").json == {"outcome": "left"}
    assert gone not in site.members.community.members
    assert not leaves.is_signed_in
    again = Browser(site, 9).posts("/t", token=token)
    assert again.json == {"code": "token_over"}, "it went with the member"


def test_who_visits_is_here_this_quarter_and_is_not_asked_any_more(site: Site):
    browser = Browser(site)
    browser.joins()
    site.wait(200 * 24 * 60 * 60)
    site.members.ask(c.AskToStay(member=browser.member.id), role=Role.TIME)
    seen = browser.member.seen
    browser.enters()
    assert browser.member.seen > seen
    assert browser.member.asked_until_ms is None
    count = site.members.community.seq
    browser.sees()
    browser.enters()
    assert site.members.community.seq == count, "once a quarter"


def test_no_page_of_a_member_is_kept_by_a_browser_or_tells_where_one_came_from(site: Site):
    browser = Browser(site)
    browser.joins()
    for path in ("/me", "/m", "/i", "/t", "/lost", "/me/leave", "/me/data.json"):
        answer = browser.client.get(path)
        assert answer.headers["Cache-Control"] == "no-store", path
        assert answer.headers["Referrer-Policy"] == "same-origin", path
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"], path


def test_forms_of_other_sites_change_nothing(site: Site):
    browser = Browser(site)
    browser.joins()
    for path in ("/me/leave", "/me/out", "/me/consents", "/me/reach", "/me/name", "/me/pass"):
        for headers in ({"Origin": "http://elsewhere.example"}, {}):
            assert browser.client.post(path, headers=headers).status_code == 403, path
    assert browser.is_signed_in


def test_a_member_who_is_none_any_more_is_signed_in_nowhere(site: Site):
    browser = Browser(site)
    browser.joins()
    site.members.ask(c.RemoveMember(member=MemberId(browser.member.id)), role=Role.OWNER)
    assert not browser.is_signed_in
    assert browser.client.get("/me?came").status_code == 403
    assert browser.enters().status_code == 403
