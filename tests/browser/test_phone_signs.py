"""How a phone tells that it comes near: the title, a shake, a bell, and a screen that stays on."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.theatre import PHONE, SMALL_PHONE, Theatre, press_next, start

WATCH = """
  window.shakes = [];
  navigator.vibrate = (shakes) => window.shakes.push(shakes.length) > 0;
  window.strikes = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...at) {
    window.strikes += 1;
    return start.apply(this, at);
  };
"""
WITHOUT_LOCK = "Object.defineProperty(Navigator.prototype, 'wakeLock', { value: undefined });"
PLAYS = """() => {
  const video = document.querySelector("video.awake");
  return video !== null && !video.paused && video.videoWidth > 0;
}"""


def comes_in(theatre: Theatre, page: Page, name: str) -> Page:
    """Watch what a phone does to its person, and come in."""
    page.add_init_script(WATCH)
    page.goto(f"/{theatre.code}")
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Come in").tap()
    page.get_by_role("button", name="I want to speak").tap()
    expect(page.get_by_role("button", name="Lower my hand")).to_be_visible()
    return page


def shakes(page: Page) -> int:
    """How often the phone has shaken."""
    return int(page.evaluate("shakes.length"))


def lowers_hand(phone: Page) -> None:
    """Leave the line."""
    phone.get_by_role("button", name="Lower my hand").tap()
    expect(phone.get_by_role("button", name="I want to speak")).to_be_visible()


def asks(phone: Page) -> Page:
    """Get in line."""
    phone.get_by_role("button", name="I want to speak").tap()
    expect(phone.get_by_role("button", name="Lower my hand")).to_be_visible()
    return phone


def test_it_is_felt_heard_and_read_at_third_next_and_called(
    theatre: Theatre, open_page: Callable[..., Page]
):
    console = theatre.console()
    start(console)
    ahead = [asks(theatre.phone(name)) for name in ("Amira", "Kofi", "Elif")]
    noor = comes_in(theatre, open_page("about:blank", **PHONE), "Noor")
    expect(noor).to_have_title("4th in the queue")
    assert shakes(noor) == 0

    lowers_hand(ahead[0])
    expect(noor).to_have_title("3rd in the queue")
    noor.wait_for_function("() => shakes.length === 1 && strikes > 0")
    lowers_hand(ahead[1])
    expect(noor).to_have_title("2nd in the queue")
    lowers_hand(ahead[2])
    expect(noor).to_have_title("You are next")
    noor.wait_for_function("() => shakes.length === 2")

    before = noor.evaluate("strikes")
    other = noor.context.new_page()  # hers lies behind another one now
    other.bring_to_front()
    press_next(console, "Call Noor")
    expect(noor).to_have_title("Chair 1 is yours")
    noor.wait_for_function("before => shakes.length === 3 && strikes > before", arg=before)
    assert shakes(noor) == 3


def test_the_sound_can_be_turned_off_and_stays_off(
    theatre: Theatre, open_page: Callable[..., Page]
):
    console = theatre.console()
    start(console)
    noor = comes_in(theatre, open_page("about:blank", **SMALL_PHONE), "Noor")
    sound = noor.get_by_role("button", name="Sound")
    expect(sound).to_have_attribute("aria-pressed", "true")
    sound.tap()
    expect(sound).to_have_attribute("aria-pressed", "false")
    expect(noor.locator(".message")).to_have_text("This phone stays silent.")
    look(noor, "phone-silent-320")
    noor.reload()
    expect(sound).to_have_attribute("aria-pressed", "false")
    sound.focus()
    noor.keyboard.press("Tab")  # a key: from now on it could sound
    press_next(console, "Call Noor")
    noor.wait_for_function("() => shakes.length === 1")
    assert noor.evaluate("strikes") == 0


def test_on_plain_http_a_picture_keeps_the_screen_on_while_one_waits(
    theatre: Theatre, open_page: Callable[..., Page]
):
    page = open_page("about:blank", **PHONE)
    page.add_init_script(WITHOUT_LOCK)
    noor = comes_in(theatre, page, "Noor")
    noor.wait_for_function(PLAYS)
    lowers_hand(noor)
    expect(noor.locator("video.awake")).to_have_count(0)


def test_nothing_is_taken_for_granted_that_secure_pages_or_new_phones_have(
    theatre: Theatre, open_page: Callable[..., Page]
):
    page = open_page("about:blank", **PHONE)
    page.add_init_script(
        WITHOUT_LOCK
        + """
        for (const name of ["clipboard", "serviceWorker", "locks", "vibrate"])
          Object.defineProperty(Navigator.prototype, name, { value: undefined });
        Object.defineProperty(Crypto.prototype, "randomUUID", { value: undefined });
        Object.defineProperty(Crypto.prototype, "subtle", { value: undefined });
        for (const name of ["Notification", "AudioContext"]) delete window[name];
        HTMLCanvasElement.prototype.captureStream = undefined;
        // What phones of 2020 do not have yet.
        for (const name of ["at", "findLast", "toSorted"]) delete Array.prototype[name];
        delete String.prototype.replaceAll;
        delete Object.hasOwn;
        delete window.structuredClone;
        """
    )
    page.goto(f"/{theatre.code}")
    console = theatre.console()
    start(console)
    page.get_by_label("Your name").fill("Noor")
    page.get_by_role("button", name="Come in").tap()
    page.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Noor")
    expect(page.get_by_role("heading", name="Chair 1 is yours.")).to_be_visible()
    page.get_by_role("button", name="I’m walking up").tap()
    page.get_by_role("button", name="I’m on the chair").tap()
    expect(page.get_by_role("heading", name=re.compile("in the bowl"))).to_be_visible()
