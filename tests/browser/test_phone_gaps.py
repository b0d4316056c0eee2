"""What a phone can take back, and what it can always reach: long words on a small screen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.theatre import QUESTION, SMALL_PHONE, Theatre, seat_starters, start
from tests.support.server import Server

LONG = "Maximiliane-Charlotte von Hohenstein-Waldenburg"
WORDS = "What would you stop doing tomorrow if nobody minded?"


def asks(phone: Page) -> None:
    """Ask for a chair."""
    phone.get_by_role("button", name="I want to speak").tap()
    expect(phone.get_by_role("button", name="Lower my hand")).to_be_visible()


def is_in_view(page: Page, name: str) -> bool:
    """Whether all of a button can be seen and touched without scrolling."""
    box = page.get_by_role("button", name=name).bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


@pytest.mark.parametrize("told", ["plainly", "with a group and a topic"])
def test_the_hand_can_be_lowered_without_scrolling(theatre: Theatre, told: str, server: Server):
    if told != "plainly":
        theatre.code = server.create_session(
            question=QUESTION, event="Stewardship Day", format="two-groups"
        )
    console = theatre.console()
    first, phone = theatre.phone("Amira"), theatre.phone("Maximiliane", **SMALL_PHONE)
    seat_starters(console, LONG)
    start(console)
    if told != "plainly":
        console.keyboard.press("KeyP")
        console.keyboard.press("KeyT")
        console.keyboard.type("When does paying people break the gift of their time?")
        console.keyboard.press("Enter")
        phone.get_by_role("button", name="About you").tap()
        phone.get_by_label("Your group").fill("Krankenpflegerinnen")
        phone.get_by_role("button", name="Set", exact=True).tap()
        phone.get_by_role("button", name="Back to the session").tap()
    console.keyboard.press("Digit1")
    asks(first)
    asks(phone)
    phone.get_by_role("button", name="Say it in a few words").tap()
    phone.get_by_label("In a few words").fill(f"{WORDS} {WORDS} Donaudampfschifffahrtsgesellschaft")
    phone.get_by_role("button", name="Save").tap()
    expect(phone.get_by_text("Donaudampfschifffahrtsgesellschaft")).to_be_attached()
    phone.evaluate("scrollTo(0, 0)")
    assert is_in_view(phone, "Lower my hand")
    look(phone, f"phone-waiting-320-{told.split()[-1]}")
    phone.get_by_role("button", name="Slow down").scroll_into_view_if_needed()
    assert is_in_view(phone, "Lower my hand")
    look(phone, f"phone-waiting-320-{told.split()[-1]}-below")
    phone.get_by_role("button", name="Lower my hand").tap()
    expect(phone.get_by_role("button", name="I want to speak")).to_be_visible()


def test_a_question_is_taken_back_and_vanishes_everywhere(theatre: Theatre):
    console = theatre.console()
    amira, kofi = theatre.phone("Amira", **SMALL_PHONE), theatre.phone("Kofi")
    seat_starters(console, "Lindiwe")
    start(console)
    for phone in (amira, kofi):
        phone.get_by_role("button", name="Questions").tap()
    for words in (WORDS, "Is lunch vegetarian?"):
        amira.get_by_role("button", name="Ask the bowl").tap()
        amira.get_by_label("Your question to the bowl").fill(words)
        amira.get_by_role("button", name="Ask it").tap()
        expect(amira.get_by_role("listitem").filter(has_text=words)).to_be_visible()
    console.get_by_role("listitem").filter(has_text=WORDS).first.get_by_role(
        "button", name="Put it up"
    ).click()
    kofi.get_by_role("button", name=re.compile("I would like to hear that too")).tap()
    expect(amira.get_by_text("2 voices")).to_be_visible()
    look(amira, "phone-own-questions-320")
    for words in (WORDS, "Is lunch vegetarian?"):
        amira.get_by_role("button", name=f"Withdraw: {words}").tap()
        expect(amira.get_by_role("button", name=f"Withdraw: {words}")).to_be_hidden()
    expect(console.get_by_role("listitem").filter(has_text=WORDS)).to_have_count(0)
    expect(console.get_by_text("A question was withdrawn").first).to_be_visible()
    expect(kofi.get_by_text(WORDS)).to_be_hidden()
    expect(amira.get_by_text("Your question is withdrawn.").first).to_be_visible()


def test_a_written_point_is_taken_back_before_and_after_the_end(theatre: Theatre):
    console = theatre.console()
    jonas = theatre.phone("Jonas", **SMALL_PHONE)
    seat_starters(console, "Lindiwe")
    start(console)
    console.keyboard.press("KeyY")
    panel = console.get_by_role("complementary", name="Run of show")
    panel.get_by_role("button", name="Close the queue now").click()
    for words in ("Pay the newcomers first.", "Publish every salary."):
        jonas.get_by_label("Write your point").fill(words)
        jonas.get_by_role("button", name=re.compile("^(Send|Write another)$")).last.tap()
        expect(jonas.get_by_role("listitem").filter(has_text=words)).to_be_visible()
    look(jonas, "phone-own-points-320")
    jonas.get_by_role("button", name="Withdraw: Pay the newcomers first.").tap()
    expect(jonas.get_by_text("Pay the newcomers first.")).to_be_hidden()
    expect(panel.get_by_text("One written point.")).to_be_visible()
    console.keyboard.press("Escape")
    console.keyboard.down("KeyC")
    expect(jonas.get_by_role("heading", name="This session has ended.")).to_be_visible()
    console.keyboard.up("KeyC")
    look(jonas, "phone-ended-points-320")
    jonas.get_by_role("button", name="Withdraw: Publish every salary.").tap()
    expect(jonas.get_by_text("Publish every salary.")).to_be_hidden()


def test_everything_held_is_shown_in_words(theatre: Theatre):
    console = theatre.console()
    amira = theatre.phone("Amira", **SMALL_PHONE)
    start(console)
    amira.get_by_role("button", name="Questions").tap()
    amira.get_by_role("button", name="Ask the bowl").tap()
    amira.get_by_label("Your question to the bowl").fill(WORDS)
    amira.get_by_role("button", name="Ask it").tap()
    expect(amira.get_by_role("listitem").filter(has_text=WORDS)).to_be_visible()
    amira.get_by_role("button", name="About you").tap()
    amira.get_by_role("button", name="Show it").tap()
    amira.get_by_text("2 lines of the log are about you.").tap()
    held = amira.locator(".personal-data")
    expect(held.get_by_text("You came in").last).to_be_visible()
    expect(held.get_by_text(WORDS)).to_have_count(2)
    look(amira, "phone-held-320")
