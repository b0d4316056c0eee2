"""Notes: taken by keyboard alone while the others talk, put right, and read in the summary."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look, shoot
from tests.browser.theatre import Theatre, hold, seat_starters, start
from tests.support.server import Server

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
    expect(console.locator(".notice")).to_contain_text("That is not a web address.")
    field = line(console).get_by_role("textbox", name="What is worth passing on?")
    expect(field).to_have_value(RESOURCE)
    console.keyboard.press("Escape")
    expect(line(console)).to_have_count(0)

    console.keyboard.press("u")
    expect(rail).not_to_contain_text("Write the leaving guide")
    console.keyboard.press("Shift+U")
    expect(rail).to_contain_text("3 notes")

    console.keyboard.press("Shift+N")
    console.keyboard.press("Enter")  # the same kind again
    expect(field).to_be_focused()
    console.keyboard.press("Tab")
    console.keyboard.press("Control+A")
    console.keyboard.type("example.org/goodbyes")
    console.keyboard.press("Enter")
    expect(rail).to_contain_text("4 notes")
    console.keyboard.press("Escape")

    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    summary = console.get_by_role("region", name="The summary")
    expect(summary.get_by_role("heading", name="We said we would")).to_be_visible()
    for words in (INSIGHT, DECISION, "Lindiwe: Write the leaving guide", RESOURCE):
        expect(summary).to_contain_text(words)
    look(console, "notes-closed")

    console.keyboard.press("Shift+N")
    take(console, "q", "Who thanks the people who stop?")
    expect(summary.get_by_role("heading", name="Open questions")).to_be_visible()
    console.goto(console.url.replace("/console", "/summary"))
    console.get_by_role("heading", name="We said we would").scroll_into_view_if_needed()
    look(console, "summary-notes")


@pytest.mark.long
def test_notes_are_put_right_under_their_topic(theatre: Theatre):
    console = theatre.console(**SMALL)
    theatre.phone("Amira")
    seat_starters(console, "Tomasz", "Lindiwe")
    start(console)
    console.keyboard.press("Shift+N")
    take(console, "i", "Before there was a topic")
    console.keyboard.press("Escape")
    begin(console, TOPIC)
    console.keyboard.press("Shift+N")
    for letter, words in (("u", "Whether we pay for it"), ("q", "Who thanks them?")):
        take(console, letter, words)
    console.keyboard.press("a")
    console.keyboard.type("Ask the people who left")
    console.keyboard.press("Tab")
    console.keyboard.type("amira")
    look(console, "note-line-1024")
    console.keyboard.press("Enter")
    console.keyboard.press("Escape")

    rail = console.locator(".topic.is-current")
    expect(rail).to_contain_text("Amira")
    expect(console.get_by_role("region", name="Notes without a topic")).to_contain_text("Before")
    more = rail.get_by_role("button", name="3 notes")
    more.focus()
    console.keyboard.press("Enter")
    look(console, "notes-unfolded-1024")
    edit = rail.get_by_role("button", name="Edit: Who thanks them?")
    edit.focus()
    console.keyboard.press("Enter")
    words = rail.get_by_role("textbox", name="Words")
    expect(words).to_be_focused()
    console.keyboard.press("Control+A")
    console.keyboard.type("Who thanks the people who stop?")
    look(console, "note-edit-1024")
    console.keyboard.press("Enter")
    expect(
        rail.get_by_role("button", name=re.compile("Edit: Who thanks the people"))
    ).to_be_focused()
    rail.get_by_role("button", name="Remove: Whether we pay for it").focus()
    console.keyboard.press("Enter")
    expect(rail).not_to_contain_text("Whether we pay for it")
    console.keyboard.press("u")
    expect(rail).to_contain_text("Whether we pay for it")

    begin(console, "When does paying people break the gift?")
    shoot(console, "notes-of-two-topics-1024")

    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    console.get_by_role("button", name="4 notes").click()
    late = console.get_by_role("button", name="Edit: Before there was a topic")
    late.scroll_into_view_if_needed()
    late.click()
    console.keyboard.type("Before there was a topic: ")
    look(console, "notes-closed-1024")
    console.keyboard.press("Escape")
    expect(late).to_be_focused()


def test_a_note_taker_writes_while_the_facilitator_runs_the_bowl(
    theatre: Theatre, open_page: OpenPage, server: Server
):
    console = theatre.console()
    seat_starters(console, "Tomasz", "Lindiwe")
    console.locator(".bar-toggle").first.click()
    link = console.get_by_label("Note-taker", exact=True).locator("input").input_value()
    console.keyboard.press("Escape")
    start(console)
    notes = open_page(link.removeprefix(server.url))
    expect(notes.locator(".bar-role")).to_have_text("Note-taker")
    begin(notes, TOPIC)
    notes.keyboard.press("Shift+N")
    take(notes, "i", INSIGHT)
    notes.keyboard.press("d")
    notes.keyboard.type("Keys are named")
    begin(console, "When does paying people break the gift?")
    expect(notes.locator(".topic.is-current")).to_contain_text("paying people")
    notes.keyboard.press("Enter")
    old = console.locator(".topic", has_text=TOPIC)
    expect(old.get_by_role("button", name="2 notes")).to_be_visible()
    expect(console.locator(".just-now")).to_contain_text("Decided: Keys are named")
    expect(console.locator(".just-now")).to_contain_text("Note-taker")
    look(notes, "note-taker-notes")
    notes.keyboard.press("Escape")
    notes.keyboard.press("u")
    expect(old.get_by_role("button", name="1 note")).to_be_visible()
