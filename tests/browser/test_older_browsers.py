"""Browsers from before ours, played by taking from today's what they did not have.

Features of scripts are deleted before the page's own scripts run. Those of styles are renamed on
their way to the browser, which then leaves them out as an older one does.
"""

import itertools
import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.looking import look
from tests.browser.rooms import hand, queue, seat
from tests.browser.theatre import PHONE, QUESTION, Theatre
from tests.support.long import cases

WITHOUT = Path(__file__).with_name("older.js").read_text()
NO_LAYERS = "for (const kind of ['Block', 'Statement']) delete window[`CSSLayer${kind}Rule`];"
TOO_OLD = "This browser is too old for this page."
THUMB_PX = 44
IS_SEEN = """chair => {
  const { x, y, width, height } = chair.querySelector(".visually-hidden").getBoundingClientRect();
  return width > 20 && chair.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""

POOL_IN_FRAME = """() => [...document.querySelectorAll(".pool-frame .pool")].every((pool) => {
  const [inner, outer] = [pool, pool.parentElement].map((one) => one.getBoundingClientRect());
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
})"""

Rename = Callable[[str], str]


def before_container_units(css: str) -> str:
    """Safari 15, Chrome 99 to 104, Firefox 97 to 109: they have layers.

    The last two do not know ``:has`` either.
    """
    later = re.sub(r"container-type|@container|(?<=\d)cq[a-z]+", "of-later", css)
    return later.replace(":has(", ":of-later(")


def before_layers(css: str) -> str:
    """Safari 14 and 15.3, Chrome 80 to 98, Firefox 78 to 96."""
    return before_container_units(css).replace("@layer", "@of-later")


def aged(page: Page, rename: Rename) -> Page:
    """Make a page's browser an older one, for what it opens next."""

    def send(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=rename(answer.text()))

    page.add_init_script(WITHOUT + (NO_LAYERS if rename is before_layers else ""))
    page.route("**/static/*.css", send)
    return page


@pytest.mark.parametrize("rename", [before_container_units, before_layers])
def test_an_older_phone_gets_the_bowl_as_a_list_and_the_one_button(
    theatre: Theatre, rename: Rename
):
    with hand(theatre.server, theatre.code) as console:
        seat(console, ("Lindiwe", "Tomasz"))
        console.done("start_session")
        phone = aged(theatre.opened("about:blank", **PHONE), rename)
        phone.goto(f"/{theatre.code}")
        phone.get_by_label("Your name").fill("Noor")
        look(phone, f"older-join-{rename.__name__}")
        phone.get_by_role("button", name="Come in").tap()
        ask = phone.get_by_role("button", name="I want to speak")
        expect(ask).to_be_visible()
        _is_a_list(phone.get_by_role("list", name="The bowl").locator("li"))
        _is_for_a_thumb(ask, phone)
        look(phone, f"older-listening-{rename.__name__}")

        ask.tap()
        expect(phone.get_by_role("button", name="Lower my hand")).to_be_visible()
        look(phone, f"older-waiting-{rename.__name__}")
        request = console.until(lambda: console.slices["queue"]["items"][0]["request"])
        console.done("call_person", request=request, chair=3)
        walking = phone.get_by_role("button", name="I’m walking up")
        expect(walking).to_be_enabled()
        _is_for_a_thumb(walking, phone)
        look(phone, f"older-called-{rename.__name__}")
        walking.tap()
        phone.get_by_role("button", name="I’m on the chair").tap()
        expect(phone.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
        look(phone, f"older-in-the-bowl-{rename.__name__}")


def test_a_phone_that_knows_no_modules_is_told_how_to_take_part(theatre: Theatre):
    phone = aged(theatre.opened("about:blank", **PHONE), before_layers)
    _without_modules(phone, f"/{theatre.code}")
    expect(phone.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(phone.get_by_text("nobody needs a phone here")).to_be_visible()


@pytest.mark.parametrize("face", cases(["console", "display", "stage"], short=["console"]))
def test_an_older_browser_is_told_what_the_large_faces_need(theatre: Theatre, face: str):
    page = aged(theatre.sign_in(), before_layers)
    _without_modules(page, f"/{theatre.code}/{face}")
    expect(page.get_by_text(TOO_OLD)).to_be_visible()


def test_a_browser_of_today_is_not_told_that_it_is_too_old(theatre: Theatre):
    for page in (theatre.console(), theatre.display()):
        expect(page.get_by_text(TOO_OLD)).to_be_hidden()


@pytest.mark.parametrize("face", ["console", "display"])
@pytest.mark.parametrize(
    "size", cases([(1024, 768), (1920, 1080)], short=[(1024, 768)]), ids=["4:3", "16:9"]
)
def test_the_large_faces_keep_their_chairs_apart_without_container_units(
    theatre: Theatre, face: str, size: tuple[int, int]
):
    width, height = size
    with hand(theatre.server, theatre.code) as console:
        seat(console)
        queue(console, 3)
        console.done("start_session")
        viewport = {"width": width, "height": height}
        page = aged(theatre.sign_in(viewport=viewport), before_container_units)
        page.goto(f"/{theatre.code}/{face}")
        expect(page.locator(".bowl .chair").nth(4)).to_be_visible()
        expect(page.get_by_text("Guest of row 1").first).to_be_visible()
        look(page, f"older-{face}-{width}")
        boxes = [chair.bounding_box() or {} for chair in page.locator(".bowl .chair").all()]
        assert len(boxes) == 5
        assert page.evaluate(POOL_IN_FRAME)
        for box in boxes:
            assert 0 <= box["x"] <= width - box["width"]
            assert 0 <= box["y"] <= height - box["height"]
            assert box["width"] >= height / 12
        for one, other in itertools.combinations(boxes, 2):
            apart = math.hypot(one["x"] - other["x"], one["y"] - other["y"])
            assert apart > one["width"] * 0.95


def _without_modules(page: Page, address: str) -> None:
    """Open a page in a browser that takes a module for something it cannot run."""

    def send(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace('type="module"', 'type="of-later"')
        route.fulfill(response=answer, body=body)

    page.route(f"**{address}", send)
    page.goto(address)


def _is_a_list(chairs: Locator) -> None:
    """Each chair has its words, to be read, and stands under the one before."""
    boxes = [chair.bounding_box() or {} for chair in chairs.all()]
    assert len(boxes) == 5
    assert len({round(box["x"]) for box in boxes}) == 1
    assert boxes[0]["x"] >= 0
    for upper, lower in itertools.pairwise(boxes):
        assert upper["y"] + upper["height"] <= lower["y"] + 1
    words = [re.sub(r"\s+", " ", text) for text in chairs.all_inner_texts()]
    assert words[0].startswith("chair 1, Lindiwe")
    assert chairs.first.evaluate(IS_SEEN)
    assert all(box["height"] > 20 and box["width"] > 200 for box in boxes)


def _is_for_a_thumb(button: Locator, phone: Page) -> None:
    """The button can be seen whole, and is large."""
    box = button.bounding_box() or {}
    size = phone.viewport_size or {}
    assert box["height"] >= THUMB_PX
    assert box["width"] > size["width"] / 2
    assert 0 <= box["y"] <= size["height"] - box["height"]
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
