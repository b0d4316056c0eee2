"""Helping hands: a second laptop, a note-taker and a phone that carries the microphone."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look, shoot
from tests.browser.theatre import (
    PHONE,
    SMALL_PHONE,
    Theatre,
    hold,
    press_next,
    seat_starters,
    start,
    told,
)
from tests.support.server import Server

ROW_5 = "Row 5, left"
ROLES = ("Co-facilitator", "Note-taker", "Microphone runner")


def links(console: Page) -> Page:
    """Open the panel that has the links to hand over."""
    console.locator(".bar-toggle").first.click()
    expect(console.get_by_role("heading", name="Helpers")).to_be_visible()
    return console


def link_of(console: Page, role: str) -> str:
    """The link that the panel offers for a role."""
    return console.get_by_label(role, exact=True).locator("input").input_value()


def take_back(console: Page, role: str) -> None:
    """Press twice."""
    console.get_by_role("button", name=f"Revoke the links: {role}").click()
    console.get_by_role("button", name=f"revoke the links: {role}").click()


def big_button(phone: Page, name: str) -> Locator:
    return phone.get_by_role("button", name=name, exact=True)


def opened(open_page: OpenPage, server: Server, link: str, **options: object) -> Page:
    """Open a link that was handed over; the key is in its fragment."""
    return open_page(link.removeprefix(server.url), **options)


def test_a_second_laptop_a_note_taker_and_a_runner(
    theatre: Theatre, open_page: OpenPage, server: Server
):
    console = theatre.console()
    seat_starters(console, "Tomasz", "Lindiwe", "Mei-Lin")
    links(console)
    console.get_by_role("button", name="QR to scan: Microphone runner").click()
    expect(console.get_by_alt_text("QR code of the link: Microphone runner")).to_be_visible()
    console.get_by_role("heading", name="Helpers").scroll_into_view_if_needed()
    look(console, "hand-over")
    given = {role: link_of(console, role) for role in ROLES}

    runner = opened(open_page, server, given["Microphone runner"], **SMALL_PHONE)
    expect(runner.get_by_role("heading", name="It has not started yet.")).to_be_visible()
    second = opened(open_page, server, given["Co-facilitator"])
    expect(second.locator(".bar-role")).to_have_text("Co-facilitator")
    expect(second.get_by_text("The facilitator starts the session")).to_be_visible()

    console.keyboard.press("Escape")
    start(console)
    expect(second.get_by_role("button", name="Pause")).to_be_visible()
    second.keyboard.press("c")
    expect(second.locator(".notice")).to_contain_text("Only the facilitator can do that.")

    amira = theatre.phone("Amira", **SMALL_PHONE)
    amira.get_by_role("button", name="I want to speak").tap()
    amira.get_by_role("button", name="Say where you sit (optional)").tap()
    amira.get_by_label("Where you sit").fill(ROW_5)
    look(amira, "say-where-field")
    amira.get_by_role("button", name="Save").tap()
    expect(amira.get_by_text(f"You sit here: {ROW_5}")).to_be_visible()
    look(amira, "say-where")
    jonas = theatre.phone("Jonas")
    jonas.get_by_role("button", name="I want to speak").tap()

    expect(runner.get_by_text(ROW_5)).to_be_visible()
    look(runner, "runner-quiet")
    expect(second.locator(".request", has_text=ROW_5)).to_be_visible()
    press_next(second, "Call Amira to chair 4")
    expect(runner.get_by_role("heading", name="Amira")).to_be_visible()
    expect(runner.get_by_text("to chair 4", exact=True)).to_be_visible()
    look(runner, "runner-called")
    look(second, "co-facilitator")
    seated = big_button(runner, "Amira is seated")
    expect(seated).to_be_in_viewport()
    seated.tap()
    expect(amira.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    expect(runner.get_by_role("heading", name="Nobody is on the way.")).to_be_visible()

    notes = opened(open_page, server, given["Note-taker"])
    expect(notes.locator(".bar-role")).to_have_text("Note-taker")
    notes.keyboard.press("t")
    notes.keyboard.type("Who decides about pay?")
    notes.keyboard.press("Enter")
    expect(console.locator(".topic.is-current")).to_contain_text("Who decides about pay?")
    notes.keyboard.press("1")
    expect(notes.locator(".notice")).to_contain_text("You look after topics and notes.")
    look(notes, "note-taker")

    links(console)
    take_back(console, "Microphone runner")
    expect(runner.get_by_role("heading", name="This link no longer works.")).to_be_visible()
    look(runner, "runner-taken-back")
    expect(second.locator(".bar-role")).to_be_visible()
    take_back(console, "Co-facilitator")
    expect(second.get_by_role("heading", name="This link no longer works.")).to_be_visible()
    look(second, "co-facilitator-taken-back")
    gone = opened(open_page, server, given["Microphone runner"], **PHONE)
    expect(gone.get_by_role("heading", name="This link no longer works")).to_be_visible()
    look(gone, "link-taken-back")
    second.reload()
    expect(second.get_by_role("heading", name="This link no longer works")).to_be_visible()

    again = opened(open_page, server, link_of(console, "Microphone runner"), **PHONE)
    expect(again.get_by_role("heading", name="Nobody is on the way.")).to_be_visible()
    shoot(again, "runner-again")


@pytest.mark.long
def test_helpers_before_the_start_with_two_on_the_way_and_after_the_end(
    theatre: Theatre, open_page: OpenPage, server: Server
):
    """Every helper's page has something kind to say in every state; by night as well."""
    console = theatre.console()
    seat_starters(console, "Tomasz")
    links(console)
    given = {role: link_of(console, role) for role in ROLES}
    runner = opened(open_page, server, given["Microphone runner"], **PHONE, color_scheme="dark")
    notes = opened(open_page, server, given["Note-taker"], viewport={"width": 1024, "height": 768})
    second = opened(open_page, server, given["Co-facilitator"], color_scheme="dark")
    expect(notes.locator(".bar-role")).to_be_visible()
    expect(console.get_by_text("One is here.")).to_have_count(3)
    look(console, "hand-over-used")
    look(notes, "note-taker-lobby")
    console.keyboard.press("Escape")
    start(console)

    for name in ("Maximiliane von Hohenstein", "Jonas", "Kofi", "Noor", "Elif", "Sam"):
        theatre.phone(name).get_by_role("button", name="I want to speak").tap()
    press_next(second, "Call Maximiliane")
    press_next(console, "Call Jonas to chair 3")
    expect(runner.get_by_role("heading", name="Also on the way")).to_be_visible()
    look(runner, "runner-two")
    look(second, "co-facilitator-dark")
    runner.get_by_role("button", name="Jonas is seated").tap()
    expect(runner.get_by_role("heading", name="Also on the way")).to_have_count(0)
    big_button(runner, "Not coming, keep their place").tap()
    expect(runner.get_by_role("heading", name="Nobody is on the way.")).to_be_visible()
    expect(told(console, "The call of Maximiliane")).to_be_visible()
    notes.keyboard.press("Shift+Slash")
    expect(notes.get_by_role("heading", name="All keys")).to_be_visible()
    look(notes, "note-taker-keys")
    notes.keyboard.press("Escape")

    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    expect(runner.get_by_role("heading", name="The session has ended.")).to_be_visible()
    look(runner, "runner-closed")
    for page, name in ((second, "co-facilitator-closed"), (notes, "note-taker-closed")):
        expect(page.get_by_text("The facilitator publishes the summary")).to_be_visible()
        look(page, name)
