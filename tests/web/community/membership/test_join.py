"""Being known: by an invitation, by a letter, by being present; once, whatever the network does."""

from typing import Any

import pytest

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community import commands as c
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import CloseSession, ForgetPerson
from fishbowl.web.community.membership import join
from tests.web.community.circle import (
    ADDRESS,
    DEVICE,
    Browser,
    comes,
    confirmed,
    cookie_of,
    letters,
    token_of,
)
from tests.web.conftest import Site


def invites(site: Site, label: str = "Ingrid", address: str = ADDRESS) -> str:
    """A host invites somebody by a letter; its token."""
    command = c.InvitePeople(people=(c.Invited(label=label, language="de"),))

    def beside(entries: Any) -> list[Any]:
        owner = f"invitation/{entries[0].seq}"
        put = site.tokens.put("letter-9", "invited", owner)
        return [site.contacts.put(owner, "mail", address), put]

    assert site.members.ask(command, role=Role.OWNER, beside=beside).ok
    return site.tokens.make("letter-9", "invited")


def test_the_invitation_for_everybody_makes_a_member_who_agreed_to_nothing(site: Site):
    browser = Browser(site)
    answer = browser.joins(language="de", time_zone="Europe/Berlin")
    assert (answer.status_code, answer.json) == (201, {"way": "/me"})
    mine = browser.member
    assert (mine.label, mine.language, mine.time_zone) == ("Amira", "de", "Europe/Berlin")
    assert (mine.reach, mine.consents, mine.links) == ("pass", frozenset(), ())
    assert browser.is_signed_in
    assert letters(site) == []


def test_an_address_is_kept_unconfirmed_and_gets_one_letter_with_it(site: Site):
    browser = Browser(site)
    assert browser.joins(reach="mail", contact=f" {ADDRESS} ", consents=["meet"]).status_code == 201
    (letter,) = letters(site, browser.owner)
    assert letter.letter == "confirm"
    assert ADDRESS not in letter.params
    contact = site.contacts.of(browser.owner)
    assert contact is not None
    assert (contact.value, contact.confirmed_at_ms) == (ADDRESS, None)
    assert "This server sends no letters" in browser.sees(), "no mail server is set up here"
    assert browser.member.consents == {"meet"}


def test_anything_else_is_kept_as_it_was_typed_and_gets_no_letter(site: Site):
    browser = Browser(site)
    browser.joins(reach="other", contact="table 7, or  @amira")
    assert "table 7, or @amira" in browser.sees()
    assert letters(site) == []


def test_what_is_sent_twice_makes_one_member_and_one_letter(site: Site):
    browser = Browser(site)
    for _ in range(3):
        assert browser.joins(reach="mail", contact=ADDRESS).status_code == 201
    assert len(site.members.community.members) == 1
    assert len(letters(site)) == 1


def test_a_letter_is_accepted_once_and_its_address_is_confirmed_by_it(site: Site):
    token = invites(site)
    browser = Browser(site)
    assert browser.posts("/i", invitation=token).json == {"name": "Ingrid", "language": "de"}
    answer = browser.joins("Ingrid", invitation=token, reach="mail", contact=ADDRESS.upper())
    assert answer.status_code == 201
    contact = site.contacts.of(browser.owner)
    assert contact is not None
    assert contact.confirmed_at_ms is not None
    assert letters(site) == []
    assert not site.members.community.invitations
    again = Browser(site, 2).joins("Somebody", invitation=token)
    assert (again.status_code, again.json) == (403, {"code": "invitation_over"})


def test_a_letter_that_is_accepted_with_another_address_leaves_that_one_to_be_confirmed(
    site: Site,
):
    browser = Browser(site)
    browser.joins(invitation=invites(site), reach="mail", contact="other@example.org")
    contact = site.contacts.of(browser.owner)
    assert contact is not None
    assert (contact.value, contact.confirmed_at_ms) == ("other@example.org", None)
    assert [one.letter for one in letters(site, browser.owner)] == ["confirm"]


WRONG: list[tuple[dict[str, Any], int, str]] = [
    ({"invitation": ""}, 403, "invitation_needed"),
    ({"invitation": "x" * 20}, 403, "invitation_over"),
    ({"name": "  "}, 422, "name_needed"),
    ({"reach": "mail", "contact": ""}, 422, "contact_needed"),
    ({"reach": "mail", "contact": "nonsense"}, 422, "contact_wrong"),
    ({"reach": "other", "contact": " "}, 422, "contact_needed"),
    ({"verifier": "short"}, 422, "bad_request"),
    ({"verifier": 7}, 400, "bad_request"),
    ({"name": "x" * 81}, 400, "bad_request"),
    ({"consents": ["everything"]}, 400, "bad_request"),
    ({"language": "../de"}, 400, "bad_request"),
    ({"surprise": 1}, 400, "bad_request"),
    ({"id": "a b"}, 400, "bad_request"),
]


def test_what_is_wrong_is_refused_with_its_reason_and_changes_nothing(site: Site):
    for wrong, status, code in WRONG:
        answer = Browser(site).joins(**wrong)
        assert (answer.status_code, answer.json) == (status, {"code": code}), wrong
    assert not site.members.community.members
    assert letters(site) == []


def test_a_renewed_invitation_opens_nothing_any_more(site: Site):
    key = site.access_keys.invitation_key(1)
    assert site.members.ask(c.RenewInvitationLink(), role=Role.OWNER).ok
    assert Browser(site).joins(invitation=key).json == {"code": "invitation_over"}
    assert Browser(site).joins().status_code == 201


def test_who_is_present_is_known_as_the_person_of_their_phone(site: Site):
    code = site.creates()
    person = comes(site, code)
    browser = Browser(site)
    answer = browser.joins(invitation="", session=code, device=DEVICE)
    assert answer.status_code == 201
    assert [(one.code, one.person) for one in browser.member.links] == [(code, person)]


def test_a_session_can_prove_presence_without_becoming_theirs(site: Site):
    code = site.creates()
    comes(site, code)
    browser = Browser(site)
    browser.joins(invitation="", session=code, device=DEVICE, linked=False)
    assert browser.member.links == ()
    assert browser.client.get(f"/me/sessions/{code}").json == {"linked": False}


def test_under_chatham_house_one_can_be_known_but_not_as_anybody_there(site: Site):
    code = site.creates(attribution="chatham_house")
    comes(site, code)
    browser = Browser(site)
    assert browser.joins(invitation="", session=code, device=DEVICE).status_code == 201
    assert browser.member.links == ()
    answer = browser.posts(f"/me/sessions/{code}", DEVICE)
    assert (answer.status_code, answer.json) == (409, {"code": "chatham_house"})


def test_a_phone_that_is_nobody_there_proves_nothing(site: Site):
    code = site.creates()
    answer = Browser(site).joins(invitation="", session=code, device="somebody-elses-phone")
    assert (answer.status_code, answer.json) == (404, {"code": "not_here"})


def test_people_under_18_are_offered_no_pass(site: Site):
    code = site.creates(
        under_18=True, attribution="chatham_house", keep_until_ms=site.clock.now_ms() + 10**9
    )
    comes(site, code)
    answer = Browser(site).joins(invitation="", session=code, device=DEVICE)
    assert (answer.status_code, answer.json) == (409, {"code": "under_18"})


def test_a_session_is_linked_later_and_unlinked_again(site: Site):
    code = site.creates()
    person = comes(site, code)
    browser = Browser(site)
    browser.joins()
    for _ in range(2):
        assert browser.posts(f"/me/sessions/{code}", DEVICE).status_code == 204
    assert [one.person for one in browser.member.links] == [person]
    assert browser.client.get(f"/me/sessions/{code}").json == {"linked": True}
    headers = {"Origin": "http://elsewhere.example"}
    assert browser.client.delete(f"/me/sessions/{code}", headers=headers).status_code == 403
    headers = {"Origin": "http://192.168.1.20:8080"}
    assert browser.client.delete(f"/me/sessions/{code}", headers=headers).status_code == 204
    assert browser.member.links == ()


def test_who_was_forgotten_in_a_session_is_not_linked(site: Site):
    code = site.creates()
    person = comes(site, code)
    site.sends(code, CloseSession())
    key = site.access_keys.person_key(code, DEVICE)
    envelope = site.envelope(ForgetPerson(person=person), Role.ATTENDEE, key, code=code)
    assert site.service.submit(envelope).ok
    browser = Browser(site)
    browser.joins()
    assert browser.posts(f"/me/sessions/{code}", DEVICE).status_code == 404


def test_a_deleted_session_is_not_linked(site: Site):
    code = site.creates()
    comes(site, code)
    site.service.delete_session(code)
    browser = Browser(site)
    browser.joins()
    assert browser.posts(f"/me/sessions/{code}", DEVICE).status_code == 410


def test_an_address_that_wants_no_letters_is_not_written_to(site: Site):
    browser = Browser(site)
    browser.joins(reach="mail", contact=ADDRESS)
    token = token_of(site, "confirm", "confirm")
    assert Browser(site, 5).posts("/t", token=token, do="refuse").json == {"outcome": "refused"}
    assert browser.member.reach == "pass"
    assert letters(site) == []
    answer = Browser(site, 2).joins(reach="mail", contact=ADDRESS)
    assert (answer.status_code, answer.json) == (422, {"code": "address_refused"})


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(site: Site):
    answer = Browser(site).joins()
    (cookie,) = [c for c in answer.headers.getlist("Set-Cookie") if cookie_of(site) in c]
    assert "HttpOnly; Path=/; SameSite=Lax" in cookie


def test_a_form_of_another_site_makes_nobody_a_member(site: Site):
    browser = Browser(site)
    answer = browser.client.post(
        "/members", json={"id": "x" * 20}, headers={"Origin": "http://elsewhere.example"}
    )
    assert answer.status_code == 403
    assert not site.members.community.members


def test_too_many_from_one_network_wait(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(join, "_joins", RateLimit(2, 600))
    answers = [Browser(site, number).joins(f"Member {number}") for number in (1, 2, 3)]
    assert [one.status_code for one in answers] == [201, 201, 429]
    assert answers[2].json == {"code": "too_fast"}


def test_who_confirmed_stays_confirmed(site: Site):
    browser = confirmed(site)
    assert "Confirmed on" in browser.sees()
