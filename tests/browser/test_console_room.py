"""How much of a full room a laptop's console shows: rulers, not opinions."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import look, settle, shoot
from tests.browser.rooms import LONG_NAMES, chairs, hand, queue, seat
from tests.browser.theatre import Theatre, start
from tests.support.face import Face
from tests.support.long import cases
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
CUT_FACTS = """() => [...document.querySelectorAll(".request:not(.is-picked) .request-facts")]
  .flatMap((line) => {
    const { bottom, left, right } = line.getBoundingClientRect();
    return [...line.children].filter((fact) => {
      const box = fact.getBoundingClientRect();
      return box.top < bottom - 1 && (box.right > right + 1 || box.left < left - 1);
    });
  })
  .map((fact) => fact.textContent)"""
"""What is known about somebody who waits, and ends in the middle of a word."""
LINES = """() => [...document.querySelectorAll(".request")].map((one) => {
  const heading = one.querySelector(".request-group");
  const high = one.getBoundingClientRect().height;
  return Math.round(high - (heading ? heading.getBoundingClientRect().height : 0));
})"""
TOO_SMALL = """least =>
  [...document.querySelectorAll("button, a[href], input, select, textarea, summary")]
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
    chair = face.until(lambda: next(c for c in face.slices["bowl"]["chairs"] if not c["turn"]))[
        "no"
    ]
    face.at(face.done("seat_person", person=person, chair=chair))
    face.done("free_chair", turn=face.slices["bowl"]["chairs"][chair - 1]["turn"])
    phone.done("ask_for_chair")
    phone.leave()


@pytest.mark.parametrize("width", [1920, 1280, 1024])
def test_a_fact_in_line_is_there_whole_or_not_at_all(full: Page, width: int):
    full.set_viewport_size({"width": width, "height": 768})
    settle(full)
    assert full.evaluate(CUT_FACTS) == []
    labels = full.locator(".next-instead .button-label")
    cut = "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length"
    assert labels.evaluate_all(cut) == 0


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


def test_who_is_picked_in_line_tells_everything(full: Page):
    """One line says the most telling; the rest and the whole reason come on demand."""
    full.get_by_role("button", name="More for Jonas").click()
    picked = full.locator(".request.is-picked")
    expect(picked.get_by_text("Jonas", exact=True)).to_be_visible()
    expect(picked.locator(".request-facts li").last).to_be_in_viewport()
    expect(picked.get_by_role("button", name="Take off")).to_be_visible()
    look(full, "console-36-waiting-picked")


def test_keycaps_stay_on_what_is_pressed_all_the_time_and_come_on_demand(full: Page):
    shown = full.locator("kbd:visible")
    assert shown.all_inner_texts() == ["Space", "K", "E", "P", "hold C", "U"]
    full.get_by_role("button", name="Open the wall").hover()
    expect(full.locator("kbd.is-extra:visible")).to_have_text(["D"])
    full.get_by_role("button", name="Walk-up").focus()
    expect(full.locator(".seat-bar kbd.is-extra:visible")).to_have_text(["A"])
    full.locator(":focus").evaluate("one => one.blur()")
    full.keyboard.press("Shift+Slash")
    expect(
        full.locator(".stage kbd.is-extra:visible, .bar kbd.is-extra:visible").nth(5)
    ).to_be_visible()
    look(full, "console-all-keys")


def test_how_a_vote_goes_is_told_in_one_line_and_chosen_in_one_place(
    theatre: Theatre, server: Server
):
    console = theatre.console(viewport=LAPTOP)
    with hand(server, theatre.code) as face:
        for title in ("Pay", "Trust"):
            face.done("add_topic", title=title)
    vote = console.get_by_role("group", name="Vote", exact=True)
    expect(vote.get_by_role("button")).to_have_count(2)
    vote.get_by_role("button", name="no time limit").click()
    vote.get_by_label("Dots for each").select_option("5")
    vote.get_by_label("Open for").select_option("3 minutes")
    expect(vote.get_by_role("button", name="5 dots, 3 minutes")).to_be_visible()
    look(console, "console-vote-in-one-place")
    vote.get_by_role("button", name="Open a vote").click()
    expect(console.get_by_role("button", name="Close the vote")).to_be_visible()


def test_the_talk_so_far_is_one_picture_and_one_sentence(theatre: Theatre, server: Server):
    console = theatre.console(viewport=LAPTOP)
    with hand(server, theatre.code) as face:
        seat(face)
        start(console)
    console.clock.install()
    console.clock.fast_forward(7 * 60_000)
    so_far = console.get_by_role("region", name="So far")
    picture = so_far.get_by_role("img", name="A row for each voice in order of arrival")
    expect(picture.locator("path")).to_have_count(4)
    expect(picture.locator("path.is-most")).to_have_count(1)
    expect(picture.locator("path").first).to_have_attribute("d", re.compile("(?:z.*){8}"))
    expect(so_far.locator("p:visible")).to_have_count(1)
    expect(so_far.locator("p:visible")).to_contain_text("4 voices")
    so_far.get_by_text("Figures").click()
    expect(so_far.get_by_text("time on a chair")).to_be_visible()
    look(console, "console-so-far")


@pytest.mark.parametrize(
    "panel",
    cases(["", "KeyI", "KeyJ", "KeyB", "KeyO", "KeyY", "Shift+KeyO", "KeyZ"], short=["", "KeyO"]),
)
def test_everything_that_is_clicked_is_large_enough(full: Page, panel: str):
    if panel:
        full.keyboard.press(panel)
        expect(full.locator(".panel")).to_be_visible()
    assert full.evaluate(TOO_SMALL, TARGET_LEAST_PX) == []
