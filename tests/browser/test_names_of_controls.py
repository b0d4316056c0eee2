"""Every control answers to what is written on it, and a call is heard where no focus can move."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import check
from tests.browser.theatre import PHONE, Theatre, hold, press_next, seat_starters, start, told
from tests.support.server import Server

PANELS = (
    "KeyI", "Shift+KeyI", "Shift+KeyJ", "KeyJ", "KeyB", "KeyO", "KeyY", "Shift+Slash", "Shift+KeyO",
    "KeyZ",
)  # fmt: skip
"""Everything that stands in the place of the topics."""


def everywhere(page: Page, *names: str) -> None:
    """Go through the pages of a phone that can be chosen, and look at each."""
    for name in names:
        page.get_by_role("button", name=name, exact=True).tap()
        check(page)


def test_every_control_of_a_phone_is_called_by_what_is_written_on_it(theatre: Theatre):
    console = theatre.console()
    door = theatre.opened(f"/{theatre.code}", **PHONE)
    expect(door.get_by_label("Your name")).to_be_visible()
    door.get_by_role("button", name="I was here on another phone").tap()
    check(door)
    noor = theatre.phone("Noor")
    seat_starters(console, "Tomasz", "Mei-Lin")
    start(console)
    everywhere(noor, "Topics", "Questions")
    noor.get_by_role("button", name="What the wall shows, as text").tap()
    check(noor)
    noor.get_by_role("button", name="About you").tap()
    noor.get_by_role("button", name="Show it").tap()
    expect(noor.locator(".personal-data")).to_be_visible()
    check(noor)
    noor.get_by_role("button", name="Back to the session").tap()
    check(noor)
    noor.get_by_role("button", name="I want to speak").tap()
    noor.get_by_text("Not just now?").tap()
    check(noor)
    press_next(console, "Call Noor")
    expect(noor.get_by_role("button", name="I’m walking up")).to_be_visible()
    check(noor)
    noor.get_by_role("button", name="I’m walking up").tap()
    noor.get_by_role("button", name="I’m on the chair").tap()
    expect(noor.get_by_role("switch", name="Happy to make room")).to_be_visible()
    check(noor)
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    expect(noor.get_by_role("heading", name="This session has ended.")).to_be_visible()
    check(noor)


def test_every_control_of_the_console_is_called_by_what_is_written_on_it(theatre: Theatre):
    console = theatre.console()
    noor = theatre.phone("Noor")
    seat_starters(console, "Tomasz", "Mei-Lin")
    check(console)
    start(console)
    noor.get_by_role("button", name="I want to speak").tap()
    for title in ("Pay", "Trust"):
        console.keyboard.press("KeyT")
        console.keyboard.type(title)
        console.keyboard.press("Enter")
        expect(console.locator(".topic.is-current")).to_contain_text(title)
    console.get_by_role("button", name="More for Trust").click()
    console.get_by_role("button", name="More for Noor").click()
    expect(console.locator(".request.is-picked")).to_be_visible()
    check(console)
    console.keyboard.press("Shift+Digit1")
    expect(console.get_by_role("group", name="Chair 1, Tomasz")).to_be_visible()
    check(console)
    console.keyboard.press("Escape")
    for key in PANELS:
        console.keyboard.press(key)
        expect(console.locator(".panel")).to_be_visible()
        check(console)
        console.locator(":focus").evaluate_all("all => all.forEach(one => one.blur())")
        console.keyboard.press("Escape")
        expect(console.locator(".panel")).to_have_count(0)
    console.keyboard.press("Shift+KeyN")
    check(console)
    console.keyboard.press("Escape")
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    check(console)


@pytest.mark.parametrize("width", [390, 320])
def test_every_control_of_the_remote_is_called_by_what_is_written_on_it(
    theatre: Theatre, width: int
):
    theatre.phone("Noor")
    console = theatre.console()
    seat_starters(console, "Tomasz", "Mei-Lin")
    start(console)
    console.set_viewport_size({"width": width, "height": 700})
    expect(console.locator(".remote")).to_be_visible()
    check(console)


def test_every_control_of_the_wall_is_called_by_what_is_written_on_it(
    theatre: Theatre, server: Server
):
    display = theatre.display()
    check(display)
    console = theatre.console()
    seat_starters(console, "Tomasz", "Mei-Lin")
    start(console)
    expect(display.get_by_text("Tomasz").first).to_be_visible()
    check(display)


def test_a_call_is_said_aloud_where_the_focus_cannot_move(theatre: Theatre):
    """The window may be behind another: then no heading is read for having the focus."""
    console = theatre.console()
    noor = theatre.phone("Noor")
    start(console)
    noor.get_by_role("button", name="I want to speak").tap()
    noor.evaluate("HTMLElement.prototype.focus = () => {}")
    press_next(console, "Call Noor")
    said = noor.locator("[aria-live]")
    expect(said).to_contain_text("Chair 1 is yours. Walk up. We hold it for you.")
    noor.get_by_role("button", name="I’m walking up").tap()
    expect(told(console, "Noor is walking up")).to_be_visible()
