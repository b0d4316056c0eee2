"""Every face and page in a language with longer words: nothing is cut off or runs out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import SMALL_LAPTOP, shoot, sideways_px
from tests.browser.theatre import QUESTION, SMALL_PHONE, Theatre, seat_starters, start
from tests.support.long import cases
from tests.support.pseudo import CODE, make_site
from tests.support.server import Server

STRETCH = (Path(__file__).parent / "stretch.js").read_text("utf-8").partition("\n")[2].rstrip(";\n")
LAPTOP = {"width": 1440, "height": 900}
See = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that speaks it too."""
    folder = tmp_path_factory.mktemp("pseudo")
    server = Server(folder / "fishbowl.db", site=make_site(folder / "site"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def see() -> Iterator[See]:
    """Look whether states have room for longer words, and take their pictures."""
    said: list[str] = []

    def see(page: Page, name: str) -> None:
        said.extend(f"{name}: {problem}" for problem in look_at(page, name))

    yield see
    assert said == []


def look_at(page: Page, name: str) -> list[str]:
    """Tell what has no room in a state."""
    expect(page.get_by_text("⟦").filter(visible=True).first).to_be_visible()
    page.evaluate("document.fonts.ready")
    shoot(page, f"stretch-{name}")
    width = sideways_px(page)
    wide = [f"runs out sideways by {width}"] if width > 0 else []
    return wide + page.evaluate(STRETCH)


def reread(page: Page) -> None:
    """Read the page that is open in it, from now on."""
    page.goto(page.url.partition("#")[0].partition("?")[0] + f"?lang={CODE}")


def test_phones_have_room_for_longer_words(theatre: Theatre, see: See):
    phone = theatre.phone("Amira Benali", **SMALL_PHONE)
    reread(phone)
    expect(phone.locator(".big-button")).to_be_visible()
    for width in (320, 390):
        phone.set_viewport_size({"width": width, "height": 700})
        see(phone, f"phone-listening-{width}")
    phone.get_by_role("button", name="⟦Ȧƀǿŭŧ").click()
    expect(phone.locator(".you")).to_be_visible()
    for width in (390, 320):
        phone.set_viewport_size({"width": width, "height": 700})
        see(phone, f"phone-you-{width}")
    phone.locator(".big-button").click()
    phone.locator(".big-button").click()
    expect(phone.locator(".waiting, .place, .call-number, .phone-main").first).to_be_visible()
    for width in (320, 390):
        phone.set_viewport_size({"width": width, "height": 700})
        see(phone, f"phone-waiting-{width}")


def test_the_door_of_a_phone_has_room(theatre: Theatre, open_page, see: See):
    phone = open_page(f"/{theatre.code}?lang={CODE}", **SMALL_PHONE)
    expect(phone.locator(".join")).to_be_visible()
    see(phone, "phone-join-320")


def test_console_and_display_have_room(theatre: Theatre, see: See):
    console = theatre.console()
    seat_starters(console, "Ingrid Solheim", "Yusuf Okafor", "Maria")
    start(console)
    display = theatre.display(viewport={"width": 1920, "height": 1080})
    display.goto(f"/{theatre.code}/display?lang={CODE}")
    for width, height in ((1920, 1080), (1024, 768)):
        display.set_viewport_size({"width": width, "height": height})
        see(display, f"display-stage-{width}")
    reread(console)
    expect(console.locator(".next-button")).to_be_visible()
    for size in (LAPTOP, SMALL_LAPTOP):
        console.set_viewport_size(size)
        see(console, f"console-running-{size['width']}")


def test_the_display_before_the_start_has_room(theatre: Theatre, open_page, see: See):
    display = open_page(f"/{theatre.code}/display?lang={CODE}")
    expect(display.get_by_text(QUESTION).first).to_be_visible()
    for width, height in ((1920, 1080), (1024, 768)):
        display.set_viewport_size({"width": width, "height": height})
        see(display, f"display-lobby-{width}")


@pytest.mark.parametrize("width", cases([1440, 390], short=[390]))
def test_pages_have_room(theatre: Theatre, open_page, server: Server, see: See, width: int):
    size = {"width": width, "height": 900}
    stranger = open_page(f"/?lang={CODE}", viewport=size)
    see(stranger, f"door-{width}")
    stranger.goto("/NOSUCH99")
    see(stranger, f"unknown-{width}")
    owner = open_page(f"/o#{server.owner_key}", viewport=size)
    expect(owner.locator(".sessions")).to_be_visible()
    owner.goto(f"/?lang={CODE}")
    see(owner, f"owner-{width}")
    for path in ("/new", f"/{theatre.code}/sheet", f"/{theatre.code}/summary"):
        owner.goto(path)
        see(owner, f"{path.rpartition('/')[2]}-{width}")
