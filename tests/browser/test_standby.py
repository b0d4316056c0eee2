"""A second computer stands by and takes over, as the owner sees it on both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.support.server import STARTED_S, Server
from tests.support.standby import StandbyMachine, standby_key

SIZES = {"laptop": (1280, 800), "phone": (390, 844), "small": (320, 568)}
IN_STEP = "has saved is here"


@pytest.fixture(scope="module")
def server(own_server: Server) -> Server:
    return own_server


@pytest.fixture
def machine(server: Server, tmp_path: Path) -> Iterator[StandbyMachine]:
    """A second computer that follows."""
    server.create_session()
    machine = StandbyMachine(tmp_path / "standby.db", server.url, standby_key(server))
    yield machine.start()
    machine.stop()


def at_all_sizes(page: Page, name: str) -> None:
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        look(page, f"{name}-{size}")


def test_the_owner_finds_the_key_and_the_command_and_takes_over_with_one_press(
    open_page: OpenPage, server: Server, machine: StandbyMachine
):
    owner = open_page(f"/o#{server.owner_key}")
    owner.get_by_role("link", name="A second computer stands by").click()
    expect(owner.get_by_label("It asks for this key")).to_have_value(machine.key)
    expect(owner.get_by_text(f"fishbowl standby {server.url}")).to_be_visible()
    machine.until("In step")
    owner.reload()
    expect(owner.get_by_text("has everything")).to_be_visible()
    at_all_sizes(owner, "standby")
    owner.goto("/standby?lang=ar")
    look(owner, "standby-small-ar")

    outside = open_page(machine.url)
    expect(outside.get_by_role("link", name="To the sessions")).to_be_visible()
    look(outside, "standby-elsewhere")

    second = open_page(machine.page)
    expect(second.get_by_text(IN_STEP)).to_be_visible()
    at_all_sizes(second, "standby-own")
    second.get_by_role("button", name="Take over now").click(no_wait_after=True)
    heading = second.get_by_role("heading", name="Your fishbowls")
    expect(heading).to_be_visible(timeout=STARTED_S * 1000)  # a server starts meanwhile
    expect(second.get_by_role("link", name="Console")).to_be_visible()
    owner.goto("/standby?lang=en")
    expect(owner.get_by_role("alert")).to_contain_text("Another computer has taken over")
    look(owner, "standby-taken-over")


def test_the_page_says_by_itself_that_the_server_is_gone(open_page: OpenPage, tmp_path: Path):
    server = Server(tmp_path / "first.db")
    server.start()
    server.create_session()
    machine = StandbyMachine(tmp_path / "standby.db", server.url, standby_key(server))
    machine.start()
    try:
        page = open_page(machine.page)
        expect(page.get_by_role("status")).to_contain_text(IN_STEP)
        button = page.get_by_role("button", name="Take over now")
        button.focus()
        server.kill()
        expect(page.get_by_role("status")).to_contain_text("does not answer")
        expect(page.get_by_text("Switch the other computer off before you press")).to_be_visible()
        expect(button).to_be_focused()
        at_all_sizes(page, "standby-own-away")
    finally:
        machine.stop()
