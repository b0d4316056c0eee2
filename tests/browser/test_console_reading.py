"""The console without eyes, without a pointer, without colours: what it reads as."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser import rooms
from tests.browser.looking import look, shoot
from tests.browser.theatre import Theatre
from tests.support.server import Server

HEADING_LEVELS = """() => [...document.querySelectorAll("h1, h2, h3, h4")]
  .filter(one => one.checkVisibility()).map(one => Number(one.tagName[1]))"""

PLACE_OF_FOCUS = """document.activeElement
  .closest(".bar, .run-of-show, .rail-topics, .stage, .rail-queue")?.className ?? `out`"""


@pytest.fixture
def console(theatre: Theatre, server: Server) -> Page:
    """Four sit, one of them speaks, three wait, the clock runs."""
    with rooms.hand(server, theatre.code) as hand:
        rooms.seat(hand)
        rooms.queue(hand, 3, ("Amira", "Jonas", "Saoirse"))
        hand.at(hand.done("start_session"))
        hand.done("give_floor", turn=hand.slices["bowl"]["chairs"][3]["turn"])
    return theatre.console()


def test_the_bowl_reads_as_chairs_and_the_rails_as_lists(console: Page):
    bowl = console.get_by_role("list", name="The bowl")
    expect(bowl.get_by_role("listitem")).to_have_count(5)
    speaks = bowl.get_by_role(
        "button", name=re.compile(r"^chair 4, Mei-Lin, is speaking, \d+:\d\d$")
    )
    expect(speaks).to_have_attribute("aria-pressed", "false")
    expect(bowl.get_by_role("button", name="chair 5 is open")).to_be_visible()
    waiting = console.get_by_role("group", name="Everybody who waits").get_by_role("list").first
    expect(waiting.locator("> li")).to_have_count(3)
    for role, name in (
        ("banner", None),
        ("main", None),
        ("region", "Run of show"),
        ("region", "Next"),
        ("region", "Just now"),
        ("complementary", "Topics"),
        ("complementary", "Queue"),
    ):
        place = console.get_by_role(role, name=name) if name else console.get_by_role(role)  # type: ignore[arg-type]
        expect(place).to_have_count(1)


def test_headings_go_down_step_by_step_in_every_panel(console: Page):
    for key in ("", "KeyI", "KeyJ", "KeyB", "KeyO", "KeyY", "KeyZ", "Shift+KeyO", "Shift+Slash"):
        if key:
            console.keyboard.press(key)
            expect(console.locator(".panel")).to_be_visible()
        levels = console.evaluate(HEADING_LEVELS)
        assert levels[0] == 1
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps) <= 1, (key, levels)
        assert levels.count(1) == 1
        console.keyboard.press("Escape")
        if console.locator(".panel").count():  # the first Escape left the field
            console.keyboard.press("Escape")
        expect(console.locator(".panel")).to_have_count(0)


def test_what_happens_is_said_once_in_one_place(console: Page, theatre: Theatre):
    said = console.get_by_role("status")
    expect(said).to_have_count(1)
    expect(said).to_have_attribute("aria-live", "polite")
    console.keyboard.press("Space")
    expect(said.get_by_text("Amira was called to chair 5")).to_have_count(1)
    expect(said.get_by_text("Space: Amira is seated")).to_have_count(1)
    console.keyboard.press("Digit1")
    expect(said.get_by_text("Lindiwe has the floor")).to_have_count(1)


def test_keys_alone_reach_everything_and_nothing_traps(console: Page):
    reached = []
    console.evaluate("document.activeElement.blur()")
    for _ in range(120):
        console.keyboard.press("Tab")
        name = console.evaluate(PLACE_OF_FOCUS)
        if name == "out":
            break
        if not reached or reached[-1] != name:
            reached.append(name)
    assert name == "out", "the focus never leaves the page"
    assert reached == ["bar", "run-of-show", "rail rail-topics", "stage", "rail rail-queue"]
    console.keyboard.press("KeyI")
    field = console.get_by_label("Find somebody by name")
    expect(field).to_be_focused()
    console.keyboard.type("1 b?")
    expect(field).to_have_value("1 b?")
    expect(console.get_by_role("complementary", name="In the room")).to_be_visible()
    console.keyboard.press("Escape")
    console.keyboard.press("Escape")
    expect(console.locator(".panel")).to_have_count(0)


def test_one_panel_is_open_at_a_time_and_moves_nothing(console: Page):
    where = "one => { const {x, y, width} = one.getBoundingClientRect(); return [x, y, width] }"
    pool = console.locator(".pool")
    before = pool.evaluate(where)
    for key in ("KeyI", "KeyJ", "KeyB", "KeyO", "KeyY", "KeyZ", "Shift+KeyO", "Shift+Slash"):
        console.evaluate("document.activeElement.blur()")
        console.keyboard.press(key)
        expect(console.locator(".panel")).to_have_count(1)
        expect(console.locator(".panel .icon-button").first).to_be_visible()
        assert pool.evaluate(where) == before, key


def test_a_clicker_calls_and_shows_the_qr(console: Page):
    console.keyboard.press("PageDown")
    expect(console.locator(".next-button")).to_contain_text("Amira is seated")
    console.keyboard.press("PageUp")
    expect(console.get_by_role("button", name="Bowl on the wall")).to_be_visible()
    console.keyboard.press("PageUp")
    expect(console.get_by_role("button", name="QR on the wall")).to_be_visible()


def test_a_key_is_found_by_what_it_does(console: Page):
    console.keyboard.press("Shift+Slash")
    panel = console.get_by_role("complementary", name="All keys")
    panel.get_by_label("Find a key by what it does").fill("bell")
    expect(panel.get_by_role("term")).to_have_text(["⇧ B"])
    look(console, "console-keys-found")
    panel.get_by_label("Find a key by what it does").fill("coffee")
    expect(panel.get_by_text("No key does that.")).to_be_visible()


def test_without_colours_and_without_motion_every_state_is_still_there(console: Page):
    console.emulate_media(forced_colors="active", reduced_motion="reduce")
    console.keyboard.press("Shift+Digit2")
    look(console, "console-forced-colours")
    edge = "one => getComputedStyle(one, '::before').border"
    edges = {
        state: console.locator(f".chair-{state}").first.evaluate(edge)
        for state in ("speaking", "open", "seated")
    }
    assert len(set(edges.values())) == len(edges), edges
    assert console.evaluate("document.getAnimations().length") == 0
    console.set_viewport_size({"width": 390, "height": 844})
    shoot(console, "remote-forced-colours")
