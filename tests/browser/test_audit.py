"""The owner's list of who did what, and the console's line about the server."""

import pytest
import requests
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look, shoot
from tests.browser.theatre import Theatre
from tests.support.server import Server

SIZES = {"laptop": (1440, 900), "tablet": (820, 1180), "phone": (390, 844), "small": (320, 568)}


@pytest.fixture(scope="module")
def server(own_server: Server) -> Server:
    return own_server


def test_the_owner_reads_who_did_what_at_every_size(open_page: OpenPage, server: Server):
    code = server.create_session()
    for _ in range(3):
        requests.post(
            f"{server.url}/o", json={"key": "a guess"}, headers={"Origin": server.url}, timeout=30
        )
    cookie = {"Cookie": server.owner_cookie()}
    requests.get(f"{server.url}/{code}/export.md", headers=cookie, timeout=30)
    page = open_page(f"/o#{server.owner_key}")
    page.get_by_role("link", name="Who did what").click()
    expect(page.get_by_role("heading", name="Who did what")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="wrong keys of the owner")
    expect(row).to_contain_text("Somebody unknown")
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        look(page, f"audit-{name}")
    page.goto("/audit?lang=ar")
    expect(page.get_by_role("heading", name="من فعل ماذا")).to_be_visible()
    look(page, "audit-small-ar")
    with page.expect_download() as saved:
        page.get_by_role("link", name="حفظ كجدول").click()
    assert saved.value.suggested_filename == "fishbowl-audit.csv"


def test_the_console_says_how_the_server_is_in_one_line(theatre: Theatre):
    console = theatre.console()
    console.get_by_role("button", name="Settings").click()
    facts = console.get_by_role("region", name="This server")
    expect(facts).to_contain_text("connection")
    expect(facts).to_contain_text("last saved at")
    expect(facts).to_contain_text("free on the disk")
    expect(facts).to_contain_text("clock steady")
    facts.scroll_into_view_if_needed()
    look(console, "console-server-facts")
    shoot(console, "console-server-facts-whole")
