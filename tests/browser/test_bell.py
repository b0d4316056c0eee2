"""The bell is heard: what a window sends to its loudspeaker when the pair share is over."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.theatre import QUESTION, Theatre, press_next, start
from tests.support.server import Server

LISTEN = """
window.heard = { strikes: [], loudest: 0 };
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (at) {
  window.heard.strikes.push({ at, hz: Math.round(this.frequency.value) });
  return start.call(this, at);
};
const connect = AudioNode.prototype.connect;
AudioNode.prototype.connect = function (to, ...rest) {
  if (to instanceof AudioDestinationNode) {
    const ear = (window.heard.ear ??= new AnalyserNode(this.context, { fftSize: 2048 }));
    connect.call(this, ear);
  }
  return connect.call(this, to, ...rest);
};
const samples = new Float32Array(2048);
setInterval(() => {
  window.heard.ear?.getFloatTimeDomainData(samples);
  window.heard.loudest = Math.max(window.heard.loudest, ...samples.map(Math.abs));
}, 20);
"""
"""Puts an ear between the bell and the loudspeaker."""
LOUD = 0.05
RECALL = 2
"""How often the bell is struck when time is up; once at every other change."""
PITCH_HZ = 528


def struck(page: Page) -> int:
    """How often the bell was struck so far."""
    count: int = page.evaluate(
        "hz => window.heard.strikes.filter((one) => one.hz === hz).length", PITCH_HZ
    )
    return count


def is_struck(page: Page) -> None:
    """Wait until the bell has called everybody back."""
    page.wait_for_function(
        "([hz, times]) => window.heard.strikes.filter((one) => one.hz === hz).length >= times",
        arg=[PITCH_HZ, RECALL],
    )


def is_loud(page: Page) -> None:
    """Wait until something was heard."""
    page.wait_for_function("loud => window.heard.loudest > loud", arg=LOUD)


@pytest.fixture
def pairs(theatre: Theatre, server: Server) -> Theatre:
    """A sandwich of two minutes: its pair share takes some seconds."""
    theatre.code = server.create_session(question=QUESTION, format="sandwich", minutes=2)
    return theatre


@pytest.mark.long
def test_the_recall_is_heard_on_the_wall_and_on_a_phone_that_wants_it(pairs: Theatre):
    console, display = pairs.console(), pairs.display()
    hears, silent = pairs.phone("Amira"), pairs.phone("Jonas")
    for page in (display, hears, silent):
        page.context.add_init_script(LISTEN)
        page.reload()
    start(console)
    asked = console.get_by_text("Its bell has no sound yet: click once in the wall’s window.")
    expect(asked).to_be_visible()
    display.keyboard.press("Enter")
    expect(asked).to_be_hidden()
    press_next(console, "Start: Pair share")
    hears.get_by_role("button", name="Let the bell sound here").tap()
    expect(hears.get_by_role("button", name="The bell sounds here")).to_be_visible()
    look(hears, "phone-bell")
    expect(display.get_by_text("Back to the front", exact=True)).to_be_visible(timeout=60_000)
    for phone in (silent, hears):
        expect(phone.locator(".pair-step", has_text="Back to the front")).to_be_visible()
    is_loud(display)
    is_loud(hears)
    is_struck(display)
    is_struck(hears)
    assert struck(silent) == 0, "nobody's pocket rings by itself"


def test_a_wall_that_nobody_has_touched_is_told_on_the_console_while_pairs_talk(pairs: Theatre):
    console, display = pairs.console(), pairs.display()
    start(console)
    press_next(console, "Start: Pair share")
    asked = console.get_by_text("Its bell has no sound yet")
    expect(asked).to_be_visible()
    look(display, "display-pairs")
    display.mouse.click(500, 500)
    expect(asked).to_be_hidden()
