"""Stories before the doors open: planning, changing the plan, checking the room, opening."""

import re
from datetime import datetime, timedelta
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from fishbowl.domain.session.formats import FORMATS
from tests.browser.conftest import OpenPage
from tests.browser.looking import check, look
from tests.browser.theatre import PHONE, QUESTION, hold
from tests.support.long import in_light_and_dark
from tests.support.server import Server

NEXT_YEAR = datetime.now().year + 1  # noqa: TID251  # what people type is not session time
OPENS_AT = f"{NEXT_YEAR}-05-01T08:30"
LONG_MS = 60_000


@pytest.fixture(scope="module")
def server(own_server: Server) -> Server:
    return own_server


def signed_in(open_page: OpenPage, server: Server, path: str, **options: object) -> Page:
    page = open_page(f"/o#{server.owner_key}", **options)
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    page.goto(path)
    return page


def test_an_early_phone_waits_kindly_until_the_facilitator_opens(
    open_page: OpenPage, server: Server
):
    code = server.create_session(question=QUESTION, opens=OPENS_AT, starts=OPENS_AT)
    phone = open_page(f"/{code}", **PHONE)
    expect(phone.get_by_text("The doors open on")).to_be_visible()
    expect(phone.get_by_text("It begins on")).to_be_visible()
    expect(phone.get_by_label("Your name")).to_be_hidden()
    look(phone, "planning-phone-early")
    console = signed_in(open_page, server, f"/{code}/console")
    expect(console.get_by_text("Phones may join from 08:30")).to_be_visible()
    console.get_by_role("button", name="Open the doors now").click()
    phone.get_by_label("Your name").fill("Amira")
    phone.get_by_role("button", name="Come in").tap()
    expect(phone.get_by_role("button", name="I want to speak")).to_be_visible()
    expect(console.get_by_role("button", name="Open the doors now")).to_be_hidden()


def test_the_phones_page_opens_by_itself(open_page: OpenPage, server: Server):
    soon = datetime.now() + timedelta(seconds=8)  # noqa: TID251
    code = server.create_session(opens=soon.isoformat(timespec="seconds"))
    phone = open_page(f"/{code}", **PHONE)
    expect(phone.get_by_label("Your name")).to_be_visible(timeout=LONG_MS)
    phone.get_by_label("Your name").fill("Amira")
    phone.get_by_role("button", name="Come in").tap()
    expect(phone.get_by_role("button", name="I want to speak")).to_be_visible()


def test_doors_that_closed_by_the_clock_are_opened_again(open_page: OpenPage, server: Server):
    soon = datetime.now() + timedelta(seconds=3)  # noqa: TID251
    code = server.create_session(closes=soon.isoformat(timespec="seconds"))
    phone = open_page(f"/{code}", **PHONE)
    expect(phone.get_by_text("The door is closed for now.")).to_be_visible(timeout=LONG_MS)
    console = signed_in(open_page, server, f"/{code}/console")
    console.get_by_role("button", name="Open the doors again").click()
    expect(phone.get_by_label("Your name")).to_be_visible()


def test_the_plan_is_changed_on_the_page_that_made_it_in_everybodys_own_time(
    open_page: OpenPage, server: Server
):
    code = server.create_session(question=QUESTION)
    phone = open_page(f"/{code}", **PHONE)
    expect(phone.get_by_role("heading", name=QUESTION)).to_be_visible()
    page = signed_in(open_page, server, f"/{code}/console", timezone_id="America/New_York")
    page.get_by_role("link", name="Change the set-up").click()
    page.get_by_label("What is the question?").fill("Who should decide about pay?")
    page.locator("label.format", has_text="Fishbowl sandwich").click()
    page.get_by_role("button", name="Chairs: more").click()
    page.get_by_text("Date, doors and topics").click()
    page.get_by_label("Planned start").fill(f"{NEXT_YEAR}-05-01T09:00")
    page.get_by_text("How long are names kept?").first.click()
    page.get_by_label("How long are names kept?").select_option("date")
    page.get_by_label("Keep names until").fill(f"{NEXT_YEAR}-06-01")
    page.get_by_label("Topics from the start").fill("Pay\nTrust")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/console")
    expect(page.get_by_text("Trust")).to_be_visible()
    expect(phone.get_by_role("heading", name="Who should decide about pay?")).to_be_visible()
    expect(phone.get_by_text(f"deleted on 1 June {NEXT_YEAR}")).to_be_visible()
    page.goto(f"/{code}/setup")
    expect(page.locator("#starts")).to_have_value(f"{NEXT_YEAR}-05-01T09:00")
    expect(page.locator("#chairs")).to_have_value("6")
    abroad = signed_in(open_page, server, f"/{code}/setup", timezone_id="Asia/Tokyo")
    expect(abroad.locator("#starts")).to_have_value(f"{NEXT_YEAR}-05-01T22:00")
    abroad.goto("/")
    expect(abroad.get_by_text(f"1 May {NEXT_YEAR}, 22:00")).to_be_visible()
    page.goto(f"/{code}/console")
    page.get_by_role("button", name=re.compile("^Undo")).first.click()
    expect(phone.get_by_role("heading", name=QUESTION)).to_be_visible()


def test_another_one_like_it_from_the_list_and_from_the_end(open_page: OpenPage, server: Server):
    code = server.create_session(question=QUESTION, format="sandwich", topics="Pay")
    page = signed_in(open_page, server, "/")
    page.locator(f"a[href='/new?like={code}']").click()
    expect(page.get_by_label("What is the question?")).to_have_value(QUESTION)
    expect(page.get_by_role("radio", name="Fishbowl sandwich")).to_be_checked()
    page.get_by_label("What is the question?").fill("The second one?")
    page.get_by_role("button", name="Create fishbowl").click()
    page.wait_for_url("**/console")
    assert code not in page.url
    expect(page.get_by_text("Pay", exact=True)).to_be_visible()
    page.get_by_role("button", name="End session", exact=True).focus()
    again = page.get_by_role("link", name="Duplicate")
    hold(page, "Enter", again)
    again.click()
    expect(page.get_by_label("What is the question?")).to_have_value("The second one?")


def test_the_check_sees_a_scanned_phone_and_an_open_display(open_page: OpenPage, server: Server):
    code = server.create_session(question=QUESTION)
    page = signed_in(open_page, server, f"/{code}/check")
    line = page.locator('[data-line="phone"]')
    expect(line.get_by_text("Not yet. Scan the QR")).to_be_visible()
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(page.screenshot())))
    open_page(found.text, **PHONE)
    expect(line.get_by_text("A phone has opened this address.")).to_be_visible()
    expect(line.get_by_text("Good")).to_be_visible()
    display = page.locator('[data-line="display"]')
    expect(display.get_by_text("The wall is not open yet.")).to_be_visible()
    wall = open_page(f"/{code}/display", viewport={"width": 800, "height": 450})
    expect(display.get_by_text("The last row cannot read this.")).to_be_visible()
    wall.set_viewport_size({"width": 1920, "height": 1080})
    expect(display.get_by_text("1920 by 1080, 1920 dots across.")).to_be_visible()
    expect(display.get_by_text("Good")).to_be_visible()
    clock = page.locator('[data-line="clock"]')
    expect(clock.get_by_text("This computer and the server agree.")).to_be_visible()
    page.get_by_label("People expected").fill("4000")
    page.get_by_role("button", name="Check again").click()
    expect(page.locator('[data-line="connections"]')).to_contain_text("4000 people")


def test_a_session_is_planned_with_the_keyboard_alone(open_page: OpenPage, server: Server):
    page = signed_in(open_page, server, "/new")
    expect(page.get_by_label("What is the question?")).to_be_focused()
    page.keyboard.type("Why do they stay?")
    page.keyboard.press("Tab")
    page.keyboard.type("Day")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Closed rounds")).to_be_checked()
    page.locator("summary", has_text="Date, doors and topics").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Planned start")).to_be_visible()
    page.get_by_label("Topics from the start").focus()
    page.keyboard.type("Pay")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Language of the talk")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Create fishbowl")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/console")


def test_what_is_wrong_goes_when_it_is_mended_and_comes_back_with_it(
    open_page: OpenPage, server: Server
):
    page = signed_in(open_page, server, "/new")
    page.get_by_label("Chairs", exact=True).fill("12")
    page.get_by_role("button", name="Create fishbowl").click()
    question = page.get_by_label("What is the question?")
    no_question = page.get_by_text("Enter a question")
    no_number = page.get_by_text("Enter a number from 2 to 8.")
    expect(no_question).to_be_visible()
    expect(no_number).to_be_visible()
    question.fill("   ")
    expect(no_question).to_be_visible()
    question.fill("Why?")
    expect(no_question).to_be_hidden()
    expect(question).not_to_have_attribute("aria-invalid", "true")
    question.fill("")
    expect(no_question).to_be_visible()
    expect(question).to_have_attribute("aria-invalid", "true")
    question.fill("Why?")
    page.get_by_role("button", name="Chairs: less").click()
    expect(no_number).to_be_hidden()
    check(page)
    page.get_by_text("Date, doors and topics").click()
    page.get_by_label("Doors open").fill(f"{NEXT_YEAR}-05-01T10:00")
    page.get_by_label("Doors close").fill(f"{NEXT_YEAR}-05-01T09:00")
    page.get_by_role("button", name="Create fishbowl").click()
    too_early = page.get_by_text("The doors close before they open.")
    expect(too_early).to_be_visible()
    page.get_by_label("Doors open").fill(f"{NEXT_YEAR}-05-01T08:00")
    expect(too_early).to_be_hidden()


def test_another_one_like_it_waits_for_another_question(open_page: OpenPage, server: Server):
    code = server.create_session(question=QUESTION)
    page = signed_in(open_page, server, f"/new?like={code}")
    question = page.get_by_label("What is the question?")
    expect(question).to_have_value(QUESTION)
    page.keyboard.type("And now?")
    expect(question).to_have_value("And now?")


MOVING = "document.getAnimations().map((one) => one.effect.target.closest('.format').textContent)"


def test_what_a_format_is_can_be_read_and_seen_before_it_is_chosen(
    open_page: OpenPage, server: Server
):
    page = signed_in(open_page, server, "/new", reduced_motion="no-preference")
    formats = page.locator("label.format")
    expect(formats).to_have_count(len(FORMATS))
    for one in formats.all():
        expect(one.locator(".choice-hint")).to_be_visible()
    swap = page.locator("label.format", has_text="Two groups")
    swap.hover()
    moving = page.evaluate(MOVING)
    assert moving
    assert all("Two groups" in words for words in moving)
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize(
    "seen", in_light_and_dark([(1440, 900), (1024, 768), (720, 450), (320, 568)])
)
def test_planning_is_for_everybody(
    open_page: OpenPage, server: Server, seen: tuple[tuple[int, int], str]
):
    size, scheme = seen
    code = server.create_session(
        question=QUESTION, event="Stewardship Day", starts=OPENS_AT, opens=OPENS_AT,
        closes=f"{NEXT_YEAR}-05-01T10:00", keep=f"{NEXT_YEAR}-06-01", topics="Pay",
    )  # fmt: skip
    viewport = {"width": size[0], "height": size[1]}
    name = f"{size[0]}-{scheme}"
    page = signed_in(open_page, server, "/", viewport=viewport, color_scheme=scheme)
    look(page, f"planning-owner-{name}")
    page.goto(f"/{code}/check")
    expect(page.locator('[data-line="clock"]').get_by_text("agree")).to_be_visible()
    look(page, f"planning-check-{name}")
    page.goto(f"/{code}/setup")
    page.get_by_text("The room’s Wi-Fi").click()
    page.get_by_label("Kind of Wi-Fi").select_option("open")
    page.get_by_text("Date, doors and topics").click()
    page.get_by_label("Doors close").fill(f"{NEXT_YEAR}-04-01T10:00")
    look(page, f"planning-setup-{name}")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The doors close before they open.")).to_be_visible()
    check(page)
    page.evaluate("document.documentElement.dir = 'rtl'")
    check(page)


def test_once_it_has_begun_the_set_up_page_says_where_to_go(open_page: OpenPage, server: Server):
    code = server.create_session()
    page = signed_in(open_page, server, f"/{code}/console")
    page.get_by_label("Who starts?").blur()
    hold(page, "Space", page.get_by_role("button", name="Pause"))
    expect(page.get_by_role("link", name="Change the set-up")).to_be_hidden()
    page.goto(f"/{code}/setup")
    expect(page.get_by_role("heading", name="The session has begun")).to_be_visible()
    check(page)
