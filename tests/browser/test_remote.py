"""The console on a phone: a remote in one hand, beside the laptop on the stage."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import rooms
from tests.browser.looking import look
from tests.browser.theatre import DEAF_MS, PHONE, SMALL_PHONE, Theatre
from tests.support.server import Server

LYING = {**PHONE, "viewport": {"width": 844, "height": 390}}
ZOOMED = {"viewport": {"width": 720, "height": 450}}
"""A laptop of 1440 by 900 at 200 %."""
THUMB_PX = 44

SMALL_TARGETS = """least => [...document.querySelectorAll(
    "button, a[href], input:not([type=checkbox], [type=radio]), select")]
  .map(one => [one.textContent.trim() || one.ariaLabel, one.getBoundingClientRect()])
  .filter(([, {width, height}]) => width > 2 && (width < least || height < least))
  .map(([name, {width, height}]) => `${name}: ${Math.round(width)} x ${Math.round(height)}`)"""


@pytest.fixture
def running(theatre: Theatre, server: Server) -> Theatre:
    """Four sit, three wait, the clock runs."""
    with rooms.hand(server, theatre.code) as hand:
        rooms.seat(hand)
        rooms.queue(hand, 3, ("Amira", "Jonas", "Saoirse"))
        hand.at(hand.done("start_session"))
    return theatre


def remote(theatre: Theatre, **options: object) -> Page:
    """Open the console on a phone, as its owner."""
    page = theatre.sign_in(**options)
    page.goto(f"/{theatre.code}/console")
    expect(page.get_by_role("button", name="More", exact=True)).to_be_visible()
    return page


def do_next(page: Page) -> Locator:
    """The big button."""
    return page.locator(".next-button")


def more(page: Page, line: str) -> None:
    """Open what the remote does not have at hand."""
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("group", name="More").get_by_role("button", name=line).click()


@pytest.mark.parametrize(
    ("name", "screen"),
    [
        ("320", SMALL_PHONE),
        ("zoomed", ZOOMED),
        pytest.param("390", PHONE, marks=pytest.mark.long),
        pytest.param("lying", LYING, marks=pytest.mark.long),
    ],
)
def test_everything_at_hand_is_as_large_as_a_thumb(
    running: Theatre, name: str, screen: dict[str, object]
):
    page = remote(running, **screen)
    expect(do_next(page)).to_have_text(re.compile("Call Amira to chair 5"))
    expect(do_next(page)).to_be_in_viewport(ratio=1)
    assert page.evaluate(SMALL_TARGETS, THUMB_PX) == []
    look(page, f"remote-{name}")
    page.get_by_role("button", name=re.compile("chair 2, Tomasz")).click()
    expect(page.get_by_role("group", name="Chair 2, Tomasz")).to_be_visible()
    assert page.evaluate(SMALL_TARGETS, THUMB_PX) == []
    look(page, f"remote-picked-{name}")
    page.get_by_role("button", name="More", exact=True).click()
    expect(page.get_by_role("complementary", name="More")).to_be_visible()
    assert page.evaluate(SMALL_TARGETS, THUMB_PX) == []
    look(page, f"remote-more-{name}")


def test_one_hand_runs_the_bowl(running: Theatre):
    page, display = remote(running, **PHONE), running.display()
    do_next(page).tap()
    expect(display.get_by_text("Amira").first).to_be_visible()
    expect(do_next(page)).to_have_text(re.compile("Amira is seated"))
    look(page, "remote-called-390")
    page.get_by_role("button", name=re.compile("chair 2, Tomasz")).tap()
    bar = page.get_by_role("group", name="Chair 2, Tomasz")
    bar.get_by_role("button", name="Speaking").tap()
    expect(
        page.get_by_role("button", name=re.compile("chair 2, Tomasz, is speaking"))
    ).to_be_visible()
    bar.get_by_role("button", name="Free").tap()
    expect(page.get_by_role("button", name="chair 2 is open")).to_be_visible()
    hand = page.get_by_role("region", name="Quick actions")
    hand.get_by_role("button", name="Undo").tap()
    expect(page.get_by_role("button", name=re.compile("chair 2, Tomasz"))).to_be_visible()
    hand.get_by_role("button", name="Pause").tap()
    expect(hand.get_by_role("button", name="Resume")).to_be_visible()
    look(page, "remote-paused-390")
    hand.get_by_role("button", name="Resume").tap()
    hand.get_by_role("button", name="Topic").tap()
    page.get_by_label("What is it about now?").fill("Who gets to say no?")
    page.get_by_role("button", name="Begin").tap()
    expect(display.get_by_text("Who gets to say no?")).to_be_visible()
    hand.get_by_role("button", name="Note").tap()
    expect(page.get_by_role("form", name="A note")).to_be_visible()
    look(page, "remote-note-390")


def test_what_is_rarer_is_behind_more(running: Theatre):
    page = remote(running, **SMALL_PHONE)
    for line, title in (
        ("Queue", "Queue"),
        ("Topics, questions and notes", "Topics"),
        ("Who is in the room", "In the room"),
        ("How people get in", "Getting in"),
        ("Run of show", "Run of show"),
        ("Rules of the bowl", "Rules of the bowl"),
        ("Who is called next?", "Who is called next?"),
        ("Timeline", "Timeline"),
        ("Settings", "Settings"),
        ("All keys", "All keys"),
    ):
        more(page, line)
        panel = page.get_by_role("complementary", name=title)
        expect(panel).to_be_visible()
        look(page, f"remote-320-{title.lower().replace(' ', '-').replace('?', '')}")
        panel.get_by_role("button", name=f"Close: {title}").tap()
        expect(do_next(page)).to_be_visible()


def test_two_consoles_pressed_together_call_one_person(running: Theatre):
    """The thumb that comes just after the other has pressed does not press what comes next."""
    laptop, phone = running.console(), remote(running, **PHONE)
    expect(do_next(phone)).to_have_text(re.compile("Call Amira"))
    phone.clock.install()  # no moment passes on the phone while the laptop presses
    phone.clock.pause_at(phone.evaluate("Date.now()") + 2 * DEAF_MS)
    laptop.keyboard.press("Space")
    expect(do_next(phone)).to_have_text(re.compile("Amira is seated"))
    do_next(phone).tap()
    for page in (laptop, phone):
        expect(do_next(page)).to_have_text(re.compile("Amira is seated"))
    expect(laptop.locator(".calls li")).to_have_count(1)
    phone.clock.run_for(2 * DEAF_MS)
    phone.clock.resume()
    phone.get_by_role("heading", level=1).tap()  # so that two taps are no double tap
    do_next(phone).tap()
    expect(laptop.get_by_role("button", name=re.compile("chair 5, Amira"))).to_be_visible()
    expect(laptop.locator(".calls li")).to_have_count(0)
    expect(laptop.locator(".request", has_text="Jonas")).to_be_visible()


def test_the_remote_becomes_a_console_where_there_is_room(running: Theatre):
    page = remote(running, **PHONE)
    more(page, "Queue")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.get_by_role("complementary", name="Queue")).to_have_count(1)
    expect(page.get_by_role("complementary", name="Topics")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_role("complementary", name="Queue")).to_be_visible()
    page.keyboard.press("Escape")
    expect(do_next(page)).to_be_visible()
