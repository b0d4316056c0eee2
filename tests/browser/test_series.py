"""A series as everybody sees it: its page, *I come*, and the wall between two sessions."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Recurrence, Slot
from fishbowl.domain.session import commands as session
from fishbowl.domain.session.ids import TurnId
from fishbowl.services.series import AllSeries
from fishbowl.services.series_sessions import SeriesSessions
from tests.browser.conftest import OpenPage
from tests.browser.looking import EVERY_PICTURE, look, settle, shoot
from tests.browser.wall import SIZES as WALLS
from tests.browser.wall import measure
from tests.support.archived import index_now
from tests.support.served import Served
from tests.support.server import Server

LUNCH, DAY, YARD = SeriesId("lunchseries"), SeriesId("dayseries"), SeriesId("yardseries")
PAGE, CONFERENCE = "/series/first-thursday-lunch", "/series/stewardship-day"
SIZES = ((1440, 900), (1024, 768), (390, 844), (320, 568))
LOOKED_AT = SIZES if EVERY_PICTURE else ((1024, 768), (320, 568))
FOUND = (
    "A key list on the inside of a cupboard door is read more often than any wiki.",
    "Say on the same day that the money is gone. Every day later costs two people.",
    "Meine Wohnungsgenossenschaft hat keine Hausordnung mehr, nur noch Telefonnummern.",
)
ROOMS = (
    ("Weaving room, ground floor", "How do we hand over a key that nobody labelled?"),
    ("Boiler house", "What would you stop doing if nobody noticed?"),
    ("Library", "Which lesson would you let us see?"),
    ("Attic, third floor, by the stairs, or on screen in the Library", "Who may ruin a rehearsal?"),
    ("Yard, outside, and online", "What do we do when the map is wrong and somebody is walking?"),
    ("Kitchen", "ما الذي يجعل الناس يبقون في مشروع تطوعي بعد السنة الأولى؟"),
    ("Cellar", "If everybody in this room agrees that the way in which we share what we know "
               "has to change, what exactly is it that each of us will stop doing on Monday?"),
)  # fmt: skip
WEEK_S = 7 * 24 * 3600


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a monthly lunch that has been going on, and a conference that begins soon."""
    db = tmp_path_factory.mktemp("series") / "fishbowl.db"
    seed(db)
    server = Server(db)
    server.start()
    yield server
    server.stop()


def seed(db: Path) -> None:
    """Let three lunches have been, and plan a day with seven rooms at once."""
    served = Served(db)
    began_s = time.time() - 4 * WEEK_S
    served.clock.wait(began_s - served.clock.now_ms() / 1000)
    series = AllSeries(served.service.shared, served.clock)
    served.service.start()
    series.start()

    def host(id: SeriesId, command: c.Command) -> None:
        outcome = series.ask(id, command, role=Role.OWNER)
        assert outcome.ok, outcome

    common = {"time_zone": "Europe/Berlin", "is_public": True}
    purpose = (
        "People who look after places eat together for an hour and ask each other what they "
        "cannot ask at home."
    )
    lunch = About(label="First Thursday lunch", slug="first-thursday-lunch", purpose=purpose,
                  place="Weaving Mill, Spinner Street 4, and online", **common)  # type: ignore[arg-type]  # fmt: skip
    host(LUNCH, c.BeginSeries(id=LUNCH, about=lunch))
    day = datetime.fromtimestamp(began_s, UTC).date()
    rule = Recurrence(
        every="month", weekdays=("th",), nth=1, starts_on=day.isoformat(), at="12:15", minutes=60
    )
    host(LUNCH, c.SetRecurrence(recurrence=rule))
    for number, line in enumerate(FOUND):
        held(served, f"WAVE{24 + number}", line, number + 2)
        served.wait(WEEK_S)
    served.clock.wait(time.time() - served.clock.now_ms() / 1000)
    about = About(label="Stewardship Day", slug="stewardship-day", hashtag="StewardshipDay",
                  welcomes=False, is_public=True)  # fmt: skip
    host(DAY, c.BeginSeries(id=DAY, about=about))
    soon = datetime.fromtimestamp(time.time() + 90 * 60, UTC)
    for room, title in ROOMS:
        slot = Slot(
            on=soon.date().isoformat(), at=f"{soon:%H:%M}", minutes=60, title=title, room=room
        )
        host(DAY, c.PlanOccasion(slot=slot))
    host(YARD, c.BeginSeries(id=YARD, about=About(label="Yard", slug="yard", is_public=True)))
    now = datetime.fromtimestamp(time.time(), UTC)
    slot = Slot(on=now.date().isoformat(), at=f"{now:%H:%M}", minutes=60, room="Shed")
    host(YARD, c.PlanOccasion(slot=slot))
    yard = series.state(YARD)
    assert yard is not None
    (occasion,) = yard.occasions
    made = SeriesSessions(series, served.service, lambda: False).make(YARD, occasion)
    assert made.ok, made
    index_now(served.service.log)
    served.service.stop()


def held(served: Served, code: str, line: str, voices: int) -> None:
    """A session of the lunch, with people who sat, and its summary published."""

    def sends(command: session.Command, device: str = "") -> int:
        role = Role.ATTENDEE if device else Role.FACILITATOR
        outcome = served.service.submit(served.envelope(command, role, device, code=code))
        assert outcome.ok, outcome
        return outcome.version or 0

    sends(session.CreateSession(code=code, question="What makes people stay?", series=LUNCH))
    sends(session.StartSession())
    for _ in range(voices):
        turn = TurnId(sends(session.SeatWalkUp(chair=1)))
        sends(session.GiveFloor(turn=turn))
        served.wait(200)
        sends(session.FreeChair(turn=turn))
    sends(session.AddNote(kind="insight", words=line))
    sends(session.AddNote(kind="question", words="Who pays when a neighbour falls off the ladder?"))
    sends(session.CloseSession())
    sends(session.PublishSummary())


def at_all_sizes(page: Page, name: str) -> None:
    for width, height in LOOKED_AT:
        page.set_viewport_size({"width": width, "height": height})
        look(page, f"{name}-{width}")
    page.set_viewport_size({"width": 390, "height": 844})


def test_somebody_finds_a_series_and_says_that_they_come(
    open_page: OpenPage, server: Server
) -> None:
    page = open_page("/series", viewport={"width": 390, "height": 844})
    look(page, "series-index")
    page.get_by_role("link", name="First Thursday lunch").click()
    expect(page.get_by_text(FOUND[0])).to_be_visible()
    at_all_sizes(page, "series")
    page.get_by_role("link", name="I come").click()
    look(page, "series-come")
    page.get_by_label("Your first name").fill("Tomasz")
    page.get_by_role("button", name="I come").click()
    expect(page.get_by_role("heading", name="You come, Tomasz")).to_be_visible()
    look(page, "series-comes")
    page.goto(PAGE)
    expect(page.get_by_text("You have said that you come.")).to_be_visible()
    page.get_by_role("link", name="I do not come").click()
    page.get_by_role("button", name="I do not come").click()
    expect(page.get_by_role("link", name="I come")).to_be_visible()
    page.goto(CONFERENCE)
    expect(page.get_by_role("heading", name="Kitchen")).to_have_count(0)
    expect(page.get_by_text("Boiler house")).to_be_visible()
    at_all_sizes(page, "series-day")
    for path in (PAGE, CONFERENCE):
        page.goto(f"{path}?lang=ar")
        at_all_sizes(page, f"series{path.rpartition('-')[1]}{path.rpartition('-')[2]}-ar")


def test_the_wall_between_sessions_is_read_from_the_last_row(
    open_page: OpenPage, server: Server
) -> None:
    page = open_page(
        f"{CONFERENCE}/wall?room=Boiler house", viewport={"width": 1920, "height": 1080}
    )
    expect(page.get_by_role("listitem").filter(has_text="Boiler house")).to_contain_text("here")
    faults: list[str] = []
    for path in (
        f"{CONFERENCE}/wall?room=Boiler house",
        f"{PAGE}/wall",
        f"{CONFERENCE}/wall?lang=ar",
    ):
        page.goto(path)
        for width, height in WALLS:
            page.set_viewport_size({"width": width, "height": height})
            settle(page)
            name = f"between-{path.strip('/').replace('/', '-').replace('?', '-')}-{width}"
            faults += [f"{name}: {fault}" for fault in measure(page, name, rings=False)]
            shoot(page, name)
    assert not faults, "\n".join(faults)


def test_the_wall_of_a_room_leaves_for_the_display_of_its_session(open_page: OpenPage) -> None:
    page = open_page("/series/yard/wall?room=shed", viewport={"width": 1920, "height": 1080})
    page.wait_for_url("**/display?wall=yard&room=shed")
    expect(page.locator("[data-screen=lobby]")).to_be_visible()
