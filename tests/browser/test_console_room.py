"""How much of a full room a laptop's console shows: rulers, not opinions."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import look, settle, shoot
from tests.browser.rooms import LONG_NAMES, chairs, hand, queue, seat
from tests.browser.theatre import Theatre, start
from tests.support.face import Face
from tests.support.server import Server

LAPTOP = {"width": 1280, "height": 800}
ROWS_LEAST = 10
NEW_FIRST = ["New voices go first", "Others go first", "In order of arrival"]
TARGET_LEAST_PX = 32
WHOLE_ROWS = """() => {
  const box = document.querySelector(".queue").getBoundingClientRect();
  return [...document.querySelectorAll(".request")].filter((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= box.top - 1 && bottom <= box.bottom + 1;
  }).length;
}"""
LINES = """() => [...document.querySelectorAll(".request")].map((one) => {
  const heading = one.querySelector(".request-group");
  const high = one.getBoundingClientRect().height;
  return Math.round(high - (heading ? heading.getBoundingClientRect().height : 0));
})"""
TOO_SMALL = """least => [...document.querySelectorAll("button, a[href], input, select, textarea, summary")]
  .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden"))
  .map((one) => (one.matches("[type=radio], [type=checkbox]") && one.closest("label")) || one)
  .filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return Math.round(width) < least || Math.round(height) < least;
  })
  .map((one) => one.outerHTML.slice(0, 140))
"""


def heard_before(server: Server, code: str, face: Face) -> None:
    """Let somebody sit and leave, who then is the first to ask again."""
    phone = Face(server, code, "phone").connect()
    phone.done("join_session", name="Jonas")
    person = phone.until(lambda: phone.slices["me"]["public_id"])
    chair = face.until(lambda: next(c for c in face.slices["bowl"]["chairs"] if not c["turn"]))["no"]
    face.at(face.done("seat_person", person=person, chair=chair))
    face.done("free_chair", turn=face.slices["bowl"]["chairs"][chair - 1]["turn"])
    phone.done("ask_for_chair")
    phone.leave()


@pytest.fixture
def full(theatre: Theatre, server: Server) -> Page:
    """A talk that runs, with 36 people in line, the first of whom was heard before."""
    console = theatre.console(viewport=LAPTOP)
    with hand(server, theatre.code) as face:
        chairs(face, 5)
        seat(face)
        start(console)
        heard_before(server, theatre.code, face)
        queue(face, 35, LONG_NAMES)
        expect(console.locator(".request").first).to_be_visible()
    return console


@pytest.mark.parametrize(
    ("order", "headings"),
    [("arrival", []), ("fresh_voices", NEW_FIRST)],
)
def test_ten_people_in_line_fit_on_a_laptop(
    full: Page, theatre: Theatre, server: Server, order: str, headings: list[str]
):
    with hand(server, theatre.code) as face:
        face.command("change_rules", order=order)
    expect(full.locator(".request-group")).to_have_text(headings)
    settle(full)
    shoot(full, f"console-36-waiting-{order}-first")
    assert full.evaluate(WHOLE_ROWS) >= ROWS_LEAST
    assert max(full.evaluate(LINES)) <= 34
    look(full, f"console-36-waiting-{order}")
