"""A session with its wall, filled by the wire; and rulers that are laid on the wall."""

from collections.abc import Callable
from io import BytesIO
from itertools import combinations
from typing import Any
from unicodedata import east_asian_width

from PIL import Image, ImageChops
from playwright.sync_api import Page

from tests.browser.looking import examine, settle, shoot
from tests.support.face import Face
from tests.support.server import Server

SIZES = ((1920, 1080), (1280, 720), (1024, 768), (3840, 2160))
"""What projectors and screens have: full HD, an old laptop, an old projector, 4K."""
LAYOUTS = ((1280, 720), (1024, 768))
"""The smallest of each layout: what is drawn behind the words is looked for there."""

SHORT = "What makes people stay in a volunteer project after the first year?"
MIDDLE = (
    "How do we decide together what a young colleague may decide alone, and when does that change?"
)
LONG = (
    "If everybody in this room agrees that the way in which we share what we know has to change, "
    "what exactly is it that each of us will stop doing on Monday so that there is room for it?"
)
LONGEST = LONG + " And who will notice first that something has begun to change at all, and how?"
QUESTIONS = {"short": SHORT, "middle": MIDDLE, "long": LONG, "longest": LONGEST}

HALF_A_PIXEL = 0.5
TEXT_A = 50
"""All text is at least this part of the screen's height."""
NAMES_A = 25
"""Names and questions are at least this part of it, as far as nothing below allows less."""
LONG_LINE, LONG_NAMES_A = 8, 48
"""A line of so many letters is never broken, so it steps down to this part instead."""
CROWDED, CROWDED_NAMES_A = 7, 32
"""The same for the short names of so many chairs on a 4:3 wall."""
LONG_QUESTION, LONG_QUESTION_A = 171, 30
"""And for questions of so many letters, which leave room for the bowl."""

_TEXTS = """() => {
  const big = ".question, .chair:not(.chair-open) .chair-name, "
    + ".fish + .wall-queue-who .wall-queue-name, .table-words, "
    + ".topics-head, .takes-head, .seat:not(.seat-open) .seat-name";
  const texts = [];
  const elements = [...document.querySelectorAll("*")];
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
    const asked = parent.closest(big);
    texts.push({
      words, size, boxes,
      block: elements.indexOf(near),
      big: asked && (asked.matches(".question") ? "question" : "name"),
      whole: (asked ?? parent).textContent.trim(),
      lines: [words, ...[...(asked ?? parent).querySelectorAll(".fit-line")].map(
        (line) => line.textContent)],
      chairs: Number(parent.closest(".bowl")?.dataset.chairs ?? 0),
    });
  }
  return texts;
}"""

_THINGS = """() => [...document.querySelectorAll(".qr, .fish, .chair, .step-mark")].map((thing) => {
  const box = thing.getBoundingClientRect();
  const less = thing.matches(".qr") ? 0 : box.width * 0.15;  // round
  const edges = [box.left + less, box.top + less, box.right - less, box.bottom - less];
  return { what: thing.className, words: thing.textContent, boxes: [edges] };
})"""

_CUT = """() => [...document.querySelectorAll(".wall *, .monitor *")].filter((one) => {
  const style = getComputedStyle(one);
  return one.clientHeight > 0 && style.overflowY !== "visible" && !one.matches(".visually-hidden")
    && (one.scrollHeight - one.clientHeight > innerHeight / 250
      || one.scrollWidth - one.clientWidth > innerHeight / 250);
}).map((one) => one.className + ": " + one.textContent)"""

_OFF_ROUND = """() => [...document.querySelectorAll(".chair .is-fitted, .table .is-fitted")]
  .filter((name) => {
    const round = name.closest(".chair, .table").getBoundingClientRect();
    const [x, y] = [round.left + round.width / 2, round.top + round.height / 2];
    return [...name.querySelectorAll(".fit-line")].some((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      return [...range.getClientRects()].some((box) => [box.left, box.right].some((edge) =>
        Math.hypot(edge - x, (box.top + box.bottom) / 2 - y) > round.width / 2));
    });
  }).map((name) => name.textContent)"""
"""Names that reach over the edge of their chair or of the table."""

_RINGS = """.water, .pairs-ring, .takes-ripples, .chair-ring, .chair-speaking::after
  { visibility: hidden !important }"""
_WORDS = "* { color: transparent !important; -webkit-text-fill-color: transparent !important }"
_HIDE = """(rules) => {
  document.adoptedStyleSheets = rules.map((rule) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    return sheet;
  });
}"""
SEEN = 5
"""By how much a ring has to lighten the ground, of 255, to be seen at all."""


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
        people = [{"name": name} for name in names]
        self.console.at(self.sends("add_people", people=people, place="queue"))

    def turn(self, no: int) -> int:
        """The turn of who sits on a chair, once the console shows them there."""

        def turns() -> list[int]:
            chairs = self.console.slices["bowl"]["chairs"]
            return [chair["turn"] for chair in chairs if chair["no"] == no and chair["turn"]]

        return int(self.console.until(turns)[0])

    def calls_next(self, chair: int) -> None:
        """Call whoever waits first, once the console shows them."""
        first = self.console.until(lambda: self.console.slices["queue"]["items"][0]["request"])
        self.sends("call_person", request=first, chair=chair)


def measure(display: Page, state: str, *, rings: bool = True) -> list[str]:
    """Say what is too small, cut, outside or on top of something else; nothing, if all is well.

    :param rings: whether what is drawn behind the words is looked for as well; it takes a second.
    """
    settle(display)
    height = display.evaluate("innerHeight")
    width = display.evaluate("innerWidth")
    texts, things = display.evaluate(f"() => [({_TEXTS})(), ({_THINGS})()]")  # clocks tick
    assert texts, "the wall says nothing"
    amiss = [f"cut {what}" for what in display.evaluate(_CUT)]
    amiss += [f"over the edge: {name!r}" for name in display.evaluate(_OFF_ROUND)]
    for text in texts:
        least = height / _part(text, is_square=width < height * 1.55)
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
    if rings and (width, height) in LAYOUTS:
        amiss += rings_behind(display, texts)
    return [f"{state} at {width}×{height}: {what}" for what in amiss]


def rings_behind(display: Page, texts: list[dict[str, Any]]) -> list[str]:
    """Name the words behind which rings, ripples or dots can be seen."""
    display.evaluate(_HIDE, [_WORDS])
    with_rings = _picture(display)
    display.evaluate(_HIDE, [_WORDS, _RINGS])
    without = _picture(display)
    display.evaluate(_HIDE, [])
    change = ImageChops.difference(with_rings, without)
    edges = {
        text["words"]: [
            change.crop((round(left), round(top), round(right), round(bottom))).getextrema()
            for left, top, right, bottom in text["boxes"]
        ]
        for text in texts
    }
    return [
        f"a ring runs behind {words!r}"
        for words, found in edges.items()
        if any(most > SEEN for box in found for _, most in box)
    ]


def read(display: Page, state: str, *, colours: bool = False, rings: bool = True) -> None:
    """Measure a state at all sizes, and take its picture in each layout.

    :param rings: ``False`` where another state has the same rings and more words.
    """
    amiss: list[str] = []

    def look(size: str) -> None:
        amiss.extend(measure(display, state, rings=rings))
        if size in ("1920", "1024"):
            shoot(display, f"wall-{state}-{size}")

    at_all_sizes(display, look)
    assert not amiss, "\n".join(amiss)
    if colours:
        display.set_viewport_size({"width": 1280, "height": 720})
        contrast(display)


def contrast(display: Page) -> None:
    """Let axe look for 7 to 1."""
    settle(display)
    examine(display, {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}})


def at_all_sizes(display: Page, look: Callable[[str], None]) -> None:
    """Show the wall on every kind of screen."""
    for width, height in SIZES:
        display.set_viewport_size({"width": width, "height": height})
        look(f"{width}")


def _part(text: dict[str, Any], *, is_square: bool) -> int:
    """Which part of the height a text has to have."""
    if text["big"] == "question":
        return LONG_QUESTION_A if len(text["whole"]) >= LONG_QUESTION else NAMES_A
    if text["big"] != "name":
        return TEXT_A
    if max(map(_letters, text["lines"])) >= LONG_LINE:
        return LONG_NAMES_A
    return CROWDED_NAMES_A if is_square and text["chairs"] >= CROWDED else NAMES_A


def _letters(line: str) -> int:
    """How many Latin letters would be as wide."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)


def _picture(display: Page) -> Image.Image:
    return Image.open(BytesIO(display.screenshot())).convert("RGB")


def _touch(some: list[list[float]], others: list[list[float]]) -> bool:
    """Whether any two boxes have more in common than an edge."""
    return any(
        min(a[2], b[2]) - max(a[0], b[0]) > 2 and min(a[3], b[3]) - max(a[1], b[1]) > 2
        for a in some
        for b in others
    )
