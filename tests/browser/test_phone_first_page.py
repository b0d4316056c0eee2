"""The phone's first page: small, in few requests, and kind where something does not come."""

from collections.abc import Callable

from playwright.sync_api import Page, Request, Response, Route, expect

from tests.browser.looking import check, look, shoot
from tests.browser.theatre import PHONE, QUESTION, Theatre

FIRST_PAGE_MOST_BYTES = 50_000
FONT_MOST_BYTES = 35_000
FIRST_REQUESTS_MOST = 3


class Meter:
    """Weighs what a page asks for, as it comes over the wire."""

    def __init__(self, page: Page) -> None:
        self._answers: list[Response] = []
        page.on("response", lambda answer: self._answers.append(answer))

    def asked(self, *kinds: str) -> list[Request]:
        """What was asked for so far, of these kinds of things; the icon of the tab aside."""
        requests = [answer.request for answer in self._answers]
        return [one for one in requests if one.resource_type in kinds and "favicon" not in one.url]

    def bytes(self, *kinds: str) -> int:
        """How much of it came over the wire, bodies as they were sent."""
        return sum(one.sizes()["responseBodySize"] for one in self.asked(*kinds))


FIRST = ("document", "stylesheet", "script", "fetch", "xhr", "image", "other", "media")


def test_the_first_page_is_light_and_asks_for_three_things_before_the_first_tap(
    theatre: Theatre, open_page: Callable[..., Page]
):
    page = open_page("about:blank", **PHONE)
    meter = Meter(page)
    page.goto(f"/{theatre.code}")
    name = page.get_by_label("Your name")
    expect(name).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    assert len(meter.asked(*FIRST)) <= FIRST_REQUESTS_MOST
    assert 10_000 < meter.bytes(*FIRST) <= FIRST_PAGE_MOST_BYTES
    assert len(meter.asked("font")) == 1
    assert 0 < meter.bytes("font") <= FONT_MOST_BYTES
    assert page.evaluate("[...document.fonts].every(({ display }) => display === 'swap')")
    assert {one.url.split("/")[2] for one in meter.asked(*FIRST, "font")} == {
        page.url.split("/")[2]
    }

    name.tap()
    page.wait_for_load_state("networkidle")
    name.fill("Noor")
    page.get_by_role("button", name="Come in").tap()
    expect(page.get_by_role("button", name="I want to speak")).to_be_visible()


def test_the_room_comes_although_its_script_was_lost_at_first(
    theatre: Theatre, open_page: Callable[..., Page]
):
    page = open_page("about:blank", **PHONE)
    losses: list[str] = []

    def lose(route: Route) -> None:
        losses.append(route.request.url)
        route.abort()

    page.route("**/phone-inside-*.js*", lose)
    page.goto(f"/{theatre.code}")
    page.get_by_label("Your name").fill("Noor")
    page.get_by_role("button", name="Come in").tap()
    expect(page.get_by_text("The rest of this page is still loading")).to_be_visible()
    expect(page.get_by_role("button", name="Load the page again")).to_be_visible()
    look(page, "phone-on-the-way")
    assert losses
    page.unroute("**/phone-inside-*.js*")
    expect(page.get_by_role("button", name="I want to speak")).to_be_visible()


def test_without_a_script_the_page_says_how_to_take_part(
    theatre: Theatre, open_page: Callable[..., Page]
):
    page = open_page(f"/{theatre.code}", **PHONE, java_script_enabled=False)
    words = page.locator("body").inner_text()  # as it is seen; what is looked up skips <noscript>
    assert words.count(QUESTION) == 1
    assert "you can ask for a chair without a phone" in words
    assert "say your name" in words
    assert "nobody needs a phone here" not in words
    shoot(page, "phone-without-script")


def test_a_script_that_never_comes_leaves_the_question_and_a_way_in(
    theatre: Theatre, open_page: Callable[..., Page]
):
    page = open_page("about:blank", **PHONE)
    page.route("**/static/phone-*.js", lambda route: route.abort())
    page.goto(f"/{theatre.code}")
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(page.get_by_text("nobody needs a phone here")).to_be_visible(timeout=15_000)
    check(page)
