"""Every other screen of the wall can be read from the last row, on every projector."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Wall
from tests.browser.looking import settle, shoot
from tests.browser.wall import LONG, LONGEST, MIDDLE, QUESTIONS, SHORT, Stage, at_all_sizes, read
from tests.support.face import Face
from tests.support.long import cases
from tests.support.server import Server

TITLES = (
    "Who gets to say no?",
    "What we would stop doing if nobody watched, and why we have not stopped it already by now",
    "Pay",
    "Onboarding in the first ninety days, seen from the side of those who have just come to us, "
    "and from the side of those who stay",
    "Trust",
    "Night shifts",
    "Handover",
    "Remote days",
)
TAKEAWAYS = (
    "Saying no is maintenance.",
    "I will write the leaving guide before the joining guide, and I will ask somebody who has left "
    "to read it first.",
    "Pay for the boring work first.",
    "Ask who is tired. Out loud, every quarter.",
    "Thank people when they stop, not only when they start.",
    "Two people hold every key.",
)
AUTHOR = "Maximiliane von Hohenstein-Lichtenberg"
LOOKING_BACK = "debrief"


def begins(stage: Stage, kind: str) -> None:
    """Go on to the first phase of a kind, planning it at the end where the format has none."""
    stage.console.until(lambda: stage.console.slices["run"]["index"] >= 0)  # it knows of the start
    run = stage.console.slices["run"]
    kinds = [phase["kind"] for phase in run["phases"]]
    if kind not in kinds:
        index = run["index"] + 1
        phases = [{"kind": kind, "planned_ms": 600_000}]
        stage.console.at(stage.sends("edit_run", index=index, phases=phases))
        kinds[index:] = [kind]
    stage.sends("begin_phase", index=kinds.index(kind))


def shows(display: Page, screen: str) -> None:
    """Wait for a screen, whole and alone."""
    expect(display.locator(f".wall-frame:not([data-leaving]) > .wall-{screen}")).to_be_visible()


@pytest.mark.parametrize("length", cases(QUESTIONS, short=("longest",)))
def test_the_way_in_can_be_read(wall: Wall, length: str):
    stage, display = wall(QUESTIONS[length])
    read(display, f"lobby-{length}-alone", colours=length == "short")
    stage.sends("show_on_wall", what="qr")
    shows(display, "join")
    read(display, f"join-{length}-alone", rings=False)
    stage.sends("set_wifi", network="Stewardship Guest", password="bring; a chair")
    expect(display.get_by_text("bring; a chair")).to_be_visible()
    read(display, f"join-{length}-wifi", rings=False)
    stage.sends("show_on_wall", what="bowl")
    shows(display, "lobby")
    read(display, f"lobby-{length}-wifi", colours=length == "long")


@pytest.mark.parametrize("lang", cases(["en", "de", "ar", "ja"], short=["en", "ar"]))
def test_a_vote_can_be_read_with_its_own_clock(wall: Wall, server: Server, lang: str):
    stage, display = wall(MIDDLE, lang=lang)
    for title in TITLES:
        stage.sends("add_topic", title=title)
    stage.sends("start_session")
    with Face(server, stage.code, "phone").connect() as phone:
        phone.done("join_session", name="Amira")
        stage.sends("open_vote", dots=3, minutes=3, with_code=True)
        shows(display, "topics")
        confirmed = display.locator(".topics-code b").inner_text()
        large = display.locator(".stage-clock b").first
        expect(large).to_have_text("3:00")
        vote = stage.console.until(lambda: stage.console.slices["vote"]["vote"])
        topics = stage.console.slices["topics"]["topics"]
        phone.done("confirm_voter", vote=vote, code=confirmed)
        phone.done("cast_dots", vote=vote, topic=topics[1]["id"], dots=3)
        expect(display.locator(".is-lead")).to_have_count(1)
        read(display, f"{lang}-vote", colours=lang == "en", rings=False)
        stage.sends("close_vote", vote=vote)
        expect(display.locator(".stage-clock b").first).not_to_have_text("2:59")
        read(display, f"{lang}-result", rings=False)


def test_a_pair_share_can_be_read(wall: Wall):
    stage, display = wall(LONGEST, format="sandwich")
    stage.sends("start_session")
    begins(stage, "pair_share")
    shows(display, "pairs")
    read(display, "pairs-think", colours=True)


@pytest.mark.parametrize("kind", cases(["think", "groups", "close"], short=["groups"]))
def test_a_part_outside_the_bowl_can_be_read(wall: Wall, kind: str):
    stage, display = wall(LONGEST)
    stage.sends("start_session")
    begins(stage, kind)
    shows(display, "part")
    read(display, f"part-{kind}", colours=kind == "think", rings=kind == "think")
    stage.sends("extend_clock", minutes=100)
    expect(display.locator(".part-clock b")).to_have_attribute("data-long", "true")
    read(display, f"part-{kind}-long", rings=kind == "think")


def test_what_people_take_home_can_be_read(wall: Wall, server: Server):
    stage, display = wall(SHORT)
    stage.sends("start_session")
    stage.sends("show_on_wall", what="takeaways")
    shows(display, "takes")
    read(display, "takes-none", rings=False)
    with Face(server, stage.code, "phone").connect() as phone:
        phone.done("join_session", name=AUTHOR)
        for words in TAKEAWAYS:
            id = phone.done("keep_takeaway", kind="take", words=words, shared=True)
            stage.sends("put_up_takeaway", takeaway=id)
        expect(display.locator(".takes li").first).to_have_text(f"{TAKEAWAYS[-1]}{AUTHOR}")
        read(display, "takes", colours=True)
        begins(stage, LOOKING_BACK)
        stage.sends("open_debrief", stage="so_what")
        stage.sends("show_on_wall", what="bowl")
        expect(display.get_by_role("heading", name="So what?")).to_be_visible()
        read(display, "debrief-none", rings=False)
        id = phone.done("answer_debrief", stage="so_what", words=LONG)
        stage.sends("put_up_answer", answer=id)
        expect(display.get_by_text(LONG)).to_be_visible()
        read(display, "debrief")
    stage.sends("close_session")
    expect(display.get_by_role("heading", name="What we take with us")).to_be_visible()
    stage.sends("publish_summary")
    expect(display.get_by_text("Keep the summary")).to_be_visible()
    read(display, "takes-published")


def test_the_end_can_be_read(wall: Wall):
    stage, display = wall(LONG)
    stage.sends("start_session")
    stage.seats("Lindiwe", "Tomasz")
    for title in TITLES:
        stage.sends("begin_topic", title=title)
    stage.sends("close_session")
    shows(display, "closing")
    read(display, "closing", colours=True, rings=False)
    stage.sends("publish_summary")
    expect(display.get_by_text("Keep the summary")).to_be_visible()
    read(display, "closing-published")


def test_an_empty_wall_says_nothing_at_any_size(wall: Wall):
    stage, display = wall()
    stage.sends("set_wall", showing="blank")
    shows(display, "blank")

    def nothing_is_said(size: str) -> None:
        settle(display)
        heading = display.get_by_role("heading", name="The wall is empty for a moment.")
        assert display.locator(".wall-frame").inner_text().strip() == heading.inner_text(), size
        assert heading.bounding_box()["width"] <= 1, size  # for screen readers alone

    at_all_sizes(display, nothing_is_said)
    shoot(display, "wall-blank")
