"""A session with its wall, filled by the wire; and rulers that are laid on the wall."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

from playwright.sync_api import Page

from tests.browser.looking import examine, settle
from tests.support.face import Face
from tests.support.server import Server

SIZES = ((1920, 1080), (1280, 720), (1024, 768), (3840, 2160))
"""What projectors and screens have: full HD, an old laptop, an old projector, 4K."""

NAMES_A = 25
TEXT_A = 50
"""Names and the question are at least this part of the screen's height, all else that part."""
HALF_A_PIXEL = 0.5

_TEXTS = """() => {
  const big = ".question, .chair:not(.chair-open) .chair-name, .fish + .swim-who .swim-name, "
    + ".table-words, .topics-head";
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent.trim();
    const parent = node.parentElement;
    if (!words || parent.closest(".visually-hidden, script, noscript")) continue;
    const style = getComputedStyle(parent);
    if (style.display === "none" || style.visibility === "hidden") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(style.fontSize);
    const air = size * 0.2;  // a line's box is higher than its letters
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0).map((box) =>
      [box.left, box.top + air, box.right, box.bottom - air]);
    if (!boxes.length) continue;
    const near = parent.closest("p, li, h1, h2, .chair, .table, .steps") ?? parent;
    const block = [...document.querySelectorAll("*")].indexOf(near);
    texts.push({ words, size, boxes, block, isBig: parent.closest(big) !== null });
  }
  return texts;
}"""

_THINGS = """() => [...document.querySelectorAll(".qr, .fish, .chair, .step-mark")].map((thing) => {
  const box = thing.getBoundingClientRect();
  const less = thing.matches(".qr") ? 0 : box.width * 0.15;  // round
  const edges = [box.left + less, box.top + less, box.right - less, box.bottom - less];
  return { what: thing.className, words: thing.textContent, boxes: [edges] };
})"""

_CUT = """() => [...document.querySelectorAll(".wall *")].filter((one) => {
  const style = getComputedStyle(one);
  return one.clientHeight > 0 && style.overflowY !== "visible" && !one.matches(".visually-hidden")
    && (one.scrollHeight - one.clientHeight > innerHeight / 250
      || one.scrollWidth - one.clientWidth > innerHeight / 250);
}).map((one) => one.className + ": " + one.textContent)"""


class Stage:
    """Fills a session quickly, as its facilitator, and measures what the wall makes of it."""

    def __init__(self, server: Server, code: str) -> None:
        self.code = code
        self.console = Face(server, code, "console").connect()

    def sends(self, do: str, **fields: Any) -> int:
        """Send a command that must succeed."""
        return self.console.done(do, **fields)

    def seats(self, *names: str) -> None:
        """Let people without phones sit down, from chair 1 on."""
        for chair, name in enumerate(names, start=1):
            self.sends("seat_walk_up", chair=chair, name=name)

    def waits(self, *names: str) -> None:
        """Let people without phones wait."""
        for name in names:
            self.sends("queue_walk_up", name=name)

    def turn(self, no: int) -> int:
        """The turn of who sits on a chair, once the console shows them there."""

        def turns() -> list[int]:
            chairs = self.console.slices["bowl"]["chairs"]
            return [chair["turn"] for chair in chairs if chair["no"] == no and chair["turn"]]

        return int(self.console.until(turns)[0])


def measure(display: Page, state: str) -> list[str]:
    """Say what is too small, cut, outside or on top of something else; nothing, if all is well."""
    settle(display)
    height = display.evaluate("innerHeight")
    width = display.evaluate("innerWidth")
    texts, things = display.evaluate(_TEXTS), display.evaluate(_THINGS)
    assert texts, "the wall says nothing"
    amiss = [f"cut {what}" for what in display.evaluate(_CUT)]
    for text in texts:
        least = height / (NAMES_A if text["isBig"] else TEXT_A)
        if text["size"] < least - HALF_A_PIXEL:
            amiss.append(f"too small: {text['words']!r}, {text['size']:.1f} of {least:.1f}")
        for left, top, right, bottom in text["boxes"]:
            if left < 0 or top < 0 or right > width or bottom > height:
                amiss.append(f"outside: {text['words']!r}")
    for one, other in combinations(texts, 2):
        if one["block"] != other["block"] and _touch(one["boxes"], other["boxes"]):
            amiss.append(f"overlap: {one['words']!r} and {other['words']!r}")
    for text in texts:
        for thing in things:
            if text["words"] not in thing["words"] and _touch(text["boxes"], thing["boxes"]):
                amiss.append(f"{text['words']!r} on {thing['what']}")
    return [f"{state} at {width}×{height}: {what}" for what in amiss]


def contrast(display: Page) -> None:
    """Let axe look for 7 to 1."""
    settle(display)
    examine(display, {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}})


def at_all_sizes(display: Page, look: Callable[[str], None]) -> None:
    """Show the wall on every kind of screen."""
    for width, height in SIZES:
        display.set_viewport_size({"width": width, "height": height})
        look(f"{width}")


def _touch(some: list[list[float]], others: list[list[float]]) -> bool:
    """Whether any two boxes have more in common than an edge."""
    return any(
        min(a[2], b[2]) - max(a[0], b[0]) > 2 and min(a[3], b[3]) - max(a[1], b[1]) > 2
        for a in some
        for b in others
    )
