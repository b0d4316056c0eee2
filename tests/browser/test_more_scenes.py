"""More scenes from real rooms, told by the faces on which they happen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.theatre import (
    SMALL_PHONE,
    Theatre,
    press_next,
    seat_starters,
    start,
    told,
)


def asks(phone: Page) -> None:
    """Ask for a chair."""
    phone.get_by_role("button", name="I want to speak").tap()
    expect(phone.get_by_role("button", name="Lower my hand")).to_be_visible()


def test_the_fire_alarm_stops_every_face_and_nobody_loses_anything(theatre: Theatre):
    """Scene 22: paused on all faces; people may still ask; then it goes on."""
    console, display = theatre.console(), theatre.display()
    amira, kofi = theatre.phone("Amira", **SMALL_PHONE), theatre.phone("Kofi")
    seat_starters(console, "Lindiwe")
    start(console)
    asks(amira)
    console.keyboard.press("Shift+KeyP")
    expect(display.get_by_text("Paused").first).to_be_visible()
    expect(amira.get_by_text("Paused for a moment. You keep your place.")).to_be_visible()
    asks(kofi)
    expect(kofi.get_by_text("2nd")).to_be_visible()
    look(amira, "phone-paused-320")
    look(display, "display-paused")
    press_next(console, "Resume")
    expect(display.get_by_text("Paused")).to_have_count(0)
    expect(amira.get_by_text("Paused for a moment")).to_be_hidden()
    press_next(console, "Call Amira")
    expect(amira.get_by_role("button", name="I’m walking up")).to_be_visible()


@pytest.mark.long
def test_replies_go_ahead_twice_and_then_a_new_point_comes(theatre: Theatre):
    """Scene 16: she replies to the topic of now; after two replies a new point is called."""
    console = theatre.console()
    phones = {name: theatre.phone(name) for name in ("Amira", "Saoirse", "Elif", "Noor")}
    seat_starters(console, "Lindiwe")
    start(console)
    console.keyboard.press("KeyT")
    console.keyboard.type("pay")
    console.keyboard.press("Enter")
    expect(told(console, "Topic: pay")).to_be_visible()
    for name, phone in phones.items():
        asks(phone)
        if name != "Amira":
            phone.get_by_text("Reply", exact=True).tap()
            expect(console.locator(".request", has_text=name)).to_contain_text("reply")
    expect(phones["Saoirse"].get_by_text("1st")).to_be_visible()
    expect(phones["Amira"].get_by_text("3rd")).to_be_visible()
    expect(phones["Noor"].get_by_text("4th")).to_be_visible()
    for name in ("Saoirse", "Elif", "Amira"):
        press_next(console, f"Call {name}")
        expect(phones[name].get_by_role("button", name="I’m walking up")).to_be_visible()


def test_the_same_phone_in_two_tabs_is_one_person(theatre: Theatre):
    """Scene 28: what one tab does, the other shows; the console sees one."""
    console, amira = theatre.console(), theatre.phone("Amira")
    start(console)
    second = amira.context.new_page()
    second.goto(f"/{theatre.code}")
    expect(second.get_by_role("button", name="I want to speak")).to_be_visible()
    asks(amira)
    expect(second.get_by_role("button", name="Lower my hand")).to_be_visible()
    expect(console.locator(".request")).to_have_count(1)
    second.get_by_role("button", name="Lower my hand").tap()
    expect(amira.get_by_role("button", name="I want to speak")).to_be_visible()
