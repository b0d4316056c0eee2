"""The stage of the wall can be read from the last row, on every screen, whoever comes."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Wall
from tests.browser.wall import LONG, LONGEST, MIDDLE, QUESTIONS, SHORT, read
from tests.support.face import Face
from tests.support.long import cases
from tests.support.server import Server

CHAIRS = cases(range(3, 9), short=(3, 8))
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
TOPIC = "Who gets to say no?"


LARGE_QR = 0.28
"""Which part of the wall's height a QR has that is scanned from further back."""


def qr_part(display: Page) -> float:
    """How large the QR is, in parts of the wall's height."""
    box = display.locator(".stage-join .qr").bounding_box()
    assert box
    return box["height"] / display.evaluate("innerHeight")


@pytest.mark.parametrize("chairs", CHAIRS)
def test_the_bowl_can_be_read(wall: Wall, chairs: int):
    question = list(QUESTIONS.values())[chairs % len(QUESTIONS)]
    stage, display = wall(question, chairs=chairs)
    stage.sends("start_session")
    stage.seats(*USUAL[: chairs - 1])
    stage.sends("give_floor", turn=stage.turn(2))
    expect(display.locator(".chair-speaking")).to_be_visible()
    expect(display.get_by_text("Nobody is waiting")).to_be_visible()
    read(display, f"stage-{chairs}-0", colours=chairs == 8, rings=False)
    large = qr_part(display)
    stage.waits("Amira", "Jonas")
    stage.sends("begin_topic", title=TOPIC)
    expect(display.locator(".current-topic")).to_be_visible()
    expect(display.locator(".fish")).to_have_count(2)
    read(display, f"stage-{chairs}-2", rings=chairs == 8)
    stage.waits("Elif", "Yusra", "Omar", "Dario")
    expect(display.get_by_text("and 2 more")).to_be_visible()
    read(display, f"stage-{chairs}-6")
    assert large >= LARGE_QR > 1.2 * qr_part(display)
    stage.calls_next(chairs)
    stage.sends("set_wall", showing="frozen")  # so that the table still says so at the last size
    expect(display.locator(".table.is-called")).to_contain_text(f"Chair {chairs}")
    read(display, f"stage-{chairs}-called", colours=chairs == 8)


@pytest.mark.parametrize("chairs", cases([3, 5, 8], short=[5]))
def test_who_waits_before_anybody_sits_stands_below_both_clocks(wall: Wall, chairs: int):
    stage, display = wall(SHORT, chairs=chairs)
    stage.sends("start_session")
    expect(display.locator(".stage-clock [role=timer]")).to_have_count(2)
    stage.waits("Amira", "Jonas")
    expect(display.locator(".fish")).to_have_count(2)
    read(display, f"early-{chairs}-2", rings=False)
    stage.waits("Elif", "Yusra", "Omar", "Dario")
    expect(display.get_by_text("and 2 more")).to_be_visible()
    read(display, f"early-{chairs}-6", rings=False)


@pytest.mark.parametrize("chairs", CHAIRS)
def test_no_name_is_broken(wall: Wall, chairs: int):
    stage, display = wall(LONG, chairs=chairs)
    stage.sends("start_session")
    names = HARD[: chairs - 1] if chairs % 2 else HARD[-(chairs - 1) :]
    stage.seats(*names)
    for no in (1, 2):
        stage.sends("give_floor", turn=stage.turn(no))
        expect(display.locator(f".chair-speaking:nth-of-type({no})")).to_be_visible()
    read(display, f"names-{chairs}-0", rings=False)
    stage.waits(*reversed(HARD), *(f"Listener {n}" for n in range(32)))
    stage.sends("change_settings", show_times=True)
    expect(display.get_by_text("and 36 more")).to_be_visible()
    read(display, f"names-{chairs}-40", colours=chairs == 8)


@pytest.mark.parametrize("chairs", cases([3, 6, 8], short=[8]))
def test_the_bowl_can_be_read_without_names(wall: Wall, chairs: int):
    stage, display = wall(MIDDLE, chairs=chairs)
    stage.sends("change_settings", wall_names=False)
    stage.sends("start_session")
    stage.seats(*HARD[: chairs - 1])
    stage.sends("give_floor", turn=stage.turn(1))
    stage.waits(*USUAL[-3:])
    expect(display.locator(".fish")).to_have_count(3)
    stage.calls_next(chairs)
    stage.sends("set_wall", showing="frozen")
    expect(display.locator(".table.is-called")).to_have_text(f"Chair {chairs}")
    expect(display.get_by_text("Amira")).to_have_count(0)
    read(display, f"nameless-{chairs}-called", rings=False)


@pytest.mark.parametrize("chairs", cases([3, 5, 8], short=[5]))
def test_what_the_room_is_asked_or_asks_is_the_headline(wall: Wall, server: Server, chairs: int):
    stage, display = wall(SHORT, chairs=chairs)
    stage.sends("start_session")
    stage.seats(*USUAL[: chairs - 1])
    with Face(server, stage.code, "phone").connect() as phone:
        phone.done("join_session", name="Amira")
        for words in (MIDDLE, LONGEST):
            asked = phone.done("ask_bowl", words=words)
            stage.sends("put_up_question", question=asked)
            stage.sends("show_question", question=asked)
            headline = display.get_by_role("heading", level=1)
            expect(headline).to_have_text(words)
            expect(display.get_by_text("A question from the room")).to_be_visible()
            read(display, f"asked-{chairs}-{len(words)}", rings=words == LONGEST)
            stage.waits("Elif", "Yusra", "Omar")
    begun = stage.sends("begin_topic", title=TOPIC)
    stage.sends("show_question", question=None)
    expect(headline).to_have_text(SHORT)
    topics = stage.console.at(begun).slices["topics"]["topics"]
    topic = next(one["id"] for one in topics if one["state"] == "current")
    stage.sends("open_thumbs", topic=topic, minutes=2)
    expect(headline).to_have_text("Go on with this, or move on?")
    read(display, f"thumbs-{chairs}", colours=chairs == 8, rings=False)


@pytest.mark.parametrize("chairs", cases([3, 5, 8], short=[8]))
def test_the_last_minutes_and_a_pause_can_be_read(wall: Wall, chairs: int):
    stage, display = wall(LONG, chairs=chairs)
    stage.sends("change_settings", show_balance=True, show_times=True)
    stage.sends("start_session")
    stage.seats(*USUAL[: chairs - 1])
    stage.waits(*USUAL[-4:])
    stage.sends("mark_recording_start")
    stage.sends("close_queue")
    expect(display.get_by_text("The queue is closed")).to_be_visible()
    expect(display.get_by_text("Want the chair?")).to_have_count(0)
    read(display, f"last-{chairs}")
    stage.sends("pause_clock")
    expect(display.locator(".table")).to_contain_text("Paused")
    read(display, f"paused-{chairs}", colours=chairs == 8, rings=False)


@pytest.mark.parametrize(
    ("lang", "question", "names"),
    [
        (
            "ar",
            "ما الذي يجعل الناس يبقون في مشروع تطوّعي بعد السنة الأولى؟",
            ("ليندوي", "توماش", "عبد الرحمن الشرقاوي", "مي لين", "Saoirse", "فاطمة الزهراء بن علي"),
        ),
        (
            "ja",
            "最初の一年を過ぎても、人がボランティア活動を続けるのはなぜでしょうか。",
            ("山田太郎", "佐藤", "小野寺 美智子", "Mei-Lin", "高橋一郎左衛門", "アミラ"),
        ),
    ],
    ids=["ar", "ja"],
)
def test_other_scripts_can_be_read(wall: Wall, lang: str, question: str, names: tuple[str, ...]):
    stage, display = wall(question, chairs=7, lang=lang)
    stage.sends("start_session")
    stage.seats(*names)
    stage.sends("give_floor", turn=stage.turn(3))
    expect(display.locator(".chair-speaking")).to_be_visible()
    read(display, f"{lang}-stage-0", rings=False)
    stage.waits(*reversed(names))
    stage.sends("begin_topic", title=question[:40])
    expect(display.locator(".current-topic")).to_be_visible()
    read(display, f"{lang}-stage-6")
