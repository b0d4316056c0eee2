"""Looking at pages: with axe, for width, and as pictures."""

import os
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
QUICKLY = {"resultTypes": ["violations"], "preload": False, "iframes": False}
"""Tell only what is amiss, do not fetch style sheets again, which no rule of ours reads, and leave
the small picture of the wall on the console alone: the wall is looked at itself."""
SIZED = {"runOnly": ["target-size", "scrollable-region-focusable"]}
"""What axe finds otherwise in another size of a page where nothing else has changed. This is a
quarter of its work; `make shots` asks for everything in every size."""

AXE = Axe()
RUN = """async (options) => {
  const brief = await axe.run(document, { ...options, selectors: false });
  return brief.violations.length ? axe.run(document, options) : brief;
}"""
"""Where something is amiss is found out only if something is: a fifth of axe's work."""

SHOTS = Path(__file__).resolve().parents[2] / "shots"
"""Where pictures go; ignored by git."""
SMALL_LAPTOP = {"width": 1024, "height": 768}
EVERY_PICTURE = "FISHBOWL_SHOTS" in os.environ
"""Whether pictures are taken, and every state is also seen in the dark and at every size; `make
shots` asks for it."""


SETTLED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const moves = () => document.getAnimations().filter((one) =>
    one.playState === "running" && one.effect.getComputedTiming().iterations !== Infinity);
  for (;;) {
    await document.fonts.ready;
    const moving = moves();
    if (!moving.length && document.fonts.status === "loaded") return;
    await Promise.all(moving.map((one) => one.finished.catch(() => {})));
  }
}"""


KNOWN = """() => {
  const state = document.documentElement.outerHTML.replaceAll(/\\d+/g, "")
    + matchMedia("(prefers-color-scheme: dark)").matches;
  const isKnown = window.lookedAt === state;
  window.lookedAt = state;
  return isKnown;
}"""
"""Whether a page was looked at as it is, numbers aside: the clock goes on, and places move."""


class Doctor:
    """Whether axe is at work: its own inline styles are refused by the page, and say so."""

    at_work = False


def settle(page: Page) -> None:
    """Wait until what comes and goes has come or gone: half-way colours are nobody's colours.

    What is fitted to a new size is fitted in the frame after it.
    """
    page.evaluate(SETTLED)


def examine(page: Page, options: dict[str, Any]) -> None:
    """Let axe look at a page for what the options name, and fail with what it finds.

    It is put into a page once: that is a third of its work.
    """
    Doctor.at_work = True
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate(RUN, {**options, **QUICKLY})
    Doctor.at_work = False
    results = AxeResults(found)
    assert results.violations_count == 0, results.generate_report()


MISNAMED = (Path(__file__).parent / "misnamed.js").read_text()
"""Finds controls that one cannot call by what is written on them."""


def misnamed(page: Page) -> list[str]:
    """Controls whose accessible name does not contain their visible label, and more than one main.

    Axe has to be in the page: it computes the names.
    """
    found: list[str] = page.evaluate(MISNAMED)
    return found


def check(page: Page) -> None:
    """Let axe look at a page, compare names with labels, and see that nothing runs out sideways."""
    settle(page)
    is_known = page.evaluate(KNOWN) and not EVERY_PICTURE
    examine(page, SIZED if is_known else STANDARDS)
    faults = misnamed(page)
    assert not faults, f"{page.url}: {'; '.join(faults)}"
    assert sideways_px(page) <= 0, page.url


def sideways_px(page: Page) -> float:
    """By how much a page runs out of its window."""
    wider: float = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wider


def shoot(page: Page, name: str) -> None:
    """Take a picture of a state for people to look at, if they want to."""
    if not EVERY_PICTURE:
        return
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


def look(page: Page, name: str) -> None:
    """Check a state, and take its picture."""
    check(page)
    shoot(page, name)
    if EVERY_PICTURE:
        page.emulate_media(color_scheme="dark")
        check(page)
        shoot(page, f"{name}-dark")
        page.emulate_media(color_scheme="light")


def look_at_both(console: Page, name: str) -> None:
    """Look at a console on a laptop and on a small one."""
    before = console.viewport_size
    look(console, name)
    console.set_viewport_size(SMALL_LAPTOP)  # type: ignore[arg-type]
    look(console, f"{name}-1024")
    console.set_viewport_size(before)  # type: ignore[arg-type]
