"""Two members in one room: what they give and look for brings them together in the break."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.offers import shares
from tests.browser.test_known import comes_in, small
from tests.browser.wall import Stage
from tests.support.described import describe_community
from tests.support.server import Server

BOOKS_GIVEN = "I explain bookkeeping to new treasurers."
BOOKS_WANTED = "Who explains bookkeeping to our treasurer?"
HAS_SOMEBODY = """async (way) => {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(way);
    if (answer.ok && (await answer.json()).meet) return true;
    await new Promise((again) => setTimeout(again, 200));
  }
  return false;
}"""
"""Asks the server until it has somebody to tell of, for a minute."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose owner has said what the community is."""
    db = tmp_path_factory.mktemp("in-break") / "fishbowl.db"
    describe_community(db)
    server = Server(db)
    server.start()
    yield server
    server.stop()


def is_known(phone: Page) -> None:
    """Take a pass, agree to meet, and link the session."""
    phone.get_by_role("button", name="About you").tap()
    phone.get_by_role("button", name="Be known next time").tap()
    phone.get_by_role("radio", name="Only by my pass").check()
    phone.get_by_role("switch", name="Meet somebody").check()
    phone.get_by_role("switch", name="Link this session to me").check()
    phone.get_by_role("button", name="Give me a pass").tap()
    phone.get_by_role("button", name="Back to the session").tap()


def writes(phone: Page, code: str, side: str, words: str) -> None:
    """Write down and share what one gives or looks for, and come back."""
    phone.get_by_role("button", name="About you").tap()
    phone.get_by_role("link", name="What you give and look for").tap()
    shares(phone, side, words)
    phone.goto(f"/{code}")


def is_asked(phone: Page) -> Locator:
    """Wait until the phone is asked, as it is when it is looked at again."""
    card = phone.get_by_label("Meet in the break")
    assert phone.evaluate(HAS_SOMEBODY, f"/me/break{phone.url[phone.url.rindex('/') :]}")
    phone.reload()
    expect(card).to_be_visible()
    return card


def test_two_in_one_room_are_asked_alone_and_meet_once_both_said_yes(
    server: Server, open_page: OpenPage
):
    stage = Stage(server, server.create_session(question="Who keeps the books?"))
    amira = comes_in(open_page, stage.code, "Amira")
    ben = comes_in(open_page, stage.code, "Ben")
    stage.sends("start_session")
    for phone in (amira, ben):
        is_known(phone)
    writes(amira, stage.code, "I can give", BOOKS_GIVEN)
    writes(ben, stage.code, "I look for", BOOKS_WANTED)

    asked = is_asked(amira)
    expect(asked).to_contain_text("Somebody here looks for what you give.")
    expect(asked).to_contain_text(BOOKS_WANTED)
    small(amira, "phone-in-break")
    asked.get_by_role("button", name="Yes, I would like to meet").tap()
    expect(asked).to_contain_text("As soon as the answer is yes as well")

    asked = is_asked(ben)
    expect(asked).not_to_contain_text("Amira")
    asked.get_by_role("button", name="Yes, I would like to meet").tap()
    expect(asked).to_contain_text("Amira says yes as well: meet in the break, by chair 1.")
    look(ben, "phone-in-break-both")
    amira.reload()
    expect(amira.get_by_label("Meet in the break")).to_contain_text("Ben says yes as well")
