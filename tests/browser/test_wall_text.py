"""What the wall shows, as text on one's own phone: in every state, with headings, live and calm."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import look
from tests.browser.theatre import (
    QUESTION,
    SMALL_PHONE,
    Theatre,
    hold,
    press_next,
    seat_starters,
    start,
)


def wall(page: Page) -> Locator:
    """Open the words of the wall."""
    button = page.get_by_role("button", name="What the wall shows, as text")
    button.tap()
    expect(page.get_by_role("heading", name="What the wall shows")).to_be_focused()
    return page.get_by_role("main")


def back(page: Page) -> None:
    """Go back to one's own screen."""
    page.get_by_role("button", name="Back to the session").tap()
    expect(page.get_by_role("heading", name="What the wall shows")).to_have_count(0)


def test_the_wall_can_be_read_in_every_state(theatre: Theatre, open_page):
    console = theatre.console()
    door = open_page(f"/{theatre.code}", **SMALL_PHONE)
    at_the_door = wall(door)
    expect(at_the_door).to_contain_text(QUESTION)
    expect(at_the_door).to_contain_text("It has not started yet.")
    back(door)
    expect(door.get_by_label("Your name")).to_be_visible()

    amira, noor = theatre.phone("Amira", **SMALL_PHONE), theatre.phone("Noor", **SMALL_PHONE)
    seat_starters(console, "Tomasz", "Mei-Lin")
    start(console)
    console.keyboard.press("KeyT")
    console.keyboard.type("Who gets to say no?")
    console.keyboard.press("Enter")
    console.keyboard.press("Digit2")

    words = wall(noor)
    for heading in ("The question", "Now", "The bowl", "The queue", "Topics"):
        expect(noor.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    chairs = words.locator(".wall-chairs li")
    expect(chairs.first).to_have_text(re.compile("chair 1, Tomasz"))
    expect(chairs.nth(1)).to_have_text(re.compile("chair 2, Mei-Lin, is speaking"))
    expect(words).to_contain_text("chair 3 is open")
    expect(words).to_contain_text("On the table: Who gets to say no?")
    expect(words).to_contain_text(re.compile(r"\d+ minutes left"))
    expect(words).to_contain_text("Nobody is waiting.")
    look(noor, "wall-text-320")
    assert noor.locator("[aria-live]").count() == 1

    console.keyboard.press("Digit1")
    expect(noor.locator("[aria-live]")).to_contain_text("Tomasz is speaking.")
    amira.get_by_role("button", name="I want to speak").tap()
    expect(words.get_by_role("listitem").filter(has_text="Amira")).to_be_visible()
    back(noor)

    wall(amira)
    press_next(console, "Call Amira")
    expect(amira.get_by_role("heading", name="Chair 3 is yours.")).to_be_visible()
    wall(amira)
    look(amira, "wall-text-called-320")
    amira.get_by_role("button", name="Chair 3 is yours").tap()
    amira.get_by_role("button", name="I’m walking up").tap()
    amira.get_by_role("button", name="I’m on the chair").tap()
    expect(wall(amira)).to_contain_text("chair 3, Amira")
    back(amira)

    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    expect(noor.get_by_role("heading", name="This session has ended.")).to_be_visible()
    ended = wall(noor)
    expect(ended).to_contain_text("Topics talked about")
    expect(ended).to_contain_text("Who gets to say no?")
    look(noor, "wall-text-ended-320")
