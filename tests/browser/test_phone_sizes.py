"""Every state of a phone on every size of one: in reach, nothing sideways, and focus kept."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import EVERY_PICTURE, shoot
from tests.browser.theatre import PHONE, Theatre, hold, press_next, seat_starters, start
from tests.support.long import cases

ANY_SIZE = {"is_mobile": False}
"""It changes its size under way; a mobile view would zoom out where something runs out."""
TARGET_LEAST_PX = 44
SIZES = {"320": (320, 568), "390": (390, 844), "flat": (568, 320)}
TOO_SMALL = """least => {
  const all = document.querySelectorAll("button, a[href], input, textarea, select, summary");
  const isChoice = (one) => one.matches("[type=radio], [type=checkbox]");
  const targetOf = (one) => (isChoice(one) && one.closest("label")) || one;
  return [...all]
    .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden"))
    .filter((one) => {
      const { width, height } = targetOf(one).getBoundingClientRect();
      return Math.round(width) < least || Math.round(height) < least;
    })
    .map((one) => one.outerHTML.slice(0, 120));
}"""
SIDEWAYS = """width => [...document.querySelectorAll("#app *")]
  .filter((one) => one.checkVisibility() && !one.closest("svg, .visually-hidden, .bowl, .place"))
  .filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return left < -1 || right > width + 1;
  })
  .map((one) => one.outerHTML.slice(0, 120))
"""
IN_VIEW = """() => {
  const places = ".action-footer, .called-actions, .in-bowl-actions";
  const button = document.querySelector(places)?.querySelector(".big-button");
  if (!button) return true;
  const { top, bottom } = button.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


def fits(page: Page, state: str) -> list[str]:
    """Hold a state on small, usual and turned phones, and with letters twice as large."""
    faults = []
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for zoom in ("100%", "200%"):
            page.evaluate("zoom => { document.documentElement.style.fontSize = zoom; }", zoom)
            found = page.evaluate(SIDEWAYS, width) + page.evaluate(TOO_SMALL, TARGET_LEAST_PX)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append("runs out sideways")
            if zoom == "100%" and not page.evaluate(IN_VIEW):
                found.append("the big button is out of reach")
            faults += [f"{state} at {name}, letters at {zoom}: {fault}" for fault in found]
            if zoom == "100%" or EVERY_PICTURE:
                shoot(page, f"size-{state}-{name}{'-large' if zoom == '200%' else ''}")
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(PHONE["viewport"])
    return faults


def has_focus(page: Page) -> None:
    """See that the focus is somewhere, and not back at the top of the page."""
    page.wait_for_function("() => document.activeElement !== document.body")


@pytest.mark.parametrize("scheme", cases(("light", "dark"), short=["light"]))
def test_every_state_fits_every_phone(theatre: Theatre, open_page, scheme: str):
    faults = []

    def picture(page: Page, state: str) -> None:
        if scheme == "light":
            faults.extend(fits(page, state))
        else:
            shoot(page, f"dark-{state}")

    console = theatre.console()
    door = open_page(f"/{theatre.code}", **{**PHONE, **ANY_SIZE}, color_scheme=scheme)
    expect(door.get_by_label("Your name")).to_be_visible()
    picture(door, "join")
    noor = theatre.phone("Noor", **ANY_SIZE, color_scheme=scheme)
    picture(noor, "lobby")
    seat_starters(console, "Tomasz", "Mei-Lin", "Maximiliane von Hohenfels-Lindt")
    start(console)
    console.keyboard.press("KeyT")
    console.keyboard.type("Who gets to say no, and to whom, in a project that belongs to all?")
    console.keyboard.press("Enter")
    console.keyboard.press("Digit2")
    expect(noor.get_by_text("Mei-Lin is speaking")).to_be_visible()
    picture(noor, "listening")
    noor.get_by_role("button", name="Topics").tap()
    picture(noor, "topics")
    noor.get_by_role("button", name="Questions").tap()
    picture(noor, "questions")
    noor.get_by_role("button", name="What the wall shows, as text").tap()
    picture(noor, "wall")
    noor.get_by_role("button", name="About you").tap()
    picture(noor, "you")
    noor.get_by_role("button", name="Back to the session").tap()
    noor.get_by_role("button", name="I want to speak").tap()
    expect(noor.get_by_role("heading", name="1st in the queue")).to_be_visible()
    has_focus(noor)
    picture(noor, "waiting")
    press_next(console, "Call Noor")
    expect(noor.get_by_role("heading", name="Chair 4 is yours.")).to_be_focused()
    picture(noor, "called")
    noor.get_by_role("button", name="I’m walking up").tap()
    expect(noor.get_by_role("heading", name="Chair 4 is yours.")).to_be_focused()
    picture(noor, "walking")
    noor.get_by_role("button", name="I’m on the chair").tap()
    expect(noor.get_by_role("heading", name="You’re in the bowl")).to_be_focused()
    picture(noor, "in")
    noor.get_by_role("switch", name="Happy to make room").tap()
    expect(noor.get_by_role("switch", name="Happy to make room")).to_be_checked()
    has_focus(noor)
    noor.get_by_role("button", name="Leave my chair").tap()
    expect(noor.get_by_role("button", name="I want to speak")).to_be_visible()
    has_focus(noor)
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    expect(noor.get_by_role("heading", name="This session has ended.")).to_be_visible()
    picture(noor, "ended")
    assert not faults, "\n".join(faults)


def test_the_focus_stays_near_what_was_done(theatre: Theatre):
    console = theatre.console()
    start(console)
    noor = theatre.phone("Noor")
    noor.get_by_role("button", name="I want to speak").tap()
    noor.get_by_text("Not just now?").tap()
    noor.get_by_role("button", name="In 5 minutes").tap()
    expect(noor.get_by_role("button", name="I am back")).to_be_visible()
    has_focus(noor)
    noor.get_by_role("button", name="I am back").tap()
    expect(noor.get_by_role("button", name="I am back")).to_have_count(0)
    has_focus(noor)
    noor.get_by_role("button", name="About you").tap()
    expect(noor.get_by_role("heading", name="Noor")).to_be_focused()
    noor.get_by_role("button", name="Show it").tap()
    expect(noor.get_by_text("You came in at")).to_be_visible()
    has_focus(noor)
    assert noor.locator("[aria-live]").count() == 1
