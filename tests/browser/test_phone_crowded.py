"""Small phones and full bowls: nobody is two letters, one way out, and room to read."""

import re

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.looking import look, settle
from tests.browser.rooms import chairs, hand, seat
from tests.browser.theatre import PHONE, SMALL_PHONE, Theatre, press_next, start, told
from tests.support.server import Server

EIGHT = ("Lindiwe", "Tomasz", "Rafael", "Mei-Lin", "Kofi", "Maximiliane von Hohenfels", "Elif")
ENLARGED = {"390": (195, 422), "320": (160, 284)}
"""Phones on which the page is enlarged twice: the same screen has half as many pixels each way."""
FOOTER_MOST = 0.4
FOOTER_IN_VIEW = """() => {
  const footer = document.querySelector(".action-footer, .tide-foot");
  const { top, bottom } = footer.getBoundingClientRect();
  return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) / innerHeight;
}"""


@pytest.mark.parametrize(("options", "count"), [(PHONE, 8), (SMALL_PHONE, 5), (SMALL_PHONE, 8)])
def test_chairs_without_room_for_names_have_numbers_and_the_names_are_listed(
    theatre: Theatre, server: Server, options: dict[str, object], count: int
):
    """Two letters were "Me" for Mei-Lin, beside "You" for oneself."""
    noor = theatre.phone("Noor", **options)
    with hand(server, theatre.code) as face:
        chairs(face, count)
        names = EIGHT[: count - 1]
        seat(face, names)
        face.done("start_session")
        turn = face.until(lambda: face.slices["bowl"]["chairs"][3]["turn"])
        face.done("give_floor", turn=turn)
        expect(noor.get_by_text("Mei-Lin is speaking")).to_be_visible()
    listed = noor.locator(".bowl-names li")
    expect(listed).to_have_text([f"{no} {name}" for no, name in enumerate(names, 1)])
    numbers = noor.locator(".chair-number:visible")
    expect(numbers).to_have_text([str(no) for no in range(1, count + 1)])
    expect(noor.locator(".chair-name:visible")).to_have_count(0)
    look(noor, f"phone-{count}-chairs-{noor.viewport_size['width']}")  # type: ignore[index]


def test_names_stand_in_the_chairs_where_they_have_room(theatre: Theatre, server: Server):
    noor = theatre.phone("Noor")
    with hand(server, theatre.code) as face:
        seat(face)
    expect(noor.locator(".chair-name", has_text="Mei-Lin")).to_be_visible()
    expect(noor.locator(".bowl-names")).to_be_hidden()


def test_recovery_words_come_once_there_is_a_place_to_bring_back(theatre: Theatre):
    noor = theatre.phone("Noor")
    expect(noor.locator(".keep-words")).to_have_count(0)
    noor.get_by_role("button", name="I want to speak").tap()
    words = noor.locator(".keep-words")
    expect(words.locator(".words")).to_be_visible()
    look(noor, "phone-words")
    words.get_by_role("button").tap()
    expect(words).to_have_count(0)
    noor.reload()
    expect(noor.get_by_role("button", name="Lower my hand")).to_be_visible()
    expect(words).to_have_count(0)


def test_the_bowl_has_one_way_out_and_an_offer_that_can_be_taken_back(theatre: Theatre):
    console = theatre.console()
    noor = theatre.phone("Noor")
    start(console)
    noor.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Noor")
    noor.get_by_role("button", name="I’m walking up").tap()
    noor.get_by_role("button", name="I’m on the chair").tap()
    offer = noor.get_by_role("switch", name="Happy to make room")
    expect(offer).not_to_be_checked()
    expect(noor.locator(".in-bowl-actions .big-button")).to_have_text(["Leave my chair"])
    offer.tap()
    expect(offer).to_be_checked()
    expect(told(console, "Noor offers to make room")).to_be_visible()
    look(noor, "phone-offers-room")
    offer.tap()
    expect(offer).not_to_be_checked()
    expect(told(console, "Noor does not offer to make room any more")).to_be_visible()
    look(noor, "phone-offers-no-room")


@pytest.mark.parametrize("size", ENLARGED)
def test_the_rim_leaves_room_to_read_at_200_percent(theatre: Theatre, size: str):
    width, height = ENLARGED[size]
    noor = theatre.phone("Noor", viewport={"width": width, "height": height}, is_mobile=False)
    settle(noor)
    assert noor.evaluate(FOOTER_IN_VIEW) <= FOOTER_MOST
    look(noor, f"phone-enlarged-{size}")
    noor.get_by_role("button", name="I want to speak").tap()
    expect(noor.get_by_role("heading", name="1st in the queue")).to_be_visible()
    noor.evaluate("scrollTo(0, 0)")
    settle(noor)
    assert noor.evaluate(FOOTER_IN_VIEW) <= FOOTER_MOST
    look(noor, f"phone-enlarged-waiting-{size}")


class Silence:
    """A line that stands, and on which no answer comes while ``on``."""

    def __init__(self, page: Page) -> None:
        self.on = False
        self._lines: list[WebSocketRoute] = []
        page.route_web_socket(re.compile("/socket.io/"), self._relay)
        page.reload()

    def _relay(self, line: WebSocketRoute) -> None:
        self._lines.append(line)
        server = line.connect_to_server()
        # "4" begins what is said; pings and their answers go on.
        server.on_message(lambda text: None if self.on and text[0] == "4" else line.send(text))

    def end(self) -> None:
        """Break the line; the next one is not silent."""
        self.on = False
        self._lines[-1].close(code=1001)


def test_a_tap_that_gets_no_answer_says_so_and_is_sent_again(theatre: Theatre):
    console = theatre.console()
    noor = theatre.phone("Noor")
    silence = Silence(noor)
    ask = noor.get_by_role("button", name="I want to speak")
    expect(ask).to_be_enabled()
    silence.on = True
    ask.tap()
    expect(ask).to_contain_text("Not confirmed yet", timeout=15_000)
    expect(noor.locator(".banner")).to_contain_text("Your tap is kept")
    expect(noor.locator("[aria-live]")).to_contain_text("Not confirmed yet")
    look(noor, "phone-unconfirmed")
    silence.end()
    expect(noor.get_by_role("heading", name="1st in the queue")).to_be_visible()
    expect(noor.locator(".banner")).to_have_count(0)
    expect(console.locator(".request")).to_have_count(1)
