"""A laptop finds its home and loses it again, as the owners of both see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.support.face import Face
from tests.support.server import Server

SIZES = {"1280": (1280, 900), "390": (390, 844), "320": (320, 568)}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "home.db")
    server.start()
    yield server
    server.stop()


def at_all_sizes(page: Page, name: str) -> None:
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        look(page, f"{name}-{size}")
    page.set_viewport_size({"width": 1280, "height": 900})


def signed_in(open_page: OpenPage, server: Server, path: str, **options: object) -> Page:
    page = open_page(f"{server.url}/o#{server.owner_key}", **options)
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    page.goto(f"{server.url}{path}")
    return page


def hold(server: Server, question: str) -> None:
    code = server.create_session(question=question, event="First Thursday lunch")
    console = Face(server, code, "console").connect()
    console.done("start_session")
    console.done("close_session")
    console.leave()


def test_a_laptop_joins_hands_over_and_is_disconnected(
    open_page: OpenPage, own_server: Server, home: Server
):
    laptop = own_server
    at_laptop = signed_in(open_page, laptop, "/home")
    at_home = signed_in(open_page, home, "/laptops")
    expect(at_home.get_by_text("No laptop hands over to this home")).to_be_visible()
    at_home.get_by_role("button", name="New code").click()
    code = at_home.locator(".home-shown").inner_text()
    at_all_sizes(at_home, "laptops-code")

    at_laptop.get_by_label("Address of the home").fill(home.url)
    at_laptop.get_by_label("Code", exact=True).fill("quay 4719")
    at_laptop.get_by_label("What this laptop is called there").fill("Boiler House, blue")
    at_laptop.get_by_role("button", name="Connect").click()
    expect(at_laptop.get_by_role("alert")).to_contain_text("Home does not know this code.")
    at_all_sizes(at_laptop, "home-wrong-code")
    at_laptop.get_by_label("Code", exact=True).fill(f" {code.lower()} ")
    at_laptop.get_by_role("button", name="Connect").click()
    expect(at_laptop.get_by_text("Ready: what ends here goes home")).to_be_visible()

    for question in ("Who holds the second key?", "How do we say that the money is gone?"):
        hold(laptop, question)
    at_laptop.get_by_role("button", name="Try now").click()
    expect(at_laptop.get_by_text("Everything is at home")).to_be_visible()
    at_all_sizes(at_laptop, "home-there")

    at_home.reload()
    expect(at_home.get_by_text("2 sessions handed over")).to_be_visible()
    expect(at_home.get_by_role("link", name="Who holds the second key?")).to_be_visible()
    at_all_sizes(at_home, "laptops-one")
    at_home.get_by_role("button", name="Disconnect").click()
    expect(at_home.get_by_text("Not connected any more:")).to_be_visible()

    hold(laptop, "What do we do with the founder?")
    at_laptop.get_by_role("button", name="Try now").click()
    expect(at_laptop.get_by_text("Home does not know this laptop any more.")).to_be_visible()
    at_all_sizes(at_laptop, "home-unknown")
    at_laptop.emulate_media(color_scheme="dark")
    look(at_laptop, "home-unknown-dark")
    at_laptop.goto(f"{laptop.url}/home?lang=ar")
    expect(at_laptop.locator("html[lang=ar][dir=rtl]")).to_have_count(1)
    look(at_laptop, "home-unknown-arabic")
