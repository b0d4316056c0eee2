"""One press ends letters: from a mail program, or on the page that asks."""

from typing import Any

from flask.testing import FlaskClient

from fishbowl.domain.community import commands as c
from fishbowl.domain.kernel.roles import Role
from fishbowl.services.contacts import UNSUBSCRIBED
from tests.web.conftest import ORIGIN, Site

ADDRESS = "ingrid@example.org"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def _member(site: Site) -> str:
    joined = site.members.ask(c.Join(label="Ingrid", reach="mail"), role=Role.DOOR)
    return f"member/{joined.seq}"


def _letter_to(site: Site, owner: str) -> str:
    """Somebody has an address and got a letter; gives the address that ends letters."""
    context = site.context
    contact = context.contacts.put(owner, "mail", ADDRESS, confirmed_at_ms=1)
    token = context.tokens.put("letter-1", "unsubscribe", owner)
    site.members.log.append({}, [contact, token])
    return f"/unsubscribe?t={context.tokens.make('letter-1', 'unsubscribe')}"


def _problem(site: Site, owner: str) -> str:
    reached = site.context.contacts.of(owner)
    assert reached is not None
    return reached.problem


def _provider(site: Site) -> FlaskClient:
    """A mail provider: it has no cookie, and sends no origin."""
    client: Any = site.visitor()
    return client


def test_a_provider_ends_letters_with_one_post_from_anywhere(site: Site) -> None:
    owner = _member(site)
    way = _letter_to(site, owner)
    answer = _provider(site).post(way, data=ONE_CLICK)
    assert answer.status_code == 200
    assert _problem(site, owner) == UNSUBSCRIBED
    assert site.members.community.members, "a member stays a member"
    assert site.context.contacts.failed() == frozenset(), "hosts are not told"
    again = _provider(site).post(way, data=ONE_CLICK, headers={"Origin": "https://mail.example"})
    assert again.status_code == 200


def test_opening_the_link_only_asks_and_the_button_acts(site: Site) -> None:
    owner = _member(site)
    way = _letter_to(site, owner)
    browser = site.visitor()
    page = browser.get(way)
    assert page.status_code == 200
    assert "No more letters?" in page.text
    assert f'action="{way}"' in page.text
    assert _problem(site, owner) == ""
    done = browser.post(way, headers={"Origin": ORIGIN})
    assert "Nothing more will be sent" in done.text
    assert _problem(site, owner) == UNSUBSCRIBED
    assert page.headers["Cache-Control"] == "no-store"
    assert ADDRESS not in page.text + done.text


def test_the_address_of_somebody_invited_is_deleted_and_never_invited_again(site: Site) -> None:
    people = (c.Invited(label="Jonas"),)
    invited = site.members.ask(c.InvitePeople(people=people), role=Role.OWNER)
    owner = f"invitation/{invited.seq}"
    way = _letter_to(site, owner)
    assert "Your address is deleted" in site.visitor().get(way).text
    assert _provider(site).post(way, data=ONE_CLICK).status_code == 200
    assert all(one.is_refused for one in site.members.community.invitations.values())
    assert site.context.contacts.of(owner) is None
    assert site.context.contacts.is_refused(ADDRESS)
    assert _provider(site).post(way, data=ONE_CLICK).status_code == 410, "gone with the invitation"


def test_a_made_up_or_foreign_token_changes_nothing(site: Site) -> None:
    owner = _member(site)
    _letter_to(site, owner)
    tokens = site.context.tokens
    site.members.log.append({}, [tokens.put("letter-2", "new_pass", owner)])
    for typed in ("", "x", "x" * 5_000, "\x00", "é", tokens.make("letter-2", "new_pass")):
        answer = _provider(site).post("/unsubscribe", query_string={"t": typed}, data=ONE_CLICK)
        assert answer.status_code == 410
        assert "This link opens nothing here" in answer.text
    assert _problem(site, owner) == ""


def test_who_tries_many_tokens_is_slowed_down(site: Site) -> None:
    client = _provider(site)
    codes = {client.post(f"/unsubscribe?t=x{no}").status_code for no in range(80)}
    assert codes == {410, 429}
