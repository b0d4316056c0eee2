"""The last minutes: console, wall and phones say the same about the queue."""

from playwright.sync_api import expect

from tests.browser.looking import look, look_at_both
from tests.browser.theatre import Theatre, press_next, seat_starters, start, told

INVITED = "This chair is waiting for a voice."
CLOSED = "The queue is closed. Write your point on your phone."


def test_nobody_is_invited_to_what_phones_cannot_ask_for(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    amira = theatre.phone("Amira")
    seat_starters(console, "Tomasz", "Lindiwe")
    start(console)
    press_next(console, "Invite a voice")
    expect(display.get_by_text(INVITED)).to_be_visible()

    console.keyboard.press("Shift+W")
    expect(display.get_by_text(CLOSED)).to_be_visible()
    expect(display.get_by_text(INVITED)).to_have_count(0)
    expect(display.get_by_text("Want the chair?")).to_have_count(0)
    expect(display.get_by_text("This chair is open")).to_have_count(0)
    expect(amira.get_by_label("Write your point")).to_be_visible()
    expect(amira.get_by_role("button", name="I want to speak")).to_have_count(0)
    expect(console.locator(".next-button")).to_have_text("Queue closed")
    look_at_both(console, "console-queue-closed")
    look(amira, "phone-queue-closed")

    console.keyboard.press("Space")
    expect(told(console, "Last minutes: the queue is closed")).to_be_visible()
    expect(display.get_by_text(CLOSED)).to_be_visible()
    console.get_by_role("button", name="Open it again").click()
    expect(amira.get_by_role("button", name="I want to speak")).to_be_visible()
    expect(display.get_by_text(CLOSED)).to_have_count(0)
    expect(console.get_by_role("button", name="Open it again")).to_have_count(0)
