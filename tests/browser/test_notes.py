"""Notes: taken by keyboard alone while the others talk, put right, and read in the summary."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import look
from tests.browser.theatre import Theatre, seat_starters, start

SMALL = {"viewport": {"width": 1024, "height": 768}}
TOPIC = "Who gets to say no?"
INSIGHT = "A clear no keeps people. A slow maybe loses them."
DECISION = "Whoever holds a key says so in the room."
ACTION = "Write the leaving guide before the joining guide"
RESOURCE = "How another group says goodbye"


def line(console: Page) -> Locator:
    return console.get_by_role("form", name="A note")


def begin(console: Page, title: str) -> None:
    console.keyboard.press("t")
    console.keyboard.type(title)
    console.keyboard.press("Enter")
    expect(console.locator(".topic.is-current")).to_contain_text(title)


def take(console: Page, letter: str, words: str) -> None:
    """A letter, the words, Enter: the line is ready for the next."""
    console.keyboard.press(letter)
    console.keyboard.type(words)
    console.keyboard.press("Enter")
    expect(line(console).get_by_role("textbox").first).to_have_value("")


def test_four_notes_by_keyboard_alone_stand_in_the_summary(theatre: Theatre):
    console = theatre.console()
    seat_starters(console, "Tomasz", "Lindiwe", "Mei-Lin")
    start(console)
    begin(console, TOPIC)

    console.keyboard.press("Shift+N")
    expect(line(console).get_by_role("radio", name="Insight")).to_be_focused()
    look(console, "note-line")
    take(console, "i", INSIGHT)
    take(console, "d", DECISION)

    console.keyboard.press("a")
    console.keyboard.type(ACTION)
    console.keyboard.press("Tab")
    console.keyboard.type("Lindiwe")
    console.keyboard.press("Tab")
    console.keyboard.type("12012026")
    look(console, "note-line-action")
    console.keyboard.press("Enter")
    rail = console.locator(".topic.is-current")
    expect(rail).to_contain_text("Lindiwe, by Dec 1, 2026")

    console.keyboard.press("r")
    console.keyboard.type(RESOURCE)
    console.keyboard.press("Tab")
    console.keyboard.type("javascript:alert(1)")
    console.keyboard.press("Enter")
    expect(console.locator(".notice")).to_contain_text("That is no address on the web.")
