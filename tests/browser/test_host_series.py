"""A series from its first sentence to a session, as a host plans it."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Recurrence, Slot
from fishbowl.domain.series.rules.occasions import upcoming
from fishbowl.domain.session.commands import AddNote, AddTopic, CloseSession, StartSession
from fishbowl.services.series import AllSeries
from fishbowl.services.series_sessions import SeriesSessions
from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.support.served_community import ServedCommunity
from tests.support.server import Server

SIZES = {"1440": (1440, 900), "1024": (1024, 768), "390": (390, 844), "320": (320, 568)}
LUNCH = SeriesId("lunchseries")
ABOUT = About(
    label="First Thursday lunch",
    slug="first-thursday-lunch",
    purpose="An hour over soup, with one question.",
    place="Weaving Mill and online",
    time_zone="UTC",
    hashtag="FirstThursday",
    asks_by_itself=False,
)
DAY_S = 24 * 3600
NAMES = ("Mikael Åström", "Ingrid Solheim", "Chidi Okonkwo", "Maximiliane von Habsburg-Lothringen")


class Seed:
    """A series of which one date was held, some weeks ago."""

    def __init__(self, db: Path) -> None:
        served = ServedCommunity(db)
        series = AllSeries(served.service.shared, served.clock)
        sessions = SeriesSessions(series, served.service, lambda: False)
        began_s = time.time() - 40 * DAY_S
        served.wait(began_s - served.clock.now_ms() / 1000)
        served.start()
        series.start()
        self.served, self.series = served, series
        people = [served.joins(name, consents=("turn",)) for name in NAMES]
        self.host(c.BeginSeries(id=LUNCH, about=ABOUT))
        day = datetime.fromtimestamp(began_s, UTC).date().isoformat()
        rule = Recurrence(every="week", weekdays=("th",), interval=2, starts_on=day, at="12:15",
                          minutes=60)  # fmt: skip
        self.host(c.SetRecurrence(recurrence=rule))
        for member in people:
            self.member(member, c.JoinRota(member=member))
        first = self.coming()[0]
        assert sessions.make(LUNCH, first).ok
        code = self.state.occasions[first].code
        for command in (
            AddTopic(title="May children vote?"),
            StartSession(),
            AddNote(kind="undecided", words="What do we do when nobody has the second key?"),
            CloseSession(),
        ):
            assert served.service.submit(served.envelope(command, code=code)).ok
        served.wait(40 * DAY_S)
        dates = self.coming()
        self.member(people[1], c.TakeTurn(occasion=dates[1], member=people[1]))
        bring = c.SayBring(occasion=dates[1], member=people[1], bring="person", words="Aroha")
        self.member(people[1], bring)
        self.member(people[2], c.TakeTurn(occasion=dates[2], member=people[2]))
        swap = c.AskSwap(member=people[2], gives=dates[2], takes=dates[1])
        self.member(people[2], swap)
        self.host(c.LeaveOutOccasion(occasion=dates[3], why="The Mill is closed"))
        whole = datetime.fromtimestamp(time.time() + 24 * DAY_S, UTC).date()
        for room in ("Loom", "Dye house"):
            slot = Slot(on=whole.isoformat(), at="09:00", minutes=420, room=room)
            self.host(c.PlanOccasion(slot=slot))
        served.service.stop()

    @property
    def state(self):
        """The series."""
        found = self.series.state(LUNCH)
        assert found is not None
        return found

    def coming(self) -> list:
        """The next dates."""
        return [one.id for one in upcoming(self.state, self.served.clock.now_ms())]

    def host(self, command: c.Command) -> None:
        """A host sends a command."""
        assert self.series.ask(LUNCH, command, role=Role.OWNER).ok

    def member(self, member: MemberId, command: c.Command) -> None:
        """A member sends a command."""
        assert self.series.ask(LUNCH, command, role=Role.MEMBER, member=member).ok


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the series."""
    db = tmp_path_factory.mktemp("series") / "fishbowl.db"
    Seed(db)
    server = Server(db)
    server.start()
    yield server
    server.stop()


def at_all_sizes(page: Page, name: str) -> None:
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        look(page, f"host-{name}-{size}")
    page.set_viewport_size({"width": 1440, "height": 900})


def test_a_host_plans_a_series_and_makes_a_session_of_it(open_page: OpenPage, server: Server):
    page = open_page(f"/o#{server.owner_key}", viewport={"width": 1440, "height": 900})
    page.get_by_role("link", name="Series", exact=True).click()
    at_all_sizes(page, "series-list")
    page.get_by_role("link", name="Plan a series").click()
    at_all_sizes(page, "series-new")
    page.get_by_label("Its name").fill("What we bring back")
    page.get_by_label("How often").select_option(label="Each date on its own")
    expect(page.get_by_label("First day")).to_be_hidden()
    page.get_by_role("button", name="Plan it").click()
    expect(page.get_by_role("heading", name="What we bring back")).to_be_visible()
    page.get_by_role("link", name="Plan a date", exact=True).click()
    at_all_sizes(page, "series-plan")

    page.goto(f"/hosts/series/{LUNCH}")
    expect(page.get_by_role("button", name="Ask Mikael Åström")).to_be_visible()
    expect(page.get_by_text("The Mill is closed")).to_be_visible()
    at_all_sizes(page, "series")
    page.get_by_label("Minutes").fill("90")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("It is saved.")
    page.get_by_role("checkbox", name="May children vote?").uncheck()
    page.get_by_role("button", name="Save what is ticked").click()
    expect(page.get_by_role("checkbox", name="May children vote?")).not_to_be_checked()
    page.get_by_role("button", name="Ask Mikael Åström").click()
    expect(page.get_by_text("is asked until")).to_be_visible()
    for path in ("", "/settings"):
        page.goto(f"/hosts/series/{LUNCH}{path}?lang=ar")
        at_all_sizes(page, f"series-ar{path.replace('/', '-')}")
    page.goto(f"/hosts/series/{LUNCH}/settings?lang=en")
    at_all_sizes(page, "series-settings")
    page.goto("/community")
    at_all_sizes(page, "series-today")

    page.goto(f"/hosts/series/{LUNCH}")
    page.locator(".rota time a").first.click()
    at_all_sizes(page, "series-date")
    page.get_by_role("button", name="Make the session").click()
    expect(page.get_by_text("What do we do when nobody has the second key?").first).to_be_visible()
