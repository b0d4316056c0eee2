"""Two members are suggested to each other, say yes by letter and on their page, and have met."""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.offers import shares
from tests.browser.theatre import PHONE
from tests.support.known_members import KnownMembers
from tests.support.mail_server import MailServer, mail_server
from tests.support.server import Server

AMIRA, BEN = "Amira Haddad", "Ben Okafor"
AMIRAS_MAIL, BENS_MAIL = "amira@example.org", "ben@example.org"
GIVEN = "I explain bookkeeping to new treasurers."
WANTED = "Who explains bookkeeping to our treasurer?"
COOKIES: dict[str, str] = {}
"""Of their phones, once there is a server."""
FIFTEEN_DAYS_S = 15 * 24 * 3600
"""After fourteen days two are asked whether they met."""


@pytest.fixture(scope="module")
def mail() -> Iterator[MailServer]:
    """The mail server that takes all letters."""
    with mail_server() as mail:
        yield mail


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, mail: MailServer) -> Iterator[Server]:
    """A server that sends letters, and two members with confirmed addresses."""
    db = tmp_path_factory.mktemp("people-meet") / "fishbowl.db"
    members = KnownMembers(db)
    COOKIES.update({name: members.comes(name, address)
                    for name, address in ((AMIRA, AMIRAS_MAIL), (BEN, BENS_MAIL))})  # fmt: skip
    members.stop()
    options = ["--mail-host", "127.0.0.1", "--mail-port", str(mail.port),
               "--mail-security", "none", "--mail-from", "bowl@bowl.example"]  # fmt: skip
    server = Server(db, options=options)
    server.start()
    yield server
    server.stop()


def letters(mail: MailServer, count: int) -> dict[str, str]:
    """The two letters that came last, by their addressee, once so many have come."""
    return {parseaddr(str(one["To"]))[1]: text_of(one) for one in mail.until(count)[-2:]}


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def link_in(text: str, answer: str = "") -> str:
    """The link of a letter, or of one of the answers in it."""
    found = re.search(rf"/t#\S+{re.escape(answer)}\b", text)
    assert found, text
    return found[0]


def says_yes_by_letter(phone: Page, link: str) -> None:
    """Open a letter twice, which does nothing; press; and open it once more."""
    yes = phone.get_by_role("button", name="Yes, introduce us")
    phone.goto(link)
    expect(yes).to_be_visible()
    look(phone, "letter-suggestion")
    phone.reload()
    heading = phone.get_by_role("heading", level=1)
    expect(heading).to_have_text("Somebody looks for what you can give.")
    yes.tap()
    expect(heading).to_have_text("Your yes is kept.")
    phone.get_by_role("link", name="My page").tap()
    expect(phone.get_by_text("Your yes is kept. Open until")).to_be_visible()
    phone.goto(link)
    expect(heading).to_have_text("This link has done its work")
    expect(yes).to_be_hidden()
    look(phone, "letter-over")


def says_yes_on_their_page(phone: Page) -> None:
    """Answer what waits on the page; nothing there tells who it is before that."""
    phone.goto("/me")
    asked = phone.locator("#asked")
    expect(asked).to_contain_text("Somebody can give what you look for.")
    look(phone, "me-suggested")
    asked.get_by_role("link", name="See it, and answer").tap()
    expect(phone.locator("body")).to_contain_text(GIVEN)
    for told in ("Amira", AMIRAS_MAIL):
        expect(phone.locator("body")).not_to_contain_text(told)
    look(phone, "suggestion")
    phone.get_by_role("button", name="Yes, introduce us").tap()


def knows(phone: Page, first: str, label: str, address: str) -> None:
    """See with whom one is brought together, and how to reach them."""
    expect(phone.get_by_role("heading", level=1)).to_have_text(f"You and {first} both said yes.")
    ways = phone.get_by_role("region", name="How you reach each other")
    expect(ways).to_contain_text(label)
    expect(ways.get_by_role("link", name=address)).to_be_visible()


def test_two_are_suggested_say_yes_by_letter_and_on_their_page_and_have_met(
    server: Server, mail: MailServer, open_page: OpenPage
) -> None:
    amira, ben = (open_page("/me/offers", COOKIES[name], **PHONE) for name in (AMIRA, BEN))
    shares(amira, "I can give", GIVEN)
    shares(ben, "I look for", WANTED)

    asked = letters(mail, 2)
    assert "Ben" not in asked[AMIRAS_MAIL]
    assert "Amira" not in asked[BENS_MAIL]
    says_yes_by_letter(amira, link_in(asked[AMIRAS_MAIL]))
    says_yes_on_their_page(ben)
    knows(ben, "Amira", AMIRA, AMIRAS_MAIL)
    look(ben, "introduction")
    told = letters(mail, 4)
    assert f"{BEN}: {BENS_MAIL}" in told[AMIRAS_MAIL]
    assert f"{AMIRA}: {AMIRAS_MAIL}" in told[BENS_MAIL]
    amira.goto("/me")
    people = amira.get_by_role("region", name="Your people")
    people.get_by_role("listitem").filter(has_text=BEN).get_by_role("link").tap()
    knows(amira, "Ben", BEN, BENS_MAIL)

    server.stop()
    server.faults = {"ahead_s": FIFTEEN_DAYS_S}
    server.start()
    amira.goto(link_in(letters(mail, 6)[AMIRAS_MAIL], ".met"))
    expect(amira.get_by_role("heading", level=1)).to_have_text("Did you and Ben meet?")
    met = amira.get_by_role("button", name="We met", exact=True)
    expect(met).to_have_accessible_description("In four weeks we ask once whether it helped.")
    look(amira, "letter-check-in")
    met.tap()
    expect(amira.get_by_role("heading", level=1)).to_contain_text("Good. That is noted.")
    for phone, other in ((amira, "Ben"), (ben, "Amira")):
        phone.goto("/me")
        people = phone.get_by_role("region", name="Your people")
        expect(people).to_contain_text(f"You and {other} met.")
    look(ben, "me-have-met")
