"""U goes on where the latest action cannot be taken back any more."""

import re

from playwright.sync_api import expect

from tests.browser.looking import look_at_both
from tests.browser.theatre import Theatre, press_next, seat_starters, start, told


def test_what_was_overtaken_is_refused_and_the_one_before_offered(theatre: Theatre):
    console = theatre.console()
    seat_starters(console, "Lindiwe")
    start(console)
    console.keyboard.press("KeyE")
    expect(told(console, "5 minutes more")).to_be_visible()
    amira = theatre.phone("Amira")
    amira.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Amira")
    amira.get_by_role("button", name="I’m walking up").tap()
    expect(told(console, "Amira is walking up")).to_be_visible()

    console.keyboard.press("KeyU")
    notice = console.locator(".notice")
    instead = notice.get_by_role("button", name="Undo instead: 5 minutes more")
    expect(instead).to_be_visible()
    undo = console.locator(".log-line", has_text="5 minutes more").get_by_role("button")
    expect(undo).to_have_text(re.compile("Undo"))
    look_at_both(console, "console-undo-instead")
    console.keyboard.press("KeyU")
    expect(told(console, "The last action was undone")).to_be_visible()
    expect(notice).to_have_count(0)
    expect(amira.get_by_role("button", name="I’m on the chair")).to_be_visible()


def test_the_offer_is_there_to_be_clicked_too(theatre: Theatre):
    console = theatre.console()
    seat_starters(console, "Lindiwe")
    start(console)
    console.keyboard.press("KeyE")
    amira = theatre.phone("Amira")
    amira.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Amira")
    amira.get_by_role("button", name="I’m walking up").tap()
    expect(told(console, "Amira is walking up")).to_be_visible()
    console.keyboard.press("KeyU")
    console.get_by_role("button", name="Undo instead: 5 minutes more").click()
    expect(told(console, "The last action was undone")).to_be_visible()
    expect(console.locator(".notice")).to_have_count(0)
