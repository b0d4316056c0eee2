"""A Samoan circle closes: the empty chairs go one by one, by one key, and nobody goes with them."""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import look
from tests.browser.theatre import QUESTION, Theatre, press_next, start
from tests.support.server import Server


@pytest.mark.long
def test_empty_chairs_are_taken_away_near_the_end(theatre: Theatre, server: Server):
    theatre.code = server.create_session(question=QUESTION, format="samoan")
    console, display = theatre.console(), theatre.display()
    amira = theatre.phone("Amira")
    start(console)
    for part in ("Short statements", "Conversation"):
        console.keyboard.press("KeyP")
        expect(console.get_by_text(f"Part: {part}").first).to_be_visible()
    take = amira.get_by_role("button", name="Take chair 5")
    expect(take).to_be_visible()
    take.tap()
    expect(amira.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    console.keyboard.press("KeyY")
    panel = console.get_by_role("complementary", name="Run of show")
    panel.get_by_role("button", name="Conversation").click()
    expect(panel.get_by_label("Take empty chairs away near the end")).to_be_checked()
    look(console, "console-chairs-away-panel")
    panel.get_by_role("button", name="Close the queue now").click()
    console.keyboard.press("Escape")
    expect(display.locator(".chair")).to_have_count(6)
    press_next(console, "Take chair 6 away")
    expect(display.locator(".chair")).to_have_count(5)
    expect(console.locator(".next-button", has_text="Take chair 4 away")).to_be_visible()
    look(console, "console-take-chair-away")
    look(display, "display-chair-away")
    press_next(console, "Take chair 4 away")
    expect(display.locator(".chair")).to_have_count(4)
    expect(amira.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    console.keyboard.press("KeyU")
    expect(display.locator(".chair")).to_have_count(5)
