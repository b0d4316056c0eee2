"""The console always shows what the wall shows, small and in words; the wall's own signs."""

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser import rooms
from tests.browser.conftest import Wall
from tests.browser.looking import look, look_at_both, settle
from tests.browser.theatre import Theatre, press_next, seat_starters, start
from tests.support.face import Face
from tests.support.long import cases
from tests.support.server import Server

RESULT_S = 15
TOPICS = ("Who gets to say no?", "When does paying people break the gift?", "What do we owe?")

OFF_THE_BOWL = """() => {
  const picture = document.querySelector(".pool-frame .wall-picture");
  const parts = [...picture.querySelectorAll("iframe, p, button")]
    .map((part) => part.getBoundingClientRect()).filter((box) => box.width > 1);
  const chairs = [...document.querySelectorAll(".pool .chair")].map((chair) =>
    chair.getBoundingClientRect());
  return parts.every((box) => chairs.every((chair) => {
    const [x, y] = [chair.left + chair.width / 2, chair.top + chair.height / 2];
    const [near, level] = [Math.max(box.left, Math.min(x, box.right)),
      Math.max(box.top, Math.min(y, box.bottom))];
    return Math.hypot(near - x, level - y) > chair.width / 2;
  }));
}"""
"""Whether no part of the picture lies over a chair."""


def picture(console: Page) -> FrameLocator:
    """The small wall."""
    return console.frame_locator("iframe[title='Small picture of the wall']")


def says(console: Page, words: str, timeout_s: float = 5) -> None:
    """What the console says beside the picture."""
    expect(console.locator(".wall-picture b")).to_have_text(words, timeout=timeout_s * 1000)


def test_the_picture_follows_the_wall_and_says_what_it_shows(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    says(console, "the join page")
    expect(picture(console).locator(".wall-lobby")).to_be_visible()
    seat_starters(console, "Lindiwe")
    start(console)
    says(console, "the bowl")
    expect(picture(console).locator(".chair-name", has_text="Lindiwe")).to_be_visible()
    console.keyboard.press("KeyQ")
    says(console, "the QR")
    expect(picture(console).locator(".wall-join")).to_be_visible()
    console.keyboard.press("KeyQ")
    console.keyboard.press("Shift+KeyQ")
    says(console, "the bowl, frozen")
    console.keyboard.press("KeyA")
    console.keyboard.type("Amira")
    console.keyboard.press("Enter")
    expect(console.get_by_role("button", name="Amira").first).to_be_visible()
    for wall in (picture(console), display):
        expect(wall.locator(".chair-name", has_text="Amira")).to_have_count(0)
    look_at_both(console, "console-wall-picture-frozen")
    console.keyboard.press("Period")
    says(console, "nothing")
    expect(picture(console).locator(".wall-blank")).to_be_visible()
    console.keyboard.press("Period")
    says(console, "the bowl")
    expect(picture(console).locator(".chair-name", has_text="Amira")).to_be_visible()


def test_a_result_makes_room_for_the_bowl_with_a_call_unless_it_is_kept(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    with rooms.hand(theatre.server, theatre.code) as hand:
        for title in TOPICS:
            hand.done("add_topic", title=title)
        rooms.queue(hand, 2, ("Amira", "Jonas"))
        hand.at(hand.done("start_session"))
    expect(console.get_by_role("button", name="Pause")).to_be_visible()  # keys wait for the start
    console.keyboard.press("KeyV")
    says(console, "the vote")
    console.keyboard.press("KeyV")
    says(console, "the result of the vote")
    look_at_both(console, "console-wall-picture-result")
    keep = console.get_by_role("button", name="Keep the result")
    keep.click()
    expect(keep).to_have_attribute("aria-pressed", "true")
    press_next(console, "Call Amira")
    expect(display.get_by_role("heading", name="This is what the room chose")).to_be_visible()
    keep.click()
    says(console, "the bowl", timeout_s=2 * RESULT_S)  # after the rest of its time
    expect(display.locator(".wall-stage")).to_be_visible()


@pytest.mark.parametrize("chairs", cases([5, 7, 8], short=[8]))
def test_the_picture_lies_beside_the_bowl_on_every_laptop(
    theatre: Theatre, server: Server, chairs: int
):
    with rooms.hand(server, theatre.code) as hand:
        rooms.chairs(hand, chairs)
        rooms.seat(hand)
        for title in TOPICS:
            hand.done("add_topic", title=title)
        hand.at(hand.done("start_session"))
        vote = hand.done("open_vote", dots=3)
        hand.done("close_vote", vote=vote)
    console = theatre.console()
    says(console, "the result of the vote")
    for panel in (None, "KeyO"):
        if panel:
            console.keyboard.press(panel)
        for width, height in ((1440, 900), (1024, 768), (1280, 720), (1920, 1080)):
            console.set_viewport_size({"width": width, "height": height})
            settle(console)
            assert console.evaluate(OFF_THE_BOWL), (width, height, panel)


def test_both_clocks_say_on_console_and_wall_what_they_tell(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    start(console)
    clock = console.locator(".time-left")
    for words in ("Open fishbowl", "Session"):
        expect(clock).to_contain_text(words)
        expect(display.locator(".stage-clock")).to_contain_text(f"{words}: time left")
    large = clock.get_by_role("timer", name="Open fishbowl: time left")
    expect(large).to_be_visible()
    small = clock.get_by_role("timer", name="Session: time left")
    sizes = "one => parseFloat(getComputedStyle(one).fontSize)"
    assert large.evaluate(sizes) > 1.5 * small.evaluate(sizes)
    for timer in (large, small):
        minutes = timer.inner_text().partition(":")[0]
        expect(display.locator(".stage-clock")).to_contain_text(f"{minutes}:")


def test_reactions_light_the_dots_of_the_room_and_never_cross_a_name(wall: Wall, server: Server):
    stage, display = wall(chairs=8)
    stage.sends("start_session")
    stage.seats("Lindiwe", "Tomasz", "Rafael", "Mei-Lin", "Kofi", "Saoirse", "Yusra")
    stage.waits("Amira", "Jonas", "Elif")
    with Face(server, stage.code, "phone").connect() as phone:
        phone.done("join_session", name="Noor")
        for kind in ("agree", "thanks", "surprised"):
            assert phone.signal(kind)["ok"]
        lights = display.locator(".lights circle")
        expect(lights).to_have_count(3)
        assert display.evaluate(
            """() => [...document.querySelectorAll(".lights circle")].every((light) => {
              const lit = light.getBoundingClientRect();
              const places = ".chair-words, .wall-queue-who, .question";
              return [...document.querySelectorAll(places)].every(
                (words) => {
                  const box = words.getBoundingClientRect();
                  return box.right < lit.left || lit.right < box.left
                    || box.bottom < lit.top || lit.bottom < box.top;
                });
            })"""
        )
        expect(lights).to_have_count(0)  # they go by themselves


def test_a_silent_bell_is_told_on_the_console_and_covers_nothing_on_the_wall(
    theatre: Theatre, server: Server
):
    theatre.code = server.create_session(question="Why?", format="sandwich")
    console = theatre.console()
    start(console)
    silent = console.get_by_text("Its bell has no sound yet")
    expect(picture(console).locator(".wall-lobby")).to_be_visible()
    expect(silent).to_have_count(0)  # the picture is no display
    display = theatre.display(question="Why?")
    expect(silent).to_be_visible()
    look(console, "console-silent-bell")
    expect(display.get_by_text("Press a key here")).to_have_count(0)
    display.keyboard.press("Enter")
    expect(silent).to_have_count(0)
