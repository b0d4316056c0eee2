"""A conference: a host takes its programme and opens its rooms; afterwards people tell of it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.theatre import PHONE, SMALL_PHONE, WALL, hold
from tests.support.server import Server

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
BREAKS = "They have half an hour between any two talks."
PAIRS = "Two people hold every key; nobody guards one alone."
FIRST = "How do we hand over a key that nobody labelled?"


@pytest.fixture(scope="module")
def server(own_server: Server) -> Server:
    return own_server


def programme(page: Page) -> bytes:
    """Two rooms that open now, one in three days, and a line that cannot be read."""
    now = datetime.fromtimestamp(page.evaluate("Date.now()") / 1000, UTC)
    soon, later = now + timedelta(minutes=10), now + timedelta(days=3)
    return "\n".join(
        (
            "id,day,start,minutes,title,room,people",
            f"1,{soon:%Y-%m-%d},{soon:%H:%M},45,{FIRST},Weaving room,Aroha Ngata",
            f"2,{soon:%Y-%m-%d},{soon:%H:%M},45,What would you stop doing?,Boiler house,Chidi",
            f"3,{later:%Y-%m-%d},14:00,60,Who may ruin a rehearsal?,Attic,",
            f"4,{later:%Y-%m-%d},soon,60,When?,Attic,",
        )
    ).encode()


def test_a_host_takes_a_programme_and_opens_every_room_by_one_press(
    server: Server, open_page: OpenPage
):
    host = open_page(f"/o#{server.owner_key}", **LAPTOP)
    expect(host.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    host.goto("/hosts/series/new")
    host.get_by_label("Its name").fill("Stewardship Day")
    host.get_by_role("button", name="Plan it").click()
    host.goto(f"{re.sub('[?#].*', '', host.url)}/programme")
    look(host, "programme-empty")
    file = {"name": "programme.csv", "mimeType": "text/csv", "buffer": programme(host)}
    host.get_by_label("The file").set_input_files(files=[file])  # type: ignore[list-item]
    host.get_by_role("button", name="Look at the programme").click()
    expect(host.get_by_role("heading", name="3 are new")).to_be_visible()
    expect(host.get_by_role("heading", name="1 cannot be read")).to_be_visible()
    look(host, "programme-preview")
    host.get_by_role("button", name="Take this programme").click()
    expect(host.get_by_text("The programme is taken: 3 sessions have changed.")).to_be_visible()
    look(host, "programme-day")
    host.get_by_role("button", name="Open all 2 rooms of this day").click()
    expect(host.get_by_text("2 rooms are open.")).to_be_visible()
    look(host, "programme-open")
    host.get_by_role("link", name="Print the sheets of 3 rooms").click()
    look(host, "sheets")
    expect(host.get_by_role("heading", name="Weaving room")).to_be_visible()
    address = host.locator(".sheet-address").nth(2).text_content() or ""
    host.goto("/" + address.partition("/")[2])  # not public yet: a host alone gets there
    expect(host.get_by_text(FIRST)).to_be_visible()


def comes_in(open_page: OpenPage, code: str, name: str, **options: object) -> Page:
    phone = open_page(f"/{code}", **{**PHONE, **options})
    phone.get_by_label("Your name").fill(name)
    phone.get_by_role("button", name="Come in").tap()
    expect(phone.get_by_role("navigation", name="Session")).to_be_visible()
    return phone


def signs_up(phone: Page, origin: str, words: str) -> None:
    phone.get_by_role("button", name="Were you somewhere?").tap()
    phone.get_by_label("Where were you?", exact=True).fill(origin)
    phone.get_by_label("What do you bring back?", exact=True).fill(words)
    look(phone, f"bring-back-phone-{phone.viewport_size['width']}")
    phone.get_by_role("button", name="Sign up to tell").tap()
    expect(phone.get_by_text("You are signed up.")).to_be_visible()


def test_after_a_conference_people_sign_up_and_tell_in_a_planned_round(
    server: Server, open_page: OpenPage
):
    code = server.create_session(
        question="What do we bring back, and what do we try?", format="post-conference"
    )
    console = open_page(f"/o#{server.owner_key}", **LAPTOP)
    expect(console.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    console.goto(f"/{code}/console")
    expect(console.get_by_role("button", name="Open the wall")).to_be_visible()
    display = open_page(f"/{code}/display", **WALL)
    amira = comes_in(open_page, code, "Amira")
    jonas = comes_in(open_page, code, "Jonas", **SMALL_PHONE)
    signs_up(amira, "Stewardship Day", BREAKS)  # before it begins
    console.locator("body").click()
    hold(console, "Space", console.get_by_role("button", name="Pause"))
    expect(display.get_by_text("1 person tells what they bring back.")).to_be_visible()
    signs_up(jonas, "Weaving Mill", PAIRS)
    expect(display.get_by_text("2 people tell what they bring back.")).to_be_visible()
    look(display, "bring-back-wall")

    tells = console.get_by_role("region", name="Who tells")
    expect(tells).to_contain_text("2 people tell, from Stewardship Day, Weaving Mill.")
    look(console, "round-console")
    tells.get_by_label("Minutes each").fill("6")
    tells.get_by_role("button", name="Plan the round").click()
    expect(tells).to_contain_text("All of them are in the queue.")
    expect(console.get_by_role("region", name="Run of show")).to_contain_text("12 min")
    expect(amira.get_by_role("heading", name="1st in the queue")).to_be_visible()
    expect(jonas.get_by_role("heading", name="2nd in the queue")).to_be_visible()
    console.get_by_role("button", name=f"Put it up: {BREAKS}").click()
    console.keyboard.press("p")
    expect(display.get_by_role("list", name="The queue")).to_contain_text("Jonas")
    look(display, "round-wall")
    look(console, "round-planned")
    console.get_by_role("region", name="Takeaways").get_by_role(
        "button", name="On the wall"
    ).click()
    expect(display.get_by_text(BREAKS)).to_be_visible()
    expect(display.get_by_text("Stewardship Day")).to_be_visible()
    look(display, "brought-wall")
    console.goto(f"/{code}/summary")
    brought = console.locator("#brought")
    expect(brought).to_contain_text("Stewardship Day")
    expect(brought).to_contain_text(BREAKS)
    look(console, "brought-summary")
