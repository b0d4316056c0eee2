"""One evening, from the open door to the published summary, on all faces at once."""

import re
from io import BytesIO

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import check, look
from tests.browser.theatre import (
    PHONE,
    QUESTION,
    SMALL_PHONE,
    Theatre,
    hold,
    press_next,
    seat_starters,
    start,
)


def test_an_evening_from_the_open_door_to_the_summary(theatre: Theatre, open_page: OpenPage):
    console, display = theatre.console(), theatre.display()
    expect(console.get_by_text("No phone has reached this address yet")).to_be_visible()
    look(console, "console-gathering")
    look(display, "display-gathering")

    scanned = open_page(_qr_of(display), **PHONE)
    expect(scanned.get_by_text(QUESTION)).to_be_visible()
    expect(scanned.get_by_text("Names appear in the summary.")).to_be_visible()
    look(scanned, "phone-join")
    amira = _come_in(scanned, "Amira")
    jonas = theatre.phone("Jonas", color_scheme="dark")
    saoirse = theatre.phone("Saoirse", **SMALL_PHONE)
    expect(console.get_by_text("No phone has reached this address yet")).to_be_hidden()
    look(amira, "phone-gathering")

    seat_starters(console, "Lindiwe", "Tomasz", "Rafael", "Mei-Lin")
    start(console)
    expect(display.get_by_text("This chair is open")).to_be_visible()
    for phone in (amira, jonas, saoirse):
        phone.get_by_role("button", name="I want to speak").tap()
        expect(phone.get_by_role("button", name="Lower my hand")).to_be_visible()
    look(saoirse, "phone-waiting-320")
    look(jonas, "phone-waiting-dark")
    console.keyboard.press("Digit4")
    expect(display.get_by_text("is speaking").first).to_be_visible()
    look(console, "console-running")
    look(display, "display-running")

    press_next(console, "Call Amira to chair 5")
    expect(amira.get_by_role("heading", name="Chair 5 is yours.")).to_be_visible()
    look(amira, "phone-called")
    look(console, "console-called")
    look(display, "display-called")
    amira.get_by_role("button", name="I’m walking up").tap()
    expect(amira.get_by_role("button", name="I’m on the chair")).to_be_visible()
    press_next(console, "Amira is seated")
    expect(amira.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    look(amira, "phone-in-the-bowl")

    expect(console.get_by_text("Lindiwe makes room")).to_be_visible()
    press_next(console, "Ask Lindiwe to make room")
    look(display, "display-full")
    press_next(console, "Jonas takes chair 1")
    expect(jonas.get_by_role("heading", name="You’re in the bowl")).to_be_visible()

    _log_a_topic(console, "Who gets to say no?")
    expect(display.get_by_text("Who gets to say no?")).to_be_visible()
    _suggest(saoirse, "What do we owe the people who leave?")
    expect(console.get_by_text("“What do we owe the people who leave?”")).to_be_visible()
    expect(display.get_by_text("What do we owe the people who leave?")).to_be_hidden()
    look(console, "console-suggestion")
    console.get_by_role("button", name=re.compile("Put it up")).click()
    expect(saoirse.get_by_text("From you")).to_be_visible()
    look(saoirse, "phone-topics-320")

    console.keyboard.press("Shift+KeyP")
    expect(display.get_by_text("Paused").first).to_be_visible()
    look(display, "display-paused")
    console.keyboard.press("Shift+KeyP")
    expect(display.get_by_text("Paused").first).to_be_hidden()
    console.keyboard.press("Shift+Slash")
    look(console, "console-keys")
    console.keyboard.press("Escape")

    amira.get_by_role("button", name="Leave my chair").tap()
    expect(amira.get_by_role("button", name="I want to speak")).to_be_visible()
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    expect(display.get_by_text("Thank you.")).to_be_visible()
    look(console, "console-closed")
    look(display, "display-closed")
    expect(amira.get_by_text("The summary comes when the facilitator publishes it")).to_be_visible()
    hold(console, "Space", console.get_by_role("heading", name="The summary is published"))
    amira.get_by_role("link", name="Read the summary").tap()
    expect(amira.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(amira.get_by_text("Who gets to say no?").first).to_be_visible()
    amira.get_by_text("How the talk went").tap()
    expect(amira.locator(".record").get_by_text("Mei-Lin").first).to_be_visible()
    assert re.search(r"/s/\w+-", amira.url)
    look(amira, "summary-390")


def test_the_keys_work_while_the_display_is_in_front(theatre: Theatre):
    console = theatre.console()
    with console.context.expect_page() as opened:
        console.get_by_role("button", name="Open the wall").click()
    display = opened.value
    expect(display.get_by_text(QUESTION).first).to_be_visible()
    hold(display, "Space", display.get_by_text("This chair is open").first)
    display.keyboard.press("KeyQ")
    expect(display.get_by_text("and type")).to_be_visible()
    check(display)
    display.keyboard.press("KeyQ")
    expect(display.get_by_text("and type")).to_be_hidden()
    display.keyboard.press("KeyA")
    expect(display.get_by_text("Guest 1").first).to_be_visible()


def test_space_rests_a_moment_after_its_meaning_has_changed_and_never_acts_while_typing(
    theatre: Theatre,
):
    console, amira = theatre.console(), theatre.phone("Amira")
    start(console)
    amira.get_by_role("button", name="I want to speak").tap()
    expect(console.get_by_role("button", name="Call Amira to chair 1")).to_be_visible()
    console.keyboard.press("KeyT")
    console.keyboard.type("a b Q ")
    expect(console.get_by_role("button", name="Call Amira to chair 1")).to_be_visible()
    console.keyboard.press("Enter")
    press_next(console, "Call Amira to chair 1")
    console.keyboard.press("Space")
    expect(amira.get_by_role("heading", name="Chair 1 is yours.")).to_be_visible()
    expect(console.locator(".next-button", has_text="Amira is seated")).to_be_visible()


def _qr_of(display: Page) -> str:
    """Read the QR on the wall as a phone in the last row does: from a picture."""
    picture = Image.open(BytesIO(display.screenshot()))
    smaller = picture.resize((picture.width * 6 // 10, picture.height * 6 // 10))
    found = zxingcpp.read_barcodes(smaller)
    assert len(found) == 1
    return str(found[0].text)


def _come_in(phone: Page, name: str) -> Page:
    phone.get_by_label("Your name").fill(name)
    phone.get_by_role("button", name="Come in").tap()
    expect(phone.get_by_role("button", name="I want to speak")).to_be_visible()
    return phone


def _log_a_topic(console: Page, title: str) -> None:
    console.keyboard.press("KeyT")
    console.keyboard.type(title)
    console.keyboard.press("Enter")


def _suggest(phone: Page, title: str) -> None:
    phone.get_by_text("Topics", exact=True).tap()
    phone.get_by_role("button", name="Suggest a topic").tap()
    phone.get_by_label("Your topic, in one sentence").fill(title)
    phone.get_by_role("button", name="Suggest it").tap()
    expect(phone.get_by_text("The facilitator will review it").first).to_be_visible()
