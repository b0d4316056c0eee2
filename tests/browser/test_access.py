"""Signing out, coming back without words, codes of two words, and what is left after the end."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.theatre import PHONE, QUESTION, SMALL_PHONE, WALL, Theatre
from tests.support.face import Face
from tests.support.server import Server

SIZES = [(1440, 900), (390, 844), (320, 568)]


@pytest.fixture(scope="module")
def server(own_server: Server) -> Server:
    return own_server


def at_sizes(page: Page, name: str, sizes: list[tuple[int, int]] = SIZES) -> None:
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        look(page, f"access-{name}-{width}")


def test_an_owner_sees_where_they_are_signed_in_and_signs_out(theatre: Theatre, server: Server):
    server.sign_in("o", server.owner_key)
    page = theatre.sign_in()
    page.goto(page.request.get(f"/{theatre.code}/links.json").json()["console"])
    page.wait_for_url("**/console")
    page.goto("/")
    page.get_by_role("link", name="Sign out").click()
    expect(page.get_by_role("heading", name="Signed in on this device")).to_be_visible()
    expect(page.get_by_text("Owner of this server", exact=True)).to_be_visible()
    expect(page.get_by_text(QUESTION)).to_be_visible()
    expect(page.get_by_text("another device, last used on").first).to_be_visible()
    at_sizes(page, "signed-in")
    page.get_by_role("button", name="Sign out of all").click()
    server.forget_owner_cookie()
    expect(page.get_by_text("This browser is signed in to nothing here.")).to_be_visible()
    look(page, "access-signed-out")
    page.goto("/")
    expect(page.get_by_role("heading", name="Which fishbowl?")).to_be_visible()


def test_an_open_console_is_shut_when_its_browser_signs_out(theatre: Theatre):
    console = theatre.sign_in()
    console.goto(f"/{theatre.code}/console")
    expect(console.get_by_role("button", name="Open the wall")).to_be_visible()
    other = console.context.new_page()
    other.goto("/signed-in")
    other.get_by_role("button", name="Owner of this server").click()
    expect(console.get_by_text("This console needs its key")).to_be_visible()


def test_the_front_door_says_how_an_owner_gets_in_and_that_guessing_ends(
    open_page: OpenPage, server: Server
):
    page = open_page("/")
    expect(page.get_by_text("fishbowl new-owner-key")).to_be_visible()
    at_sizes(page, "enter")


def test_guessing_is_told_kindly(start_server: Callable[..., Server], open_page: OpenPage):
    server = start_server()
    page = open_page("/", base_url=server.url)
    for number in range(21):
        page.request.get(f"/GUESS{number}")
    page.get_by_label("Code").fill("wave 47")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_text("Many wrong codes have come from this network")).to_be_visible()
    at_sizes(page, "throttled")


def test_who_has_no_words_asks_and_the_facilitator_brings_them_back(theatre: Theatre):
    console, phone = theatre.console(), theatre.phone("Amira")
    phone.get_by_role("button", name="I want to speak").tap()
    other = theatre.opened(f"/{theatre.code}", **SMALL_PHONE)
    other.get_by_role("button", name="I was here on another phone").tap()
    other.get_by_label("Your three words").fill("acorn acorn acorn")
    for _ in range(5):
        other.get_by_role("button", name="Bring me back").tap()
        expect(other.get_by_text("Nobody here has these words.").first).to_be_visible()
    other.get_by_role("button", name="Bring me back").tap()
    expect(other.get_by_text("Wrong too many times.").first).to_be_visible()
    look(other, "access-wrong-too-often")
    other.get_by_role("button", name="I don’t have the words").tap()
    other.get_by_label("Your name in this room").fill("Amira")
    look(other, "access-asking")
    other.get_by_role("button", name="Ask the facilitator").tap()
    expect(other.get_by_text("The facilitator sees your request.")).to_be_visible()
    look(other, "access-asked")

    console.get_by_role("button", name="1 asks to be let in again").click()
    expect(console.get_by_role("heading", name="Ask to be let in again")).to_be_visible()
    look(console, "access-people-asking")
    console.get_by_role("button", name="Find Amira").click()
    people = console.get_by_role("group", name="People found")
    people.get_by_role("button", name="More for Amira").click()
    console.get_by_role("button", name="Move to another phone").click()
    link = console.get_by_label("The link").input_value()
    look(console, "access-people-moving")
    other.goto("about:blank")
    other.goto(link)
    expect(other.get_by_role("heading", name="1st in the queue")).to_be_visible()
    expect(console.get_by_role("heading", name="Ask to be let in again")).to_be_hidden()


def test_a_facilitator_says_that_it_is_seen_to(theatre: Theatre):
    console = theatre.console()
    phone = theatre.opened(f"/{theatre.code}", **PHONE)
    phone.get_by_role("button", name="I was here on another phone").tap()
    phone.get_by_role("button", name="I don’t have the words").tap()
    phone.get_by_label("Your name in this room").fill("Jonas")
    phone.get_by_label("Your name in this room").press("Enter")
    sign = console.get_by_role("button", name="1 asks to be let in again")
    sign.click()
    console.get_by_role("button", name="Done").click()
    expect(console.get_by_role("heading", name="Ask to be let in again")).to_be_hidden()


@pytest.mark.parametrize(
    ("width", "height", "digits"),
    [(1920, 1080, "4722"), (1024, 768, "4723"), (1280, 1024, "4724"), (3840, 2160, "4725")],
)
def test_a_code_of_two_words_fits_every_wall(
    open_page: OpenPage, server: Server, width: int, height: int, digits: str
):
    code = server.create_session(question=QUESTION, code=f"AMBEROTTER{digits}")
    with Face(server, code, "console").connect() as console:
        wall = open_page(f"/{code}/display", viewport={"width": width, "height": height})
        expect(wall.get_by_text(f"AMBER OTTER {digits}").first).to_be_visible()
        look(wall, f"access-long-lobby-{width}")
        console.done("show_on_wall", what="qr")
        expect(wall.locator("[data-screen=join]")).to_be_visible()
        look(wall, f"access-long-join-{width}")
        console.done("set_wifi", network="Room 2 guests", password="guests-2026")
        expect(wall.get_by_text("Room 2 guests").first).to_be_visible()
        look(wall, f"access-long-join-wifi-{width}")
        console.done("show_on_wall", what="topics")
        expect(wall.locator("[data-screen=topics]")).to_be_visible()
        look(wall, f"access-long-topics-{width}")
        console.done("show_on_wall", what="bowl")
        console.done("start_session")
        expect(wall.locator("[data-screen=stage]")).to_be_visible()
        look(wall, f"access-long-stage-{width}")


def test_a_code_of_two_words_fits_consoles_and_paper(open_page: OpenPage, server: Server):
    code = server.create_session(question=QUESTION, code="WAGONMARSH4728")
    page = open_page(f"/o#{server.owner_key}")
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    look(page, "access-long-owner")
    for path in ("check", "sheet", "setup"):
        page.goto(f"/{code}/{path}")
        look(page, f"access-long-{path}")
    page.goto(f"/{code}/console")
    expect(page.get_by_role("button", name="Open the wall")).to_be_visible()
    at_sizes(page, "long-console", [(1440, 900), (1024, 768), (390, 844)])


def test_strangers_find_out_nothing_after_the_end_but_where_the_summary_is(
    theatre: Theatre, server: Server
):
    with Face(server, theatre.code, "console").connect() as console:
        early, amira = theatre.display(), theatre.phone("Amira")
        watcher = theatre.opened(f"/{theatre.code}", **PHONE)
        expect(watcher.get_by_text(QUESTION).first).to_be_visible()
        console.done("start_session")
        console.done("begin_topic", title="Leaving well")
        console.done("close_session")
        expect(early.get_by_text("Leaving well")).to_be_visible()
        early.reload()
        expect(early.get_by_text("Leaving well")).to_be_visible()
        expect(amira.get_by_text("Thank you, Amira.")).to_be_visible()

        expect(watcher.get_by_text("This session has ended.")).to_be_visible()
        phone = theatre.opened(f"/{theatre.code}", **SMALL_PHONE)
        wall = theatre.opened(f"/{theatre.code}/display", **WALL)
        locked = theatre.opened(f"/{theatre.code}/console", **PHONE)
        expect(phone.get_by_text("This session has ended.")).to_be_visible()
        expect(wall.get_by_text("Thank you.")).to_be_visible()
        for page, name in ((phone, "phone"), (wall, "wall"), (locked, "locked")):
            look(page, f"access-stranger-{name}")
            assert QUESTION not in page.content()
            assert "Leaving well" not in page.content()
        console.done("publish_summary")
        phone.get_by_role("link", name="Read the summary").tap()
        expect(phone.get_by_text("Leaving well").first).to_be_visible()
        expect(wall.get_by_text("Keep the summary")).to_be_visible()
        look(wall, "access-stranger-wall-published")
