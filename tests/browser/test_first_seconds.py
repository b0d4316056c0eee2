"""The first seconds at a console: what is typed is a name, and Start says that it is held."""

from playwright.sync_api import expect

from tests.browser.looking import look_at_both, shoot
from tests.browser.theatre import Theatre, chair_of, told

NAMES = ("Ana Lopez", "Bo", "Quentin W. Xu")


def test_a_name_is_typed_before_anything_was_clicked(theatre: Theatre):
    console = theatre.console()
    field = console.get_by_label("Who starts?")
    expect(field).to_be_focused()
    look_at_both(console, "console-who-starts")
    for name in NAMES:
        console.keyboard.type(name)
        expect(field).to_have_value(name)
        console.keyboard.press("Enter")
        expect(chair_of(console, name)).to_be_visible()
    expect(console.locator(".log-line")).to_have_count(len(NAMES))


def test_a_letter_finds_the_field_where_it_has_lost_the_focus(theatre: Theatre):
    console = theatre.console()
    field = console.get_by_label("Who starts?")
    for x, y in ((4, 4), (720, 8)):
        console.mouse.click(x, y)
        expect(field).not_to_be_focused()
        console.keyboard.type("Ana")
        expect(field).to_have_value("Ana")
        field.fill("")
    field.blur()
    console.keyboard.press("Enter")
    expect(field).to_be_focused()
    console.keyboard.type("Ana")
    expect(field).to_have_value("Ana")


def test_letter_keys_wait_for_the_start_on_the_wall_too(theatre: Theatre):
    console = theatre.console()
    display = console.context.new_page()
    display.goto(f"/{theatre.code}/display")
    expect(display.locator(".wall")).to_be_visible()
    display.keyboard.type("Ana")
    console.keyboard.type("Bo")
    console.keyboard.press("Enter")
    expect(chair_of(console, "Bo")).to_be_visible()
    expect(console.locator(".log-line")).to_have_count(1)


def test_a_picked_chair_keeps_its_keys_before_the_start(theatre: Theatre):
    console = theatre.console()
    console.keyboard.type("Ana")
    console.keyboard.press("Enter")
    expect(chair_of(console, "Ana")).to_be_visible()
    chair_of(console, "Ana").click()
    console.keyboard.press("KeyF")
    expect(told(console, "Ana left chair 1")).to_be_visible()
    console.keyboard.press("Escape")
    console.keyboard.type("Bo")
    expect(console.get_by_label("Who starts?")).to_have_value("Bo")


def test_start_fills_while_it_is_pressed_and_says_to_keep_holding(theatre: Theatre):
    console = theatre.console()
    start = console.get_by_role("button", name="Start the session")
    start.hover()
    console.mouse.down()
    expect(start).to_contain_text("keep holding")
    shoot(console, "console-keep-holding")
    console.mouse.up()
    expect(console.get_by_text("Keep holding: it takes a second.").first).to_be_visible()
    start.hover()
    console.mouse.down()
    expect(console.get_by_role("button", name="Pause")).to_be_visible()
    console.mouse.up()
