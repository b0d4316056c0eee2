"""The console in every state, on every laptop: nothing runs out of it or lies over the bowl."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import rooms
from tests.browser.looking import EVERY_PICTURE, look, shoot, sideways_px
from tests.browser.theatre import PHONE, Theatre, hold, press_next
from tests.support.face import Face
from tests.support.lift import Lift
from tests.support.server import Server

SCREENS = {
    "1440": {"width": 1440, "height": 900},
    "1024": {"width": 1024, "height": 768},
    "1280": {"width": 1280, "height": 720},
    "1920": {"width": 1920, "height": 1080},
}
TOPICS = ("Who gets to say no?", "When does paying people break the gift?", "What do we owe?")


OVER_THE_BOWL = """() => {
  const pool = document.querySelector(".pool").getBoundingClientRect();
  return [...document.querySelectorAll(".hints > *, .seat-bar, .next, .topic-time, .wall-sign")]
    .filter(one => {
      const box = one.getBoundingClientRect();
      return box.bottom > pool.top + 1 && box.top < pool.bottom - 1
        && box.right > pool.left && box.left < pool.right;
    }).map(one => one.className);
}"""

Prepare = Callable[[Face], None]


def look_everywhere(page: Page, name: str, *, has_bowl: bool = True) -> None:
    """Look at a state on every laptop, by day and by night; axe sees two of them."""
    for screen, size in SCREENS.items():
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme="dark" if screen in ("1280", "1024") else "light")
        if screen in ("1440", "1024"):
            look(page, f"state-{name}-{screen}")
        elif EVERY_PICTURE:
            shoot(page, f"state-{name}-{screen}")
        assert sideways_px(page) <= 0, screen
        if has_bowl:
            assert page.evaluate(OVER_THE_BOWL) == [], screen
    page.set_viewport_size(SCREENS["1440"])  # type: ignore[arg-type]


def prepared(theatre: Theatre, server: Server, prepare: Prepare) -> Page:
    """Open the console of a room that is as told."""
    with rooms.hand(server, theatre.code) as hand:
        prepare(hand)
    return theatre.console()


def lobby(hand: Face) -> None:
    """Three starters, two wait, it has not begun."""
    rooms.seat(hand, rooms.STARTERS[:3])
    rooms.queue(hand, 2)


def running(waiting: int, seats: int = 5) -> Prepare:
    """All but one chair are taken, so many wait."""

    def prepare(hand: Face) -> None:
        rooms.chairs(hand, seats)
        rooms.seat(hand, (*rooms.STARTERS, "Ingrid", "Kofi", "Noor")[: seats - 1])
        rooms.queue(hand, waiting)
        hand.at(hand.done("start_session"))
        hand.done("give_floor", turn=hand.slices["bowl"]["chairs"][0]["turn"])

    return prepare


def long_names(hand: Face) -> None:
    """Names of 40 letters, from right to left, without spaces, with pictures."""
    rooms.seat(hand, rooms.LONG_NAMES)
    rooms.queue(hand, 4, rooms.LONG_NAMES)
    hand.done("start_session")


def called(hand: Face) -> None:
    """Somebody is on the way."""
    running(3)(hand)
    hand.until(lambda: hand.slices["action"]["next"]["do"] == "call_person")
    assert hand.press_space()["ok"]


def paused(hand: Face) -> None:
    """The clocks stand."""
    running(3)(hand)
    hand.done("pause_clock")


@pytest.mark.parametrize(
    ("name", "prepare", "shown"),
    [
        ("nobody", lambda _: None, "No phone has reached this address yet"),
        ("lobby", lobby, "Enter seats and goes on to the next"),
        pytest.param("waiting-0", running(0), "nobody waits", marks=pytest.mark.long),
        ("waiting-40", running(40), "40 wait"),
        pytest.param("chairs-3", running(3, 3), "3 wait", marks=pytest.mark.long),
        ("chairs-8", running(3, 8), "3 wait"),
        ("called", called, "is seated"),
        pytest.param("paused", paused, "paused", marks=pytest.mark.long),
        ("long-names", long_names, "4 wait"),
    ],
)
def test_a_room_on_every_laptop(
    theatre: Theatre, server: Server, name: str, prepare: Prepare, shown: str
):
    console = prepared(theatre, server, prepare)
    expect(console.get_by_text(shown).first).to_be_visible()
    look_everywhere(console, name)


@pytest.mark.long
def test_somebody_walks_and_a_chair_is_over_time(theatre: Theatre, server: Server):
    console = prepared(theatre, server, running(0))
    amira = theatre.phone("Amira")
    amira.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Amira")
    amira.get_by_role("button", name="I’m walking up").tap()
    expect(console.get_by_text("walking").first).to_be_visible()
    look_everywhere(console, "walking")
    console.clock.install()
    console.clock.fast_forward(9 * 60_000)
    expect(console.get_by_role("group", name="Hint")).to_be_visible()
    over = re.compile(r"chair 2, Tomasz, \d+:\d\d over")
    expect(console.get_by_role("button", name=over)).to_be_visible()
    look_everywhere(console, "over-time")


def test_a_hint_comes_and_goes_and_nothing_moves(theatre: Theatre, server: Server):
    console = prepared(theatre, server, running(3))
    where = "one => { const {x, y, width} = one.getBoundingClientRect(); return [x, y, width] }"
    pool = console.locator(".pool")
    before = pool.evaluate(where)
    console.clock.install()
    console.clock.fast_forward(9 * 60_000)
    hint = console.get_by_role("group", name="Hint")
    expect(hint).to_be_visible()
    assert pool.evaluate(where) == before
    hint.get_by_role("button", name="Not now").click()
    console.keyboard.press("KeyG")
    expect(console.locator(".notice")).to_be_visible()
    assert pool.evaluate(where) == before
    console.keyboard.press("Shift+Digit2")
    expect(console.get_by_role("group", name="Chair 2, Tomasz")).to_be_visible()
    assert pool.evaluate(where) == before


def test_topics_are_voted_on_questions_come_and_thumbs_are_asked(theatre: Theatre, server: Server):
    phone = Face(server, theatre.code, "phone").connect()
    phone.done("join_session", name="Bastien")
    with rooms.hand(server, theatre.code) as hand:
        running(3)(hand)
        for title in TOPICS:
            hand.done("put_up_topic", topic=phone.done("suggest_topic", title=title))
        phone.done("suggest_topic", title="Why do only the loud ones get a chair?")
        phone.done("ask_bowl", words="How do you pay people who cannot come on weekends?")
        vote = hand.done("open_vote", dots=3, minutes=5)
        console = theatre.console()
        expect(console.get_by_role("button", name="Close the vote")).to_be_visible()
        expect(console.get_by_text("How do you pay people")).to_be_visible()
        look_everywhere(console, "vote")
        hand.done("close_vote", vote=vote)
        topic = hand.done("begin_topic", title=TOPICS[0], minutes=30)
        hand.done("open_thumbs", topic=topic, minutes=5)
    expect(console.get_by_role("button", name="Show the answer")).to_be_visible()
    look_everywhere(console, "thumbs")
    phone.leave()


@pytest.mark.long
def test_parts_are_short_long_and_last(theatre: Theatre, server: Server):
    theatre.code = server.create_session(
        question=rooms.LONG_QUESTION, event="Day", format="sandwich"
    )
    with rooms.hand(server, theatre.code) as hand:
        rooms.seat(hand)
        hand.done("start_session")
        hand.done("begin_phase", index=1, seen=0)
    console = theatre.console()
    expect(console.get_by_role("region", name="Time and plan")).to_contain_text("to spare")
    expect(console.locator(".run-of-show .is-now")).to_contain_text("Pair share")
    look_everywhere(console, "pair-share")
    with rooms.hand(server, theatre.code) as hand:
        hand.done("close_queue")
    console.keyboard.press("KeyO")
    expect(console.get_by_text("The queue is closed.")).to_be_visible()
    look_everywhere(console, "last-minutes")
    console.keyboard.press("KeyO")
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    look_everywhere(console, "closed", has_bowl=False)


@pytest.mark.long
def test_three_hundred_people_are_found_by_name(theatre: Theatre, server: Server):
    console = prepared(theatre, server, running(296))
    console.keyboard.press("KeyI")
    people = console.locator(".person")
    expect(console.get_by_text("and 250 more")).to_be_visible()
    assert people.count() == 50
    look_everywhere(console, "people-300")
    unheard = console.get_by_role("button", name="Not heard yet: 296")
    unheard.click()
    expect(people).to_have_count(50)
    expect(people.first).to_contain_text("not heard yet")
    while people.count() < 296:  # as far as one looks, to the last
        before = people.count()
        people.last.scroll_into_view_if_needed()
        expect(people).not_to_have_count(before)
    look_everywhere(console, "people-not-heard")
    console.get_by_role("button", name="Everybody").click()
    console.get_by_label("Find somebody by name").fill("row 29")
    expect(console.locator(".person")).to_have_count(8)
    found = console.get_by_role("group", name="People found")
    expect(found.get_by_text("Guest of row 296")).to_be_visible()


def test_a_long_queue_is_listed_as_far_as_one_looks_and_the_focus_goes_along(
    theatre: Theatre, server: Server
):
    console = prepared(theatre, server, running(60))
    rows = console.get_by_role("group", name="Everybody who waits").locator("ol > li")
    expect(rows).to_have_count(40)
    console.get_by_role("button", name="and 20 more").focus()
    expect(rows).to_have_count(60)
    expect(console.get_by_role("button", name="More for Guest of row 41")).to_be_focused()


def test_the_line_is_lost_and_the_screen_says_what_is_safe(
    theatre: Theatre, server: Server, lift: Lift
):
    with rooms.hand(server, theatre.code) as hand:
        running(3)(hand)
    console = theatre.console(base_url=lift.url)
    lift.cut()
    expect(console.get_by_text("the session is safe").first).to_be_visible(timeout=60_000)
    look_everywhere(console, "lost")
    lift.mend()
    expect(console.get_by_text("the session is safe")).to_have_count(0, timeout=60_000)


@pytest.mark.long
def test_the_helpers_have_their_consoles(theatre: Theatre, server: Server):
    with rooms.hand(server, theatre.code) as hand:
        running(3)(hand)
        hand.done("begin_topic", title=TOPICS[0])
    owner = theatre.console()
    links = owner.evaluate(f"fetch('/{theatre.code}/links.json').then(answer => answer.json())")
    for role, name in (("co_facilitator", "Co-facilitator"), ("note_taker", "Note-taker")):
        page = theatre.opened(links["helpers"][role].removeprefix(server.url))
        expect(page.locator(".bar-role")).to_have_text(name)
        look_everywhere(page, role, has_bowl=role == "co_facilitator")
        phone = theatre.opened(links["helpers"][role].removeprefix(server.url), **PHONE)
        expect(phone.locator(".bar-role")).to_have_text(name)
        look(phone, f"remote-{role}")
