"""Every face in Arabic: from right to left, nothing runs out, and every seat where it stands."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.test_phone_sizes import ANY_SIZE, fits
from tests.browser.theatre import PHONE, Theatre, hold, press_next, seat_starters, start
from tests.support.long import cases
from tests.support.server import Server
from tools.compile_words import catalogues, read

QUESTION = "ما الذي يجعل الناس يبقون في مشروع تطوعي بعد السنة الأولى؟"
TOPIC = "من يحق له أن يقول لا في مشروع هو للجميع؟"
STARTERS = ("ليلى حدّاد", "يوسف", "Ingrid", "عبد الرحمن الشرقاوي")
LAPTOPS = {"1440": (1440, 900), "1024": (1024, 768)}

CHAIRS = """() => {
  const { x, y, width, height } = document.querySelector(".bowl").getBoundingClientRect();
  return [...document.querySelectorAll(".bowl .chair")].map((chair) => {
    const box = chair.getBoundingClientRect();
    const along = (box.x + box.width / 2 - x) / width;
    const down = (box.y + box.height / 2 - y) / height;
    return [along, down].map((part) => Math.round(part * 100));
  });
}"""
"""Where the chairs stand, in hundredths of the bowl, by their numbers."""

CROWDED = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden"))
  .filter((one) => [...one.childNodes].some(({ data }) => /[\\u0600-\\u06ff]/.test(data ?? "")))
  .map((one) => [one, getComputedStyle(one)])
  .filter(([one, { lineHeight, fontSize, letterSpacing }]) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8)));
    const isTight = parseFloat(lineHeight) / parseFloat(fontSize) < 1.24;
    return (lines.size > 1 && isTight) || !["normal", "0px"].includes(letterSpacing);
  })
  .map(([one]) => one.outerHTML.slice(0, 120))"""
"""Lines of Arabic so near to each other that they touch, and letters torn apart."""

FLIPPED = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const address = /(https?:\\/\\/|\\d+\\.\\d+\\.\\d+\\.\\d+)[^\\s\\u2069]*/.exec(data);
    if (!address || !parentElement.checkVisibility()) continue;
    const [first, last] = [address.index, address.index + address[0].length - 1].map((at) => {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      return range.getBoundingClientRect();
    });
    if (first.bottom > last.top && first.left > last.left) found.push(data);
  }
  const typed = [...document.querySelectorAll("input")].filter((one) => /^https?:/.test(one.value));
  const turned = typed.filter((one) => getComputedStyle(one).direction !== "ltr");
  return [...found, ...turned.map((one) => one.value)];
}"""
"""Addresses whose parts have changed places."""

APART = """() => [...document.querySelectorAll("[dir=auto]")]
  .filter((one) => !one.matches("input, textarea, .summary-paragraph") && one.checkVisibility())
  .filter((one) => getComputedStyle(one).display !== "inline")
  .filter((one) => !["right", "center"].includes(getComputedStyle(one).textAlign))
  .map((one) => one.outerHTML.slice(0, 120))"""
"""Words from left to right that stand at the far end of their line."""

OpenPage = Callable[..., Page]
WORDS = read("ar", catalogues()["ar"])


def said(text: str, **places: object) -> str:
    """A text as Arabic readers have it."""
    message = WORDS.get(text)
    assert message, text
    words = str(message.string)
    for place, value in places.items():
        words = words.replace(f"{{{place}}}", str(value))
    return words


def reread(page: Page) -> None:
    """Read the page that is open in Arabic, from now on."""
    page.goto(page.url.partition("#")[0].partition("?")[0] + "?lang=ar")
    expect(page.locator("html[lang=ar][dir=rtl]")).to_have_count(1)


def read_it(page: Page, name: str) -> None:
    """See that a state is for everybody, from right to left."""
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    look(page, f"rtl-{name}")
    assert page.evaluate(CROWDED) == []
    assert page.evaluate(FLIPPED) == []
    assert page.evaluate(APART) == []


@pytest.fixture
def stage(server: Server, theatre: Theatre) -> Theatre:
    """A session whose question is Arabic."""
    theatre.code = server.create_session(question=QUESTION, event="يوم التطوع")
    return theatre


def arrives(stage: Theatre, open_page: OpenPage, name: str) -> Page:
    """Somebody comes in, on a phone that speaks Arabic."""
    phone = open_page(f"/{stage.code}?lang=ar", **{**PHONE, **ANY_SIZE})
    phone.get_by_label(said("Your name")).fill(name)
    phone.get_by_role("button", name=said("Come in")).click()
    expect(phone.get_by_role("button", name=said("I want to speak"))).to_be_visible()
    return phone


def begins(stage: Theatre) -> Page:
    """Four are seated, the clock runs, and the console speaks Arabic."""
    console = stage.console()
    seat_starters(console, *STARTERS)
    start(console)
    reread(console)
    expect(console.locator(".next-button")).to_be_visible()
    return console


def test_a_phone_is_read_from_right_to_left_in_every_state(stage: Theatre, open_page: OpenPage):
    faults: list[str] = []

    def picture(page: Page, state: str) -> None:
        faults.extend(fits(page, f"rtl-{state}"))
        read_it(page, f"phone-{state}")

    door = open_page(f"/{stage.code}?lang=ar", **{**PHONE, **ANY_SIZE})
    expect(door.get_by_label(said("Your name"))).to_be_visible()
    picture(door, "join")
    noor = arrives(stage, open_page, "نور")
    console = begins(stage)
    console.keyboard.press("KeyT")
    console.keyboard.type(TOPIC)
    console.keyboard.press("Enter")
    console.keyboard.press("Digit2")
    expect(noor.get_by_text(TOPIC).first).to_be_visible()
    picture(noor, "listening")
    noor.get_by_role("button", name=said("Topics")).click()
    picture(noor, "topics")
    noor.get_by_role("button", name=said("About you")).click()
    picture(noor, "you")
    noor.get_by_role("button", name=said("Back to the session")).click()
    noor.get_by_role("button", name=said("I want to speak")).click()
    expect(noor.get_by_role("button", name=said("Lower my hand"))).to_be_visible()
    picture(noor, "waiting")
    press_next(console, said("Call {name} to chair {chair}", name="نور", chair=5))
    expect(noor.locator("h1.called")).to_be_visible()
    picture(noor, "called")
    noor.get_by_role("button", name=said("I’m walking up")).click()
    noor.get_by_role("button", name=said("I’m on the chair")).click()
    expect(noor.get_by_text(said("You’re in the bowl")).first).to_be_visible()
    picture(noor, "in")
    hold(console, "KeyC", console.get_by_text(said("The summary is ready")))
    expect(noor.get_by_text(said("This session has ended."))).to_be_visible()
    picture(noor, "ended")
    assert not faults, "\n".join(faults)


def test_console_display_and_summary_are_read_from_right_to_left(
    stage: Theatre, open_page: OpenPage
):
    phones = [arrives(stage, open_page, name) for name in ("نور", "Jonas Weber", "مريم")]
    display = open_page(f"/{stage.code}/display?lang=ar", viewport={"width": 1920, "height": 1080})
    expect(display.get_by_text(QUESTION).first).to_be_visible()
    read_it(display, "display-lobby")
    console = begins(stage)
    console.keyboard.press("Digit1")
    console.keyboard.press("KeyT")
    console.keyboard.type(TOPIC)
    console.keyboard.press("Enter")
    for phone in phones:
        phone.get_by_role("button", name=said("I want to speak")).click()
        expect(phone.get_by_role("button", name=said("Lower my hand"))).to_be_visible()
    expect(console.locator(".next-button", has_text="نور")).to_be_visible()
    for size, (width, height) in LAPTOPS.items():
        console.set_viewport_size({"width": width, "height": height})
        read_it(console, f"console-{size}")
    expect(display.get_by_text("مريم").first).to_be_visible()
    read_it(display, "display-stage")
    cut = "words => words.scrollHeight > words.clientHeight + 1"
    assert not display.locator(".stage-words").evaluate(cut)
    hold(console, "KeyC", console.get_by_text(said("The summary is ready")))
    read_it(display, "display-closing")
    for size in (1440, 390):
        page = stage.console()
        page.set_viewport_size({"width": size, "height": 900})
        page.goto(f"/{stage.code}/summary?lang=ar")
        expect(page.get_by_text(said("What we talked about"))).to_be_visible()
        read_it(page, f"summary-{size}")
        page.goto(f"/{stage.code}/replay")
        expect(page.locator(".bowl .chair").first).to_be_visible()
        read_it(page, f"replay-{size}")
        page.goto("/archive")
        read_it(page, f"archive-{size}")


@pytest.mark.parametrize("width", cases([1440, 390], short=[390]))
def test_pages_are_read_from_right_to_left(
    stage: Theatre, open_page: OpenPage, server: Server, width: int
):
    size = {"width": width, "height": 900}
    stranger = open_page("/?lang=ar", viewport=size)
    read_it(stranger, f"door-{width}")
    stranger.goto("/NOSUCH99")
    read_it(stranger, f"unknown-{width}")
    owner = open_page(f"/o#{server.owner_key}", viewport=size)
    expect(owner.locator(".sessions")).to_be_visible()
    reread(owner)
    read_it(owner, f"owner-{width}")
    for path in ("new", "sheet", "check", "setup", "link"):
        owner.goto(f"/{path}" if path == "new" else f"/{stage.code}/{path}")
        read_it(owner, f"{path}-{width}")
    console = stage.console(viewport={"width": max(width, 1024), "height": 900})
    reread(console)
    console.get_by_role("button", name=said("Address and links")).click()
    expect(console.locator(".copy-field input").first).to_be_visible()
    read_it(console, f"getting-in-{width}")


def test_seats_stand_where_they_stand_in_english(stage: Theatre, open_page: OpenPage):
    """They match the furniture: in Arabic the sides change, not the seats."""
    phone = arrives(stage, open_page, "نور")
    display = open_page(f"/{stage.code}/display?lang=ar", viewport={"width": 1920, "height": 1080})
    console = begins(stage)
    for page in (phone, display, console):
        expect(page.locator(".bowl .chair")).to_have_count(5)
        in_arabic = page.evaluate(CHAIRS)
        page.goto(page.url.partition("?")[0] + "?lang=en")
        expect(page.locator("html[dir=ltr]")).to_have_count(1)
        expect(page.locator(".bowl .chair")).to_have_count(5)
        assert page.evaluate(CHAIRS) == in_arabic, page.url


def test_the_address_stands_by_its_qr_and_log_lines_run_from_the_right(
    stage: Theatre, open_page: OpenPage
):
    console = begins(stage)
    first = console.locator(".log-text").filter(has_text="Ingrid").first
    assert first.evaluate("one => getComputedStyle(one).direction") == "rtl"
    name = first.locator("bdi")
    expect(name).to_have_text("Ingrid")
    display = open_page(f"/{stage.code}/display?lang=ar", viewport={"width": 1920, "height": 1080})
    for screen, beside in ((".wall-stage", ".stage-join .qr"), (".wall-join", ".join-code")):
        expect(display.locator(screen)).to_be_visible()
        address = display.locator(f"{screen} .join-address bdi").bounding_box()
        place = display.locator(f"{screen} {beside}").bounding_box()
        assert address
        assert place
        edge = "x" if screen == ".wall-stage" else "right"
        ends = [{"x": box["x"], "right": box["x"] + box["width"]} for box in (address, place)]
        assert abs(ends[0][edge] - ends[1][edge]) < 12, screen
        console.keyboard.press("KeyQ")
