"""What the owner's pages share: one header, one column, and something to look at while empty."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.support.face import Face
from tests.support.long import cases
from tests.support.server import Server

WIDTHS = [1440, 1024, 390, 320]
OWNERS = (
    "/community", "/community/members", "/community/invite", "/community/settings",
    "/privacy/record", "/open", "/archive", "/audit", "/standby", "/event-names",
)  # fmt: skip
NARROW = 760
"""Up to here the owner's header has its ways in a second row."""
NEAR_PX = 1.0

ENDS = """() => {
  const bar = document.querySelector("header").getBoundingClientRect();
  const inside = (one) => {
    const { paddingLeft, paddingRight } = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return [box.left + parseFloat(paddingLeft), box.right - parseFloat(paddingRight)];
  };
  return {
    header: bar.height,
    brand: document.querySelector("header .brand svg").getBoundingClientRect().left,
    header_ends: inside(document.querySelector("header")),
    column_ends: inside(document.querySelector(".today-inside, main:not(.today-page)")),
  };
}"""


def signed_in(page: Page, server: Server) -> Page:
    page.goto(f"{server.url}/o#{server.owner_key}")
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    return page


@pytest.mark.parametrize("width", cases(WIDTHS, short=[1440, 390]))
def test_the_owners_pages_have_one_header_and_one_column(
    open_page: OpenPage, server: Server, width: int
):
    code = server.create_session(event="Open Day")
    with Face(server, code, "console").connect() as console:
        console.done("start_session")
        console.done("add_note", kind="action", words="Call the board")
        console.done("close_session")
    page = signed_in(open_page("/", viewport={"width": width, "height": 900}), server)
    found = {}
    for path in ("/", *OWNERS, f"/{code}/summary/edit"):
        page.goto(path)
        expect(page.locator("main")).to_be_visible()
        found[path] = page.evaluate(ENDS)
    first = found["/"]
    for path, ends in found.items():
        assert abs(ends["brand"] - first["brand"]) <= NEAR_PX, (path, found)
        assert ends["column_ends"] == pytest.approx(first["column_ends"], abs=NEAR_PX), path
        assert ends["header_ends"] == pytest.approx(first["column_ends"], abs=NEAR_PX), path
    one_row = found if width > NARROW else [path for path in found if "/edit" not in path]
    assert len({round(found[path]["header"]) for path in one_row}) == 1, found


@pytest.mark.parametrize("path", ["/", "/open", "/archive"])
def test_an_empty_page_has_a_picture_and_a_demo(open_page: OpenPage, own_server: Server, path: str):
    page = signed_in(open_page(f"{own_server.url}/"), own_server)
    page.goto(f"{own_server.url}{path}")
    expect(page.locator(".empty-picture .sketch-open")).to_be_visible()
    look(page, f"empty-{path.strip('/') or 'owner'}")
    page.get_by_role("link", name="Watch a demo").click()
    expect(page.get_by_text("The people in it are simulated.")).to_be_visible()
    stage = page.locator(".replay-stage")
    expect(stage.locator(".chair").first).to_be_visible()
    slider = page.get_by_role("slider", name="Where in the session")
    before = slider.input_value()
    page.get_by_role("button", name="Play").click()
    expect(slider).not_to_have_value(before)
    page.get_by_role("button", name="Pause").click()
    look(page, f"demo-{path.strip('/') or 'owner'}")
    page.get_by_role("link", name="To the front page").click()
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
