"""A session goes on to another question: a step that is told, taken back and kept."""

from playwright.sync_api import expect

from tests.browser import rooms
from tests.browser.looking import look, look_at_both
from tests.browser.test_remote import remote
from tests.browser.theatre import PHONE, QUESTION, Theatre, hold, seat_starters, start, told
from tests.support.server import Server

SECOND = "And what would make the same people come back after three years?"


def test_the_next_question_is_a_step_and_both_stand_in_the_summary(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    amira = theatre.phone("Amira")
    seat_starters(console, "Tomasz", "Lindiwe")
    start(console)

    console.keyboard.press("Shift+T")
    expect(console.get_by_label("The next question")).to_be_focused()
    console.keyboard.type(SECOND)
    look_at_both(console, "console-next-question")
    console.keyboard.press("Enter")
    expect(display.get_by_text(SECOND)).to_be_visible()
    expect(amira.get_by_role("heading", name=SECOND)).to_be_visible()
    expect(amira.get_by_text(f"The next question: {SECOND}").first).to_be_attached()
    expect(told(console, f"Next question: {SECOND}")).to_be_visible()
    look(amira, "phone-next-question")

    console.keyboard.press("KeyU")
    expect(display.get_by_text(QUESTION)).to_be_visible()
    console.keyboard.press("Shift+U")
    expect(display.get_by_text(SECOND)).to_be_visible()

    console.keyboard.press("KeyO")
    expect(console.get_by_text("To ask a different one")).to_be_visible()
    console.get_by_label("The question", exact=True).fill(f"{SECOND} Really?")
    console.get_by_role("button", name="Save", exact=True).click()
    expect(told(console, f"Question reworded: {SECOND} Really?")).to_be_visible()
    console.keyboard.press("Escape")
    console.keyboard.press("Escape")

    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    console.goto(f"/{theatre.code}/summary")
    expect(console.get_by_role("heading", level=1)).to_have_text(QUESTION)
    expect(console.locator(".question-next")).to_contain_text(f"{SECOND} Really?")
    look(console, "summary-two-questions")
    console.set_viewport_size(PHONE["viewport"])  # type: ignore[arg-type]
    look(console, "summary-two-questions-390")


def test_the_remote_asks_the_next_question(theatre: Theatre, server: Server):
    with rooms.hand(server, theatre.code) as hand:
        hand.done("start_session")
    console = remote(theatre, **PHONE)
    console.get_by_role("button", name="More", exact=True).click()
    console.get_by_role("button", name="Next question").click()
    console.get_by_label("The next question").fill(SECOND)
    look(console, "remote-next-question")
    console.get_by_role("button", name="Ask it").click()
    expect(console.get_by_role("heading", name=SECOND)).to_be_visible()
