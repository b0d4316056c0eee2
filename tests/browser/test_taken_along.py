"""A laptop in a room without internet greets members of its home; what they wish is done there."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import requests
from playwright.sync_api import expect

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import BeginSeries, PlanOccasion
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Slot
from fishbowl.host.clock import SystemClock
from fishbowl.services.series import AllSeries
from tests.browser.conftest import OpenPage
from tests.browser.test_known import Overheard, comes_in, small
from tests.browser.theatre import PHONE
from tests.browser.wall import Stage
from tests.support.described import TITLE, describe_community
from tests.support.forwarder import Forwarder
from tests.support.served_community import ServedCommunity
from tests.support.server import Server, free_port

NAME = "Ingrid Halvorsen"
SERIES = SeriesId("lunch23456")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Server]:
    """The installation that stays up."""
    (tmp_path / "home").mkdir()
    db = tmp_path / "home" / "home.db"
    describe_community(db)
    plan(db)
    home = Server(db)
    home.start()
    yield home
    home.stop()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The laptop."""
    (tmp_path / "laptop").mkdir()
    laptop = Server(tmp_path / "laptop" / "laptop.db")
    laptop.start()
    yield laptop
    laptop.stop()


def plan(db: Path) -> None:
    """Plan a date of a series for tomorrow."""
    served = ServedCommunity(db)
    served.start()
    series = AllSeries(served.service.shared, served.clock)
    series.start()
    tomorrow = date.fromtimestamp(SystemClock().now_ms() / 1000 + 24 * 3600).isoformat()
    slot = Slot(on=tomorrow, at="12:15", minutes=60, title="Who hands over?", room="Loom")
    about = About(label="First Thursday lunch", slug="lunch")
    for command in (BeginSeries(id=SERIES, about=about), PlanOccasion(slot=slot)):
        assert series.ask(SERIES, command, role=Role.OWNER).ok
    served.service.stop()


def owner(server: Server, path: str, **fields: str) -> str:
    """A page as the owner reads it, after a form was sent."""
    headers = {"Cookie": server.owner_cookie(), "Origin": server.url}
    answer = requests.post(f"{server.url}{path}", data=fields, headers=headers, timeout=60)
    assert answer.ok, answer.text
    return answer.text


def test_who_joins_in_a_room_without_internet_finds_the_evening_on_their_page_at_home(
    server: Server, home: Server, open_page: OpenPage
):
    network = Forwarder(home.port)
    (code,) = re.findall(r"home-shown[^>]*>([A-Z]+ [0-9]{4})<", owner(home, "/laptops/code"))
    owner(server, "/home", url=network.url, code=code, name="Boiler House")
    owner(server, "/home/push")
    planned = open_page("/home/planned", cookie=server.owner_cookie())
    expect(planned.get_by_text("Home was last asked")).to_be_visible()
    network.lead_to(free_port())  # nobody listens there
    small(planned, "laptop-planned")
    planned.get_by_role("button", name="Open the room").click()
    expect(planned).to_have_url(re.compile("/console$"))
    stage = Stage(server, planned.url.split("/")[-2])
    ingrid = comes_in(open_page, stage.code, "Ingrid")
    overheard = Overheard(ingrid)
    stage.sends("start_session")
    ingrid.get_by_role("button", name="About you").tap()
    ingrid.get_by_role("button", name="Be known next time").tap()
    ingrid.get_by_role("textbox", name="Your name").fill(NAME)
    ingrid.get_by_role("switch", name="Answer a question").check()
    ingrid.get_by_role("switch", name="Link this session to me").check()
    ingrid.get_by_role("button", name="Give me a pass").tap()
    expect(ingrid.get_by_role("heading", name=f"This is your pass, {NAME}.")).to_be_visible()
    link = ingrid.locator(".pass-link").inner_text()
    written = link.partition("#")[2].partition(".")[0]
    assert link.startswith(f"{network.url}/m#"), "the pass opens the page at home"

    again = open_page(f"/{stage.code}", **PHONE)
    again.get_by_role("button", name="I have a pass").tap()
    again.get_by_label("Or type it, or paste its link").fill(link)
    again.get_by_role("button", name="Use it").tap()
    expect(again.get_by_role("heading", name=f"Good to see you again, {NAME}.")).to_be_visible()

    ingrid.goto("/me")
    expect(ingrid.get_by_role("heading", name="Your page is at home")).to_be_visible()
    expect(ingrid.get_by_text(f"Here you are known as {NAME}.")).to_be_visible()
    expect(ingrid.get_by_text(TITLE)).to_be_visible()
    expect(ingrid.get_by_role("switch", name="Answer a question")).to_be_checked()
    ingrid.get_by_role("switch", name="Take a turn").check()
    expect(ingrid.get_by_text("Kept, and on its way home.")).to_be_visible()
    small(ingrid, "laptop-me")

    stage.sends("close_session")
    network.lead_to(home.port)
    assert "Everything is at home" in owner(server, "/home/push")
    assert not overheard.heard(written)
    mine = open_page(link, **PHONE)
    expect(mine.get_by_role("heading", name=NAME)).to_be_visible()
    expect(mine.get_by_role("region", name="Sessions that are yours")).to_contain_text(
        "Who hands over?"
    )
    expect(mine.get_by_role("switch", name="Answer a question")).to_be_checked()
    expect(mine.get_by_role("switch", name="Take a turn")).to_be_checked()
    network.close()
