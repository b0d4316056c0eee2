"""A session played back on the wall's own stage; by keyboard, on a laptop and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.theatre import (
    PHONE,
    QUESTION,
    Theatre,
    hold,
    press_next,
    seat_starters,
    start,
    tap_space,
)

LAPTOP = {"viewport": {"width": 1366, "height": 768}}
TOPIC = "Who gets to say no?"


def topic(console: Page, title: str) -> None:
    console.keyboard.press("t")
    console.keyboard.type(title)
    console.keyboard.press("Enter")
    expect(console.locator(".topic.is-current")).to_contain_text(title)


def a_talk(theatre: Theatre) -> Page:
    """Two sit, Amira joins them, a topic is on, a note is taken, and it ends."""
    console = theatre.console()
    amira = theatre.phone("Amira")
    seat_starters(console, "Tomasz", "Lindiwe")
    start(console)
    topic(console, TOPIC)
    amira.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Amira")
    press_next(console, "Amira is seated")
    console.keyboard.press("Shift+N")
    console.keyboard.press("i")
    console.keyboard.type("A clear no keeps people.")
    console.keyboard.press("Enter")
    console.keyboard.press("Escape")
    expect(console.locator(".topic.is-current")).to_contain_text("1 note")
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    return console


@pytest.mark.long
def test_a_session_is_played_back_by_keyboard(theatre: Theatre, open_page: OpenPage):
    console = a_talk(theatre)
    with console.context.expect_page() as opened:
        console.get_by_role("link", name="Replay").click()
    page = opened.value
    page.set_viewport_size(LAPTOP["viewport"])
    stage = page.locator(".replay-stage")
    side = page.get_by_role("complementary", name="Beside the stage")
    slider = page.get_by_role("slider", name="Where in the session")
    expect(stage.get_by_text(QUESTION)).to_be_visible()
    expect(side.get_by_text("Tomasz")).to_be_visible()
    expect(stage.get_by_text("Amira")).to_have_count(0)
    expect(side.get_by_text("None yet.")).to_be_visible()
    expect(page.locator(".replay-track .replay-mark-topic")).to_have_count(1)
    expect(page.locator(".replay-track .replay-mark-note")).to_have_count(1)
    look(page, "replay-begin")

    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(side.get_by_text("A clear no keeps people.")).to_be_visible()
    expect(stage.get_by_text("Thank you.")).to_be_visible()
    expect(page.get_by_role("button", name="Play")).to_be_visible()  # it stands at the end
    look(page, "replay-end")

    length_ms = int(slider.get_attribute("max") or 0)
    slider.fill(str((length_ms - 300) // 100 * 100))  # closing takes a second of holding
    expect(side).to_contain_text("Amira")
    expect(stage.get_by_text("Amira", exact=True)).to_be_visible()
    look(page, "replay-middle")
    page.keyboard.press("Home")
    expect(slider).to_have_value("0")
    expect(side.get_by_text("None yet.")).to_be_visible()
    side.get_by_role("button", name=re.compile(TOPIC[:-1])).click()
    expect(stage.get_by_text(TOPIC)).to_be_visible()
    expect(stage.locator(".current-topic")).to_be_visible()
    look(page, "replay-topic")
    page.keyboard.press("End")
    expect(stage.get_by_text("Thank you.")).to_be_visible()
    page.get_by_role("combobox", name="Speed").select_option("60")
    page.get_by_role("button", name="Play").focus()
    page.keyboard.press("Space")  # from the beginning again, at sixty times
    expect(stage.get_by_text("Thank you.")).to_be_visible()


def test_a_reader_comes_from_a_topic_to_its_moment(theatre: Theatre, open_page: OpenPage):
    console = a_talk(theatre)
    published = console.get_by_role("heading", name="The summary is published")
    tap_space(console, until=console.get_by_text("Keep holding: it takes a second.").first)
    hold(console, "Space", published)
    link = console.locator(".closed-published input").input_value()
    reader = open_page(link[link.index("/s/") :], **PHONE)
    reader.get_by_role("link", name=f"See it again: {TOPIC}").click()
    expect(reader).to_have_url(re.compile(r"/s/.+/replay\?at=\d+$"))
    expect(reader.locator(".replay-stage .current-topic")).to_contain_text(TOPIC)
    look(reader, "replay-phone")
    reader.get_by_role("link", name="To the summary").click()
    expect(reader.get_by_role("heading", name="What we talked about")).to_be_visible()
