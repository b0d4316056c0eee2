"""A member's own page and its forms: what is theirs, what they change, and how they leave."""

import json
import re

import pytest

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.stream import COMMUNITY_STREAM
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as s
from fishbowl.log.people_effects import MarkContact
from fishbowl.web.community.me import data
from fishbowl.web.community.me import forms as me_forms
from tests.web.community.circle import ADDRESS, DEVICE, Browser, comes, confirmed, letters, token_of
from tests.web.conftest import Site

OTHERS = "device-of-kofi-0001"


def evening(site: Site, browser: Browser, code: str = "WAVE47", **settings: object) -> int:
    """A session that is linked, in which Amira promised something and was given something to do."""
    site.creates(code, **settings)
    person = comes(site, code)
    comes(site, code, "Kofi", OTHERS)
    site.sends(code, s.StartSession())
    site.sends(code, s.AddNote(kind="action", words="Call the board", person=person))  # type: ignore[arg-type]
    site.sends(code, s.CloseSession())
    promise = s.KeepTakeaway(kind="will", words="Write it down", due="2026-10-01")
    site.sends(code, promise, Role.ATTENDEE, DEVICE)
    of_kofi = s.KeepTakeaway(kind="will", words="Kofi's secret")
    site.sends(code, of_kofi, Role.ATTENDEE, OTHERS)
    assert browser.posts(f"/me/sessions/{code}", DEVICE).status_code == 204
    return person


def test_the_page_shows_what_is_theirs_and_nothing_of_others(site: Site):
    browser = Browser(site)
    browser.joins("Amira")
    fresh = browser.sees()
    for heading in ("What you promised", "What you wrote down", "Sessions that are yours"):
        assert heading not in fresh, "what is not there yet has no section"
    assert "Your turns" not in fresh
    evening(site, browser)
    Browser(site, 2).joins("Zyxomma")
    page = browser.sees()
    assert "What makes people stay?" in page
    assert "Write it down" in page
    assert "Call the board" in page
    assert "overdue since" in page
    assert "/s/" not in page, "not published yet"
    for other in ("Zyxomma", "Kofi"):
        assert other not in page
    site.sends("WAVE47", s.PublishSummary())
    assert f"/s/{site.access_keys.summary_slug('WAVE47')}" in browser.sees()


def test_a_promise_is_kept_on_the_page_and_opened_again(site: Site):
    browser = Browser(site)
    browser.joins()
    evening(site, browser)
    session = site.service.session("WAVE47")
    assert session is not None
    promise = min(session.takeaways)
    kofis = max(session.takeaways)
    for do, shown in (("close", "kept on"), ("open", "overdue since")):
        answer = browser.sends(f"/me/promises/WAVE47/{promise}", do=do)
        assert answer.status_code == 303
        assert shown in browser.sees()
    browser.sends(f"/me/promises/WAVE47/{kofis}", do="close")
    session = site.service.session("WAVE47")
    assert session is not None
    assert kofis not in session.items, "nobody keeps the promise of somebody else"
    assert Browser(site, 2).joins("Kofi").status_code == 201
    assert browser.sends(f"/me/promises/FERN23/{promise}", do="close").status_code == 404


def test_what_a_session_forgets_is_gone_from_the_page(site: Site):
    browser = Browser(site)
    browser.joins()
    person = evening(site, browser)
    assert "Write it down" in browser.sees()
    key = site.access_keys.person_key("WAVE47", DEVICE)
    forget = s.ForgetPerson(person=person)  # type: ignore[arg-type]
    site.service.submit(site.envelope(forget, Role.ATTENDEE, key, code="WAVE47"))
    page = browser.sees()
    assert "Write it down" not in page
    assert "Nothing about you is kept there any more." in page
    site.service.delete_session("WAVE47")
    assert "What makes people stay?" not in browser.sees()


def test_with_an_employer_the_page_tells_no_turns(site: Site):
    browser = Browser(site)
    browser.joins()
    for kind, words in (("association", "hosts"), ("employer", "hosts")):
        command = c.DescribeCommunity(kind=kind, title="Kystdata")  # type: ignore[arg-type]
        site.members.ask(command, role=Role.OWNER)
        assert words in browser.sees()
    assert "Your turns" not in browser.sees()


def test_who_sees_what_is_said_once_of_each(site: Site):
    browser = Browser(site)
    browser.joins()
    terms = re.findall(r"<div><dt>([^<]+)</dt><dd>", browser.sees().split("Who sees what")[1])
    assert "What you give and look for" in terms
    assert len(terms) == len(set(terms))


def test_consents_are_turned_one_by_one_or_all_with_the_form(site: Site):
    browser = Browser(site)
    browser.joins()
    assert browser.posts("/me/consents", consent="meet", on=True).status_code == 204
    assert browser.posts("/me/consents", consent="meet", on=True).status_code == 204
    assert browser.member.consents == {"meet"}
    assert browser.posts("/me/consents", consent="nonsense", on=True).status_code == 400
    assert browser.sends("/me/consents", agree=["turn", "answer"]).status_code == 303
    assert browser.member.consents == {"turn", "answer"}
    assert browser.sends("/me/consents").status_code == 303
    assert browser.member.consents == frozenset()


def test_name_language_and_time_zone_change_and_bad_ones_say_why(site: Site):
    browser = Browser(site)
    browser.joins("Amira")
    good = {"label": " Amira B. ", "language": "en", "time_zone": "Asia/Tokyo"}
    assert browser.sends("/me/name", **good).status_code == 303
    assert (browser.member.label, browser.member.time_zone) == ("Amira B.", "Asia/Tokyo")
    for wrong in ({"label": " "}, {"time_zone": "Moon/Base"}):
        answer = browser.sends("/me/name", **{**good, **wrong})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
    assert browser.member.label == "Amira B."


def test_being_reached_another_way_ends_what_went_to_the_old_one(site: Site):
    browser = confirmed(site)
    wrong = browser.sends("/me/reach", do="change", reach="mail", contact="nonsense")
    assert wrong.status_code == 422
    assert "nonsense" in wrong.text
    assert "That is no e-mail address." in wrong.text
    browser.sends("/me/reach", do="change", reach="mail", contact=ADDRESS)
    assert "Confirmed on" in browser.sees(), "the same address stays confirmed"
    browser.sends("/me/reach", do="change", reach="mail", contact="new@example.org")
    assert "Not confirmed yet" in browser.sees()
    old = token_of(site, "confirm", "confirm", browser.owner)
    browser.sends("/me/reach", do="again")
    assert browser.posts("/t", token=old).json == {"code": "token_over"}
    new = token_of(site, "confirm", "confirm", browser.owner)
    assert browser.posts("/t", token=new, do="confirm").json == {"outcome": "confirmed"}
    browser.sends("/me/reach", do="change", reach="other", contact="table 7")
    assert "table 7" in browser.sees()
    assert letters(site, browser.owner) == []
    browser.sends("/me/reach", do="change", reach="pass")
    assert site.contacts.of(browser.owner) is None


def test_letters_to_an_address_are_slowed_down(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(me_forms, "_letters", RateLimit(2, 3600))
    browser = Browser(site)
    browser.joins(reach="mail", contact=ADDRESS)
    answers = [browser.sends("/me/reach", do="again").status_code for _ in range(3)]
    assert answers == [303, 303, 422]
    assert len(letters(site, browser.owner)) == 1, "a new letter takes the place of the old one"


def test_a_letter_that_came_back_and_a_lost_key_are_said(site: Site):
    browser = Browser(site)
    browser.joins(reach="mail", contact=ADDRESS)
    failed = MarkContact(
        owner=browser.owner, failed_at_ms=site.clock.now_ms(), problem="no_mailbox"
    )
    site.members.log.append({}, [failed])
    assert "could not be delivered" in browser.sees()
    site.contacts._keys = (bytes(range(32)),)
    page = browser.sees()
    assert "the key that it was locked with is lost" in page
    assert ADDRESS not in page


def test_hosting_and_merging_are_asked_on_the_page(site: Site):
    browser, twin = Browser(site), Browser(site, 2)
    browser.joins("Amira")
    twin.joins("Xenia Q")
    site.members.ask(c.AskHost(member=browser.member.id), role=Role.OWNER)
    assert "Would you be a host as well?" in browser.sees()
    browser.sends("/me/hosting", do="accept")
    assert browser.member.is_host
    assert "/community/members" in browser.sees(), "hosts have their own ways"
    assert browser.sends("/me/hosting", do="nonsense").status_code == 400
    browser.sends("/me/hosting", do="stop")
    assert not browser.member.is_host
    propose = c.ProposeMerge(keeps=browser.member.id, goes=twin.member.id)
    site.members.ask(propose, role=Role.OWNER)
    page = browser.sees()
    assert "Are you here twice?" in page
    assert "Xenia" not in page
    browser.sends("/me/merge", do="agree")
    assert "It is done when you agree with the other pass" in browser.sees()
    twin.sends("/me/merge", do="agree")
    assert twin.member.id == browser.member.id
    assert browser.sends("/me/merge", do="agree").status_code == 303, "it is over"


def test_all_data_is_in_the_file_the_contact_too_and_nothing_of_others(site: Site):
    browser = confirmed(site)
    evening(site, browser)
    Browser(site, 2).joins("Zyxomma", reach="mail", contact="zyxomma@example.org")
    answer = browser.client.get("/me/data.json")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    told = json.loads(answer.text)
    assert told["member"]["label"] == "Amira"
    assert told["contact"]["value"] == ADDRESS
    assert [one["letter"] for one in told["letters"]] == ["confirm"]
    assert told["log"][0]["event"] == "member.joined"
    (session,) = told["sessions"]
    assert session["data"]["takeaways"][0]["words"] == "Write it down"
    assert len(told["passes"]) == len(told["signed_in"]) == 1
    for secret in ("Zyxomma", "zyxomma", "Kofi", browser.verifier, browser.written):
        assert secret not in answer.text


def test_the_file_is_made_so_often_and_no_more(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(data, "_asked", RateLimit(1, 600))
    browser = Browser(site)
    browser.joins()
    statuses = [browser.client.get("/me/data.json").status_code for _ in range(2)]
    assert statuses == [200, 429]


def test_leaving_leaves_nothing_and_each_session_can_forget_them_too(site: Site):
    browser = confirmed(site)
    person = evening(site, browser)
    owner, id = browser.owner, browser.member.id
    assert "one session is yours" in browser.sees("/me/leave")
    answer = browser.sends("/me/leave", id="leaving-once")
    assert answer.status_code == 200
    assert "Forget me there as well" in answer.text
    assert id not in site.members.community.members
    assert site.contacts.of(owner) is None
    assert letters(site, owner) == []
    assert site.members.log.passes_of(id) == []
    assert not browser.is_signed_in
    assert browser.enters().status_code == 403
    stored = "".join(map(str, site.store.raw_entries(COMMUNITY_STREAM)))
    assert "Amira" not in stored
    assert "WAVE47" not in stored
    fields = dict(part.split('" value="') for part in hidden(answer.text) if '" value="' in part)
    assert fields["code"] == "WAVE47"
    forged = {**fields, "token": "x" * 20}
    assert browser.sends("/me/forget", **forged).status_code == 403
    for _ in range(2):
        assert browser.sends("/me/forget", **fields).status_code == 303
    session = site.service.session("WAVE47")
    assert session is not None
    assert session.people[person].forgotten  # type: ignore[index]
    assert browser.sends("/me/leave").status_code == 403


def hidden(page: str) -> list[str]:
    """Names and values of the hidden fields of a page."""
    return [part.split('">')[0] for part in page.split('type="hidden" name="')[1:]]


def test_signing_out_ends_this_browser_alone(site: Site):
    browser, other = Browser(site), Browser(site)
    browser.joins()
    other.enters()
    answer = browser.sends("/me/out")
    assert (answer.status_code, answer.location) == (303, "/")
    assert not browser.is_signed_in
    assert other.is_signed_in


def test_many_sessions_are_shown_when_asked_for(site: Site):
    browser = Browser(site)
    browser.joins()
    for number in range(14):
        code = f"FERN{number + 23}"
        site.creates(code, question=f"Question {number:02}?")
        comes(site, code)
        browser.posts(f"/me/sessions/{code}", DEVICE)
    assert browser.sees().count("Not mine any more") == 12
    assert "2 earlier sessions" in browser.sees()
    assert browser.sees("/me?all").count("Not mine any more") == 14
    browser.sends("/me/sessions/FERN23", do="unlink")
    assert browser.sees("/me?all").count("Not mine any more") == 13


def test_a_name_that_ends_with_a_full_stop_is_greeted_with_one(site: Site):
    browser = Browser(site)
    browser.joins("Amira B.")
    page = browser.sees()
    assert "Amira B.</" in page
    assert "Amira B.." not in page
