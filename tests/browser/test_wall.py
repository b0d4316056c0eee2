"""Everything on the wall can be read from the last row, on every screen, whoever comes."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import shoot
from tests.browser.wall import Stage, at_all_sizes, contrast, measure
from tests.support.face import Face
from tests.support.server import Server

SHORT = "What makes people stay in a volunteer project after the first year?"
MIDDLE = (
    "How do we decide together what a young colleague may decide alone, and when does that change?"
)
LONG = (
    "If everybody in this room agrees that the way in which we share what we know has to change, "
    "what exactly is it that each of us will stop doing on Monday so that there is room for it?"
)
LONGEST = LONG + " And who will notice first that something has begun to change at all, and how?"

USUAL = ("Lindiwe", "Tomasz", "Rafael", "Mei-Lin", "Kofi", "Saoirse", "Amira", "Jonas")
HARD = (
    "Maximiliane von Hohenstein-Lichtenberg",
    "Wolfeschlegelsteinhausenberg",
    "عبد الرحمن الشرقاوي",
    "山田太郎左衛門",
    "👩🏽‍🚀 Zoë",
    "Christopher",
    "Ana María López",
    "Bartholomew Featherstonehaugh",
)

Wall = Callable[..., tuple[Stage, Page]]


@pytest.fixture
def wall(server: Server, open_page: Callable[..., Page]) -> Iterator[Wall]:
    """Open a session and its wall."""
    stages: list[Stage] = []

    def wall(question: str = SHORT, *, chairs: int = 5, **form: str) -> tuple[Stage, Page]:
        code = server.create_session(question=SHORT, event="Stewardship Day", **form)
        stages.append(stage := Stage(server, code))
        if question != SHORT:
            stage.sends("change_settings", question=question)
        if chairs != len(stage.console.slices["bowl"]["chairs"]):
            stage.sends("change_chairs", count=chairs)
        display = open_page(f"/{code}/display", viewport={"width": 1920, "height": 1080})
        expect(display.locator(".wall-title")).to_be_visible()
        return stage, display

    yield wall
    for stage in stages:
        stage.console.leave()


def read(display: Page, state: str, *, colours: bool = True) -> None:
    """Measure a state at all sizes, and take its picture."""
    amiss: list[str] = []

    def look(size: str) -> None:
        amiss.extend(measure(display, state))
        if size in ("1920", "1024"):
            shoot(display, f"wall-{state}-{size}")

    at_all_sizes(display, look)
    assert not amiss, "\n".join(amiss)
    if colours:
        display.set_viewport_size({"width": 1280, "height": 720})
        contrast(display)


@pytest.mark.parametrize(
    ("name", "question"),
    [("short", SHORT), ("middle", MIDDLE), ("long", LONG), ("longest", LONGEST)],
    ids=lambda one: one if len(one) < 10 else "",
)
def test_the_way_in_can_be_read(wall: Wall, name: str, question: str):
    stage, display = wall(question)
    read(display, f"lobby-{name}-alone")
    stage.sends("show_on_wall", what="qr")
    expect(display.locator(".wall-join")).to_be_visible()
    read(display, f"join-{name}-alone")
    stage.sends("set_wifi", network="Stewardship Guest", password="bring; a chair")
    expect(display.get_by_text("bring; a chair")).to_be_visible()
    read(display, f"join-{name}-wifi")
    stage.sends("show_on_wall", what="bowl")
    expect(display.locator(".wall-lobby")).to_be_visible()
    read(display, f"lobby-{name}-wifi")


@pytest.mark.parametrize("chairs", range(3, 9))
def test_the_bowl_can_be_read(wall: Wall, chairs: int):
    question = (SHORT, MIDDLE, LONG)[chairs % 3]
    stage, display = wall(question, chairs=chairs)
    stage.sends("start_session")
    stage.seats(*USUAL[: chairs - 1])
    stage.sends("give_floor", turn=stage.turn(2))
    expect(display.locator(".chair-speaking")).to_be_visible()
    expect(display.get_by_text("Nobody is waiting")).to_be_visible()
    read(display, f"stage-{chairs}-0", colours=chairs == 5)
    stage.waits("Amira", "Jonas", "Elif")
    stage.sends("begin_topic", title="Who gets to say no?")
    expect(display.get_by_text("Elif")).to_be_visible()
    read(display, f"stage-{chairs}-3", colours=False)


@pytest.mark.parametrize("chairs", [3, 5, 8])
def test_long_names_can_be_read(wall: Wall, chairs: int):
    stage, display = wall(LONG, chairs=chairs)
    stage.sends("start_session")
    stage.seats(*HARD[: chairs - 1])
    for no in (1, 2):
        stage.sends("give_floor", turn=stage.turn(no))
        expect(display.locator(".chair-speaking")).to_be_visible()
        read(display, f"names-{chairs}-{no}", colours=False)
    stage.waits(*reversed(HARD), *(f"Listener {n}" for n in range(32)))
    expect(display.get_by_text("more").first).to_be_visible()
    read(display, f"names-{chairs}-40", colours=chairs == 5)


TITLES = (
    "Who gets to say no?",
    "What we would stop doing if nobody watched, and why we have not stopped it already by now",
    "Pay",
    "Onboarding in the first ninety days, seen from the side of those who have just come to us",
    "Trust",
    "Night shifts",
    "Handover",
    "Remote days",
)


def test_topics_and_what_the_room_asks_can_be_read(wall: Wall, server: Server):
    stage, display = wall(MIDDLE)
    with Face(server, stage.code, "phone").connect() as phone:
        phone.done("join_session", name="Amira")
        for title in TITLES:
            stage.sends("put_up_topic", topic=phone.done("suggest_topic", title=title))
        stage.sends("start_session")
        stage.sends("open_vote", dots=3)
        expect(display.locator(".wall-topics")).to_be_visible()
        read(display, "topics")
        stage.sends("close_vote", vote=stage.console.slices["vote"]["vote"])
        stage.sends("show_on_wall", what="bowl")
        asked = phone.done("ask_bowl", words=LONG)
        stage.sends("put_up_question", question=asked)
        stage.sends("show_question", question=asked)
    stage.seats("Lindiwe", "Tomasz")
    expect(display.get_by_text("A question from the room")).to_be_visible()
    read(display, "asked")


def test_the_end_can_be_read(wall: Wall):
    stage, display = wall(LONG)
    stage.sends("start_session")
    stage.seats("Lindiwe", "Tomasz")
    for title in TITLES:
        stage.sends("begin_topic", title=title)
    stage.sends("close_session")
    expect(display.locator(".wall-closing")).to_be_visible()
    read(display, "closing")
    stage.sends("publish_summary")
    expect(display.get_by_text("Keep the summary")).to_be_visible()
    read(display, "closing-published")


def test_a_pair_share_can_be_read(wall: Wall):
    stage, display = wall(LONGEST, format="sandwich")
    stage.sends("start_session")
    phases = stage.console.slices["run"]["phases"]
    pairs = next(no for no, phase in enumerate(phases) if phase["kind"] == "pair_share")
    if pairs > 0:
        stage.sends("begin_phase", index=pairs)
    expect(display.locator(".wall-pairs")).to_be_visible()
    read(display, "pairs")
