"""What people take home: the debrief on phones, takeaways on the wall, what stays open."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.theatre import PHONE, SMALL_PHONE, WALL, hold, press_next
from tests.support.server import Server

QUESTION = "What makes people stay in a volunteer project after the first year?"
SECRET = "A way to stop without guilt."
SHARED = "Two people hold every key."
PROMISE = "I write the leaving guide before the joining guide."
SEEN = "Everybody waited for the same two people."
DARK = {**PHONE, "color_scheme": "dark"}
BEAMER = {"viewport": {"width": 1280, "height": 720}}


@pytest.fixture(scope="module")
def server(own_server: Server) -> Server:
    return own_server


def comes_in(open_page: OpenPage, code: str, name: str, **options: object) -> Page:
    phone = open_page(f"/{code}", **{**PHONE, **options})
    phone.get_by_label("Your name").fill(name)
    phone.get_by_role("button", name="Come in").tap()
    expect(phone.get_by_role("navigation", name="Session")).to_be_visible()
    return phone


def until_the_debrief(console: Page) -> None:
    """Begin, and go on part by part until the room looks back."""
    console.locator("body").click()
    hold(console, "Space", console.get_by_role("button", name="Pause"))
    ask = console.locator(".next-button", has_text="Ask: What did you notice?")
    parts = console.get_by_role("region", name="Run of show").get_by_role("listitem")
    for number in range(1, parts.count()):
        console.keyboard.press("p")
        expect(parts.nth(number)).to_have_attribute("aria-current", "step")
    expect(ask).to_be_visible()


def keep(phone: Page, kind: str, words: str, *, shared: bool) -> None:
    phone.get_by_role("radio", name=kind).check()
    phone.get_by_label("Your words").fill(words)
    tick = phone.get_by_role("checkbox")
    if tick.is_checked() != shared:
        tick.tap()
    phone.get_by_role("button", name="Keep it").tap()
    expect(phone.locator(".kept")).to_contain_text(words)


def test_a_room_looks_back_and_takes_something_home(server: Server, open_page: OpenPage):
    code = server.create_session(
        question=QUESTION, event="Stewardship Day", format="user-experience"
    )
    console = open_page(f"/o#{server.owner_key}")
    expect(console.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    console.goto(f"/{code}/console")
    expect(console.get_by_role("button", name="Open the wall")).to_be_visible()
    display = open_page(f"/{code}/display", **WALL)
    amira, jonas = comes_in(open_page, code, "Amira"), comes_in(open_page, code, "Jonas", **DARK)
    until_the_debrief(console)

    press_next(console, "Ask: What did you notice?")
    hint = amira.get_by_role("button", name="What did you notice?")
    hint.tap()
    amira.get_by_label("Your answer").fill(SEEN)
    look(amira, "debrief-phone")
    amira.get_by_role("button", name="Send").tap()
    expect(amira.locator(".kept")).to_contain_text(SEEN)
    expect(display.get_by_text("1 has answered")).to_be_visible()
    expect(display.get_by_text(SEEN)).to_be_hidden()
    console.get_by_role("button", name=f"Put it up: {SEEN}").click()
    expect(display.get_by_text(SEEN)).to_be_visible()
    look(display, "debrief-display")
    look(console, "debrief-console")

    press_next(console, "Ask: So what?")
    expect(amira.get_by_role("heading", name="So what? Why does it matter?")).to_be_visible()
    press_next(console, "Ask: Now what?")
    console.get_by_role("button", name="Now what", exact=True).click()

    expect(amira.get_by_role("heading", name="What do you take with you?")).to_be_visible()
    keep(amira, "I need", SECRET, shared=False)
    keep(amira, "I take", SHARED, shared=True)
    amira.get_by_role("radio", name="I will").check()
    look(amira, "takeaways-phone")
    amira.set_viewport_size(SMALL_PHONE["viewport"])  # type: ignore[arg-type]
    look(amira, "takeaways-phone-320")
    jonas.get_by_role("button", name="Takeaways").tap()
    jonas.get_by_role("radio", name="I will").check()
    jonas.get_by_role("radio", name="In a month").check()
    keep(jonas, "I will", PROMISE, shared=True)
    look(jonas, "takeaways-phone-dark")

    console.get_by_role("button", name="Show all 2").click()
    console.get_by_role("button", name="On the wall", exact=True).click()
    expect(display.get_by_role("heading", name="What we take with us")).to_be_visible()
    expect(display.locator(".takes .is-new")).to_contain_text(PROMISE)
    expect(display.locator(".takes")).to_contain_text(SHARED)
    look(display, "takeaways-display-1080")
    display.set_viewport_size(BEAMER["viewport"])  # type: ignore[arg-type]
    look(display, "takeaways-display-720")
    for page in (console, display, jonas):
        assert SECRET not in page.content()

    hold(console, "c", console.get_by_role("heading", name="The summary is ready"))
    expect(amira.get_by_role("heading", name="This session has ended.")).to_be_visible()
    expect(amira.locator(".kept")).to_contain_text(SECRET)
    look(amira, "takeaways-ended-320")
    look(console, "takeaways-console-closed")
    jonas.get_by_role("button", name=f"Done: {PROMISE}").tap()
    expect(jonas.locator(".kept")).to_contain_text("done")
    look(jonas, "takeaways-ended-dark")

    console.goto(f"/{code}/summary")
    expect(console.get_by_role("heading", name="Debrief")).to_be_visible()
    expect(console.get_by_text(SHARED)).to_be_visible()
    assert SECRET not in console.content()
    look(console, "takeaways-summary")


def test_what_is_open_comes_back_next_time(server: Server, open_page: OpenPage):
    code = server.create_session(question=QUESTION, event="Open Day")
    console = open_page(f"/o#{server.owner_key}")
    expect(console.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    console.goto(f"/{code}/console")
    expect(console.get_by_role("button", name="Open the wall")).to_be_visible()
    console.locator("body").click()
    hold(console, "Space", console.get_by_role("button", name="Pause"))
    console.keyboard.press("Shift+N")
    console.keyboard.press("q")
    console.keyboard.type("Who pays for the boring work?")
    console.keyboard.press("Enter")
    console.keyboard.press("Escape")
    hold(console, "c", console.get_by_role("heading", name="The summary is ready"))

    again = server.create_session(question="And a year later?", event="Open Day")
    console.goto(f"/{again}/console")
    console.get_by_role("button", name="Add as topic: Who pays").click()
    expect(console.locator("ol.topics")).to_contain_text("Who pays for the boring work?")
    look(console, "open-console-lobby")
    console.goto("/open")
    expect(console.get_by_role("heading", name="Open Day")).to_be_visible()
    look(console, "open-items")
    console.get_by_label(re.compile("How it went")).fill("The board does.")
    console.get_by_role("button", name="Close: Who pays").click()
    expect(console.get_by_text("The board does.")).to_be_attached()
    expect(console.get_by_role("button", name="Close: Who pays")).to_be_hidden()
    look(console, "open-items-closed")
