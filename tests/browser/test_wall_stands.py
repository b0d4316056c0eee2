"""The facilitator decides whether the wall goes on and what it may show."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import look, settle, shoot
from tests.browser.theatre import Theatre, hold, seat_starters, start
from tests.browser.wall import contrast, measure
from tests.support.lift import Lift


def test_a_frozen_wall_keeps_its_picture_and_the_console_says_so(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    seat_starters(console, "Lindiwe", "Tomasz")
    start(console)
    expect(display.locator(".chair-name", has_text="Tomasz")).to_be_visible()
    console.keyboard.press("Shift+KeyQ")
    sign = console.locator(".wall-sign", has_text="The wall is frozen")
    expect(sign).to_be_visible()
    look(console, "console-wall-frozen")
    console.keyboard.press("KeyA")
    console.keyboard.type("Amira")
    console.keyboard.press("Enter")
    expect(console.get_by_role("button", name="Amira").first).to_be_visible()
    stood = display.locator(".stage-clock").inner_text()
    second = theatre.display()
    for wall in (display, second):
        expect(wall.locator(".chair-name", has_text="Tomasz")).to_be_visible()
        expect(wall.locator(".chair-name", has_text="Amira")).to_have_count(0)
        assert wall.locator(".stage-clock").inner_text() == stood
    sign.get_by_role("button", name="Resume the wall").click()
    expect(display.locator(".chair-name", has_text="Amira")).to_be_visible()
    expect(sign).to_have_count(0)


def test_the_black_screen_key_leaves_nothing_but_water(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    start(console)
    console.keyboard.press("Period")
    expect(console.get_by_text("The wall is blank.").first).to_be_visible()
    expect(display.locator(".wall-blank")).to_be_visible()
    settle(display)
    shoot(display, "wall-blank")
    console.keyboard.press("KeyU")
    expect(display.locator(".wall-stage")).to_be_visible()


def test_a_display_without_a_console_stands_alone_by_its_own_keyboard(theatre: Theatre):
    display, other = theatre.display(), theatre.display()
    display.keyboard.press("Period")
    expect(display.locator(".wall-blank")).to_be_visible()
    expect(other.locator(".wall-lobby")).to_be_visible()
    display.keyboard.press("Period")
    expect(display.locator(".wall-lobby")).to_be_visible()


def test_the_keys_of_a_display_beside_its_console_count_once(theatre: Theatre):
    console, other = theatre.console(), theatre.display()
    with console.expect_popup() as opened:
        console.get_by_role("button", name="Open the wall").click()
    display = opened.value
    expect(display.locator(".wall-lobby")).to_be_visible()
    display.keyboard.press("Period")
    for wall in (display, other):
        expect(wall.locator(".wall-blank")).to_be_visible()
    display.keyboard.press("Period")
    for wall in (display, other):
        expect(wall.locator(".wall-lobby")).to_be_visible()


def test_names_queue_and_counts_go_from_the_wall_when_the_facilitator_says_so(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    seat_starters(console, "Lindiwe")
    start(console)
    console.keyboard.press("KeyW")
    console.keyboard.type("Elif")
    console.keyboard.press("Enter")
    console.keyboard.press("Escape")
    expect(display.get_by_text("Elif")).to_be_visible()
    expect(display.locator(".stage-facts")).to_be_visible()
    console.keyboard.press("KeyO")
    console.get_by_role("checkbox", name="Names").click()
    expect(display.locator(".chair-name", has_text="Chair 1")).to_be_visible()
    expect(display.get_by_text("Lindiwe")).to_have_count(0)
    expect(display.get_by_text("Elif")).to_have_count(0)
    expect(display.get_by_text("new point")).to_be_visible()
    contrast(display)
    shoot(display, "wall-without-names")
    console.get_by_role("checkbox", name="The queue").click()
    expect(display.locator(".fish")).to_have_count(0)
    console.get_by_role("checkbox", name="How many are here").click()
    expect(display.locator(".stage-facts")).to_have_count(0)
    expect(display.locator(".halo")).to_have_count(0)
    look(console, "console-wall-settings")


def test_the_wifi_is_set_on_the_console_and_stands_on_the_wall(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    console.get_by_role("button", name="Address and links").click()
    form = console.get_by_role("form", name="The room’s Wi-Fi")
    form.get_by_label("Name", exact=True).fill("Hall 2")
    form.get_by_label("Password", exact=True).fill("short")
    form.get_by_role("button", name="Show it on the wall").click()
    expect(console.get_by_text("at least 8 letters").first).to_be_visible()
    form.get_by_label("Password", exact=True).fill("open; sesame")
    form.get_by_role("button", name="Show it on the wall").click()
    expect(display.get_by_text("open; sesame")).to_be_visible()
    expect(display.get_by_alt_text("QR code: the Wi-Fi Hall 2")).to_be_visible()
    look(console, "console-wifi")
    form.get_by_role("button", name="Take it off").click()
    expect(display.get_by_text("Hall 2")).to_have_count(0)


def test_a_lost_line_is_told_after_a_while_and_comes_back_by_itself(theatre: Theatre, lift: Lift):
    console = theatre.console()
    display = theatre.display(base_url=lift.url)
    lift.cut()
    line = display.get_by_text("this is how it was a moment ago")
    expect(line).to_be_visible(timeout=30_000)
    expect(display.locator(".wall-lobby")).to_be_visible()
    contrast(display)
    assert not measure(display, "lost")
    shoot(display, "wall-lost")
    start(console)
    lift.mend()
    expect(display.locator(".wall-stage")).to_be_visible(timeout=30_000)
    expect(line).to_have_count(0)


def test_who_prefers_less_motion_sees_cuts(theatre: Theatre):
    console, display = theatre.console(), theatre.display(reduced_motion="reduce")
    start(console)
    console.keyboard.press("KeyQ")
    expect(display.locator(".wall-join")).to_be_visible()
    moving = "document.getAnimations().filter((one) => one.playState === 'running').length"
    assert display.evaluate(moving) == 0


def test_a_display_opened_too_early_looks_again_by_itself(open_page: Callable[..., Page]):
    display = open_page("about:blank")
    with display.expect_response("**/LATE99/display") as first:
        display.goto("/LATE99/display")
    assert first.value.status == 404
    assert int(first.value.headers["refresh"]) > 0
    expect(display.get_by_role("heading", name="No session has this code")).to_be_visible()


def test_a_display_that_its_facilitator_opens_after_the_end_shows_the_closing(theatre: Theatre):
    console = theatre.console()
    start(console)
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    display = console.context.new_page()
    display.goto(f"/{theatre.code}/display")
    expect(display.locator(".wall-closing .question")).to_be_visible()
    contrast(display)
