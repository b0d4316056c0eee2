"""The owner's list of open items, wherever the owner is."""

from datetime import datetime

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.theatre import PHONE
from tests.support.face import Face
from tests.support.server import Server

DUE = f"{datetime.now().year + 1}-12-06"  # noqa: TID251  # what people type is not session time


@pytest.fixture(scope="module")
def server(own_server: Server) -> Server:
    return own_server


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_a_plain_day_is_the_same_everywhere(open_page: OpenPage, server: Server, zone: str):
    code = server.create_session(event="Open Day")
    with Face(server, code, "console").connect() as console:
        console.done("start_session")
        console.done("add_note", kind="action", words="Call the board", due=DUE)
        console.done("add_note", kind="action", words="Write the guide", due="2020-05-02")
        console.done("close_session")
    size = PHONE if zone.startswith("Pacific") else {}
    page = open_page(f"/o#{server.owner_key}", timezone_id=zone, **size)
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    page.get_by_role("link", name="Open items").click()
    expect(page.get_by_text(f"by 6 Dec {DUE[:4]}").first).to_be_visible()
    expect(page.get_by_text("overdue since 2 May 2020").first).to_be_visible()
    look(page, f"open-items-{'phone' if size else 'laptop'}")
