"""A break: the wall says until when, phones and consoles agree, and a bell ends it."""

import re

from playwright.sync_api import Page, expect

from tests.browser import rooms
from tests.browser.looking import look, look_at_both
from tests.browser.test_bell import LISTEN, RECALL, is_struck, struck
from tests.browser.test_remote import remote
from tests.browser.theatre import PHONE, SMALL_PHONE, Theatre, press_next, told
from tests.browser.wall import at_all_sizes, contrast, measure
from tests.support.server import Server

MINUTE_MS = 60_000
BACK = re.compile(r"Back at \d\d?:\d\d")


def time_of(page: Page) -> str:
    """The time at which a face says that it goes on."""
    words = page.get_by_text(BACK).first.inner_text()
    return words.rpartition(" ")[2]


def test_the_room_rests_until_a_time_and_a_bell_calls_it_back(theatre: Theatre, server: Server):
    with rooms.hand(server, theatre.code) as hand:
        rooms.seat(hand, rooms.STARTERS[:3])
        hand.done("start_session")
    console, display = theatre.console(), theatre.display()
    amira, kofi = theatre.phone("Amira"), theatre.phone("Kofi", **SMALL_PHONE)
    display.context.add_init_script(LISTEN)
    display.reload()
    expect(display.locator(".wall-stage")).to_be_visible()  # from here on it hears a key
    display.keyboard.press("Enter")

    console.keyboard.press("Shift+C")
    expect(console.get_by_label("Break. Back at")).to_be_focused()
    look_at_both(console, "console-break-form")
    console.keyboard.press("Enter")
    expect(display.get_by_role("heading", name=BACK)).to_be_visible()
    time = time_of(display)
    for face in (console, amira, kofi):
        expect(face.get_by_text(f"Back at {time}").first).to_be_visible()
    expect(console.locator(".time-names").get_by_text("break")).to_be_visible()
    expect(told(console, f"Break until {time}")).to_be_visible()
    look_at_both(console, "console-break")
    look(amira, "phone-break")
    look(kofi, "phone-break-320")
    look(display, "display-break")
    contrast(display)
    at_all_sizes(display, lambda size: _fits(display, size))
    amira.get_by_role("button", name="I want to speak").tap()
    expect(console.get_by_text("1 waits").first).to_be_visible()

    console.get_by_role("button", name=BACK).click()
    expect(display.get_by_role("heading", name=f"Back at {time}")).to_have_count(0)
    display.clock.install()
    display.clock.fast_forward(30 * MINUTE_MS)
    expect(display.get_by_text("We go on in a moment.")).to_be_visible()
    is_struck(display)
    assert struck(display) == RECALL

    press_next(console, "End the break")
    expect(display.locator(".wall-stage")).to_be_visible()
    expect(amira.get_by_role("main").get_by_text(BACK)).to_have_count(0)
    console.keyboard.press("KeyU")
    expect(display.get_by_role("heading", name=BACK)).to_be_visible()


def _fits(display: Page, size: str) -> None:
    assert measure(display, f"break-{size}") == []


def test_the_remote_calls_a_break(theatre: Theatre, server: Server):
    with rooms.hand(server, theatre.code) as hand:
        hand.done("start_session")
    console = remote(theatre, **SMALL_PHONE)
    console.get_by_role("button", name="More", exact=True).click()
    console.get_by_role("button", name="Break", exact=True).click()
    look(console, "remote-break-form-320")
    console.get_by_role("button", name="10 minutes").click()
    expect(console.get_by_text(BACK).first).to_be_visible()
    look(console, "remote-break-320")
    console.set_viewport_size(PHONE["viewport"])  # type: ignore[arg-type]
    look(console, "remote-break-390")
