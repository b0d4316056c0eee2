"""The pages that the server writes: with a script, without one, and for everybody."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import check
from tests.support.long import in_light_and_dark
from tests.support.server import Server

QUESTION = "What makes people stay in a volunteer project after the first year?"


@pytest.fixture(scope="module")
def server(own_server: Server) -> Server:
    return own_server


def sign_in(page: Page, server: Server) -> None:
    page.goto(f"/o#{server.owner_key}")
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()


def test_from_the_printed_link_to_a_console(open_page: OpenPage, server: Server):
    page = open_page(f"/o#{server.owner_key}")
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    assert server.owner_key not in page.url
    page.get_by_role("link", name="New fishbowl").first.click()
    page.get_by_label("What is the question?").fill(QUESTION)
    expect(page.locator(".preview-question")).to_have_text(QUESTION)
    expect(page.get_by_text("67 of 140")).to_be_visible()
    page.get_by_role("button", name="Chairs: more").click()
    page.get_by_role("button", name="Minutes in all: less").click()
    expect(page.get_by_label("Chairs", exact=True)).to_have_value("6")
    expect(page.get_by_label("Minutes in all", exact=True)).to_have_value("40")
    expect(page.locator(".preview .sketch:visible circle.sketch-chair")).to_have_count(5)
    page.get_by_label("Nobody is named").check()
    page.get_by_role("button", name="Create fishbowl").click()
    page.wait_for_url("**/console")
    page.goto("/")
    expect(page.get_by_role("link", name=QUESTION, exact=True)).to_be_visible()


def test_a_session_is_made_without_a_script(open_page: OpenPage, server: Server):
    signed_in = open_page(f"/o#{server.owner_key}")
    expect(signed_in.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    cookies = signed_in.context.cookies()
    page = open_page("/", java_script_enabled=False)
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
    page.goto("/new")
    page.get_by_label("With the chairs and the time").uncheck()
    page.get_by_label("Chairs", exact=True).fill("12")
    page.get_by_role("button", name="Create fishbowl").click()
    expect(page.get_by_text("Enter a question.")).to_be_visible()
    expect(page.get_by_text("Enter a number from 2 to 8.")).to_be_visible()
    page.get_by_label("What is the question?").fill(QUESTION)
    page.get_by_label("Chairs", exact=True).fill("4")
    page.get_by_role("button", name="Create fishbowl").click()
    page.wait_for_url("**/console")


def test_setting_up_fits_a_laptop_without_scrolling(open_page: OpenPage, server: Server):
    page = open_page("/")
    sign_in(page, server)
    page.goto("/new")
    assert page.evaluate("document.documentElement.scrollHeight") == 900


def test_a_code_is_typed_on_a_phone(open_page: OpenPage, server: Server):
    code = server.create_session()
    page = open_page("/", viewport={"width": 320, "height": 568}, has_touch=True)
    page.get_by_label("Code").fill("tide 99")
    page.get_by_role("button", name="Come in").tap()
    expect(page.get_by_role("heading", name="No session has this code")).to_be_visible()
    page.get_by_label("Code").fill(f"{code[:4]} {code[4:]}".lower())
    page.get_by_role("button", name="Try again").tap()
    page.wait_for_url(f"**/{code}")


def test_a_facilitators_link_opens_one_console(open_page: OpenPage, server: Server):
    code = server.create_session()
    owner = open_page("/")
    sign_in(owner, server)
    link = owner.request.get(f"/{code}/links.json").json()["console"]
    page = open_page(link)
    page.wait_for_url(f"**/{code}/console")
    page.goto("/k#NONE22.nonsense")
    expect(page.get_by_role("heading", name="This link opens nothing here")).to_be_visible()


def test_the_printed_sheet_can_be_scanned(open_page: OpenPage, server: Server):
    code = server.create_session(question=QUESTION)
    page = open_page("/")
    sign_in(page, server)
    page.goto(f"/{code}/sheet")
    page.emulate_media(media="print")
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(page.screenshot(full_page=True))))
    assert found.text == f"{server.url}/{code}"
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("seen", in_light_and_dark([(1440, 900), (1024, 768), (390, 844)]))
def test_every_page_is_for_everybody(
    open_page: OpenPage, server: Server, seen: tuple[tuple[int, int], str]
):
    size, scheme = seen
    code = server.create_session(question=QUESTION, event="Stewardship Day · Room 2")
    viewport = {"width": size[0], "height": size[1]}
    page = open_page("/", viewport=viewport, color_scheme=scheme)
    check(page)
    for path in (
        "/go?code=tide+99",
        f"/{code}/console",
        "/new",
        "/go?code=" + "x" * 40,
        "/nowhere/at/all",
        "/k#nonsense",
    ):
        page.goto(path)
        check(page)
    sign_in(page, server)
    check(page)
    for path in ("/new", f"/{code}/sheet", f"/{code}/summary"):
        page.goto(path)
        check(page)
    page.goto("/new")
    page.get_by_role("button", name="Create fishbowl").click()
    expect(page.get_by_text("Enter a question.")).to_be_visible()
    check(page)
