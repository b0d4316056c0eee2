"""Nothing that nobody has looked at goes out: it is looked at, passed as a lot, or stays out."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import SMALL_LAPTOP, check, look, look_at_both
from tests.browser.theatre import PHONE, Theatre, hold, tap_space, told
from tests.support.face import Face
from tests.support.server import Server

INSULT = "Tomasz should not talk at all."
SAME = ("Ask newcomers early.", "Ask people who are new early on!")
POINT = "Close the mailing list."


@pytest.fixture
def closed(theatre: Theatre, server: Server) -> Theatre:
    """A session that is over; three takeaways and a point were written and not reviewed."""
    theatre.code = server.create_session(question="Who stays?", event="Day", format="open")
    hand = Face(server, theatre.code, "console").connect()
    phones = [Face(server, theatre.code, "phone").connect() for _ in range(3)]
    for phone, name in zip(phones, ("Amira", "Kofi", "Noor"), strict=True):
        phone.done("join_session", name=name)
    hand.done("start_session")
    hand.done("begin_phase", index=1, seen=0)
    phones[2].done("leave_point", words=POINT)
    for phone, words in zip(phones, (*SAME, INSULT), strict=True):
        phone.done("keep_takeaway", kind="take", words=words, shared=True)
    hand.done("close_session")
    for face in (*phones, hand):
        face.leave()
    return theatre


def published(page: Page) -> str:
    """The path of the summary that phones show."""
    link: str = page.locator(".closed-published input").input_value()
    return link[link.index("/s/") :]


def test_a_tap_of_space_after_closing_publishes_nothing(closed: Theatre, open_page: OpenPage):
    console = closed.console()
    unseen = "3 takeaways, 1 written point not reviewed"
    expect(console.get_by_text(unseen)).to_be_visible()
    tap_space(console, until=console.get_by_text("Keep holding: it takes a second.").first)
    expect(console.get_by_role("heading", name="The summary is ready")).to_be_visible()
    look_at_both(console, "console-before-publishing")

    hold(console, "Space", console.get_by_role("heading", name="The summary is published"))
    reader = open_page(published(console))
    expect(reader.get_by_role("heading", name="Who stays?")).to_be_visible()
    for words in (*SAME, INSULT, POINT):
        assert words not in reader.content()


def test_what_people_wrote_is_looked_at_by_keys(closed: Theatre, open_page: OpenPage):
    console = closed.console()
    console.keyboard.press("Shift+L")
    picked = console.locator(".suggestion.is-picked")
    expect(picked).to_contain_text(SAME[0])
    look_at_both(console, "console-looking")
    console.keyboard.press("Enter")
    expect(picked).to_contain_text(SAME[1])
    console.keyboard.press("ArrowDown")
    expect(picked).to_contain_text(INSULT)
    console.keyboard.press("Backspace")
    expect(told(console, f"Left out: {INSULT}")).to_be_visible()
    console.keyboard.press("Escape")
    console.get_by_role("button", name="Include all 2").click()
    expect(told(console, "Added to the summary: 2 texts")).to_be_visible()
    expect(console.get_by_text("not reviewed")).to_have_count(0)
    hold(console, "Space", console.get_by_role("heading", name="The summary is published"))
    reader = open_page(published(console))
    for words in (*SAME, POINT):
        expect(reader.get_by_text(words)).to_be_visible()
    assert INSULT not in reader.content()


def press(page: Page, name: str) -> None:
    """Press a button by keyboard alone."""
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    page.keyboard.press("Enter")


def test_the_editor_leaves_out_puts_otherwise_and_tells_together(
    closed: Theatre, open_page: OpenPage
):
    page = closed.console()
    page.goto(f"/{closed.code}/summary")
    expect(page.get_by_text("4 texts are missing")).to_be_visible()
    page.get_by_role("link", name="Review").click()
    expect(page.get_by_text("Not in the summary: not reviewed yet").first).to_be_visible()
    look(page, "editor-unseen")
    press(page, f"Leave out: {INSULT}")
    expect(page.get_by_role("button", name=f"Put back: {INSULT}")).to_be_visible()
    press(page, f"Edit: {SAME[0]}")
    page.keyboard.press("Control+A")
    page.keyboard.type("Ask newcomers in their first week.")
    look(page, "editor-reword")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Its author wrote:")).to_be_visible()
    press(page, f"Merge with another: {SAME[1]}")
    look(page, "editor-together")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Merged with another")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Merged with another")).to_have_count(0)
    press(page, f"Merge with another: {SAME[1]}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Merged with another")).to_be_visible()
    page.set_viewport_size(SMALL_LAPTOP)  # type: ignore[arg-type]
    check(page)
    page.set_viewport_size(PHONE["viewport"])  # type: ignore[arg-type]
    look(page, "editor-takeaways-390")

    button = page.get_by_role("button", name=re.compile("Hold to publish|keep holding"))
    button.click()
    expect(page.get_by_text("Keep holding: it takes a second.").first).to_be_visible()
    expect(button).to_be_visible()
    button.focus()
    hold(page, "Space", page.get_by_text("It is published"))
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"/{closed.code}/console")
    reader = open_page(published(page))
    (line,) = reader.locator(".points-left li").all()
    expect(line).to_contain_text("Ask newcomers in their first week.")
    expect(line).to_contain_text("Amira, Kofi")
    for words in (INSULT, POINT, *SAME):
        assert words not in reader.content()
