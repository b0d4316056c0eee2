"""A member is stuck and asks; whoever is asked answers by their letter, and is thanked."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from fishbowl.domain.community import commands as c
from tests.browser.conftest import STILL
from tests.browser.looking import look
from tests.browser.test_member import secrets
from tests.support.known_members import KnownMembers
from tests.support.server import Server

PHONE = {"width": 390, "height": 844}
SIZES = ({"width": 320, "height": 568}, {"width": 1024, "height": 768})
HEADER_GAP_PX = 32
QUESTION = "How do we hand over the keys of the club house?"
ANSWER = "In one evening, before anybody was tired."


class Prepared:
    """Amira is signed in; Jonas shares an offer under his name, and has a confirmed address."""

    def __init__(self, db: Path) -> None:
        place = KnownMembers(db)
        amira = place.becomes("Amira Benali")
        jonas = place.becomes("Jonas Weber", "jonas@example.org", consents=("answer",))
        offer = c.AddOffer(
            member=jonas,
            side="offer",
            words="A checklist for handing over keys",
            is_shared=True,
            is_named=True,
        )
        assert place.asks(offer, jonas).ok
        self.cookie = tuple(place.cookie(amira).split("=", 1))
        place.stop()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Server, Prepared]]:
    prepared = Prepared(tmp_path / "fishbowl.db")
    server = Server(tmp_path / "fishbowl.db")
    server.start()
    yield server, prepared
    server.stop()


def test_a_question_is_asked_answered_by_a_letter_and_thanked(
    browser: Browser, server: tuple[Server, Prepared]
) -> None:
    running, prepared = server
    with closing(_context(browser, running)) as hers, closing(_context(browser, running)) as his:
        name, value = prepared.cookie
        hers.add_cookies([{"name": name, "value": value, "url": running.url}])
        page = hers.new_page()
        asks(page)
        answers_the_letter(his.new_page(), f"/t#{secrets(running, 'asked', 'ask')}.answer")
        says_thank_you(page)


def _context(browser: Browser, server: Server) -> BrowserContext:
    return browser.new_context(**{**STILL, "viewport": PHONE, "base_url": server.url})  # type: ignore[arg-type]


def assert_together(one: Locator, next_one: Locator) -> None:
    """Two things in the header stand side by side, with the gap between them and no more."""
    left, right = one.bounding_box(), next_one.bounding_box()
    assert left
    assert right
    assert 0 <= right["x"] - left["x"] - left["width"] <= HEADER_GAP_PX


def asks(page: Page) -> None:
    """Find who may be asked, and send them the question."""
    page.goto("/ask")
    look(page, "ask")
    page.get_by_role("searchbox", name="What are you stuck on?").fill("handing over keys")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Who may be asked")).to_be_visible()
    expect(page.get_by_role("heading", name="Jonas", exact=True)).to_be_visible()
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        look(page, f"ask-found-{size['width']}")
        assert_together(page.locator(".page-way"), page.locator(".page-bar > .reading"))
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.get_by_role("link", name="Ask them").click()
    page.get_by_label("Your question").fill(QUESTION)
    look(page, "ask-community")
    page.get_by_role("button", name="Send the question").click()
    expect(page.get_by_role("heading", name="What you asked")).to_be_visible()
    expect(page.get_by_text("It went to one member")).to_be_visible()


def answers_the_letter(page: Page, link: str) -> None:
    """Nothing is sent before there are words; then one press sends them, once."""
    page.goto(link)
    expect(page.get_by_role("heading", name="Amira asks you")).to_be_visible()
    expect(page.get_by_text(QUESTION)).to_be_visible()
    send = page.get_by_role("button", name="Send the answer")
    send.click()
    expect(page.get_by_text("Nothing is written yet.")).to_be_visible()
    look(page, "letter-ask")
    page.get_by_label("Your answer").fill(ANSWER)
    page.get_by_role("switch", name="With my first name").check()
    send.click()
    expect(page.get_by_role("heading", name="Your answer is on its way.")).to_be_visible()
    page.goto(link)
    page.reload()  # only the fragment is another one
    expect(page.get_by_role("heading", name="This link has done its work")).to_be_visible()


def says_thank_you(page: Page) -> None:
    """The answer stands on the page of who asked, with the name that was given with it."""
    page.reload()
    expect(page.get_by_text(ANSWER)).to_be_visible()
    look(page, "me-answered")
    page.get_by_role("button", name="Say thank you").click()
    expect(page.get_by_text("you said thank you")).to_be_visible()
