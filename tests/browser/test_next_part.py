"""The next part is one press, and as easily taken back; held only while somebody is on the way."""

import re

from playwright.sync_api import expect

from tests.browser import rooms
from tests.browser.looking import look, look_at_both
from tests.browser.theatre import PHONE, Theatre, hold, press_next, seat_starters, start, told
from tests.support.server import Server


def test_the_next_part_is_one_press_with_an_undo_that_stands_out(theatre: Theatre):
    console = theatre.console()
    seat_starters(console, "Lindiwe", "Tomasz")
    start(console)
    console.keyboard.press("KeyP")
    notice = console.locator(".notice.offers-undo")
    expect(notice).to_contain_text("Part: Closing")
    look_at_both(console, "console-next-part-undo")
    notice.get_by_role("button", name="Undo").click()
    expect(told(console, "The last action was undone")).to_be_visible()
    expect(notice).to_have_count(0)
    console.keyboard.press("KeyP")
    expect(notice).to_be_visible()
    console.keyboard.press("KeyU")
    expect(notice).to_have_count(0)
    expect(console.get_by_role("button", name="Next part")).to_be_visible()


def test_while_somebody_is_on_the_way_the_next_part_is_held(theatre: Theatre):
    console = theatre.console()
    seat_starters(console, "Lindiwe", "Tomasz")
    start(console)
    theatre.phone("Amira").get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Amira")
    part = console.get_by_role("button", name="Next part")
    expect(part).to_contain_text("hold P")
    console.keyboard.press("KeyP")
    expect(console.locator(".notice")).to_contain_text("Keep holding")
    part.click()
    expect(part).to_be_visible()
    hold(console, "KeyP", until=told(console, "Part: Closing"))


def test_a_remote_goes_on_with_one_tap_and_takes_it_back(theatre: Theatre, server: Server):
    with rooms.hand(server, theatre.code) as hand:
        rooms.seat(hand)
        hand.done("start_session")
    remote = theatre.sign_in(**PHONE)
    remote.goto(f"/{theatre.code}/console")
    remote.get_by_role("button", name="More", exact=True).tap()
    remote.get_by_role("button", name="Next part").tap()
    notice = remote.locator(".notice.offers-undo")
    expect(notice).to_contain_text("Part: Closing")
    look(remote, "remote-next-part-undo")
    notice.get_by_role("button", name=re.compile("Undo")).tap()
    expect(notice).to_have_count(0)
