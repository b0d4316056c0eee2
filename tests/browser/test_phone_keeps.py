"""What a phone keeps: taps that could not be sent, and who it is where nothing else is kept."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.theatre import (
    PHONE,
    QUESTION,
    SMALL_PHONE,
    Theatre,
    hold,
    start,
    told,
)
from tests.support.lift import Lift
from tests.support.server import Server

RELOADED_MS = 30_000
TAKE_AWAY_STORAGE = """
  const denied = { get() { throw new DOMException("denied", "SecurityError"); } };
  Object.defineProperty(window, "localStorage", denied);
  Object.defineProperty(window, "sessionStorage", denied);
  Object.defineProperty(Document.prototype, "cookie", { get: () => "", set: () => undefined });
"""


def asks_in_the_lift(phone: Page, lift: Lift) -> None:
    """Lose the line, and ask for a chair."""
    lift.cut()
    expect(phone.get_by_role("banner")).to_contain_text("Reconnecting…")
    phone.get_by_role("button", name="I want to speak").tap()
    expect(phone.get_by_text("Not sent yet").first).to_be_visible()


def test_a_tap_outlives_its_page_and_is_sent_once(theatre: Theatre, lift: Lift):
    console = theatre.console()
    jonas = theatre.phone("Jonas", base_url=lift.url)
    start(console)
    asks_in_the_lift(jonas, lift)
    look(jonas, "phone-not-sent-yet")
    jonas.goto("about:blank")
    lift.mend()
    jonas.goto(f"{lift.url}/{theatre.code}")
    expect(jonas.get_by_role("button", name="Lower my hand")).to_be_visible(timeout=RELOADED_MS)
    expect(console.get_by_text("1 waits")).to_be_visible()
    jonas.get_by_role("button", name="Lower my hand").tap()
    expect(jonas.get_by_role("button", name="I want to speak")).to_be_visible()
    jonas.reload()
    expect(jonas.get_by_role("button", name="I want to speak")).to_be_visible()
    expect(told(console, "Jonas lowered the hand")).to_have_count(1)


def test_a_tap_of_one_session_is_not_sent_into_another(
    theatre: Theatre, lift: Lift, server: Server
):
    other = server.create_session(question="What would you stop doing tomorrow?")
    jonas = theatre.phone("Jonas", base_url=lift.url)
    asks_in_the_lift(jonas, lift)
    jonas.goto("about:blank")
    lift.mend()
    jonas.goto(f"{lift.url}/{other}")
    jonas.get_by_label("Your name").fill("Jonas")
    jonas.get_by_role("button", name="Come in").tap()
    expect(jonas.get_by_role("button", name="I want to speak")).to_be_visible()
    expect(jonas.get_by_text("Nobody waits.")).to_be_visible()
    jonas.goto(f"{lift.url}/{theatre.code}")
    expect(jonas.get_by_role("button", name="Lower my hand")).to_be_visible(timeout=RELOADED_MS)


def test_a_tap_that_means_nothing_any_more_is_dropped_with_a_word(theatre: Theatre, lift: Lift):
    console = theatre.console()
    jonas = theatre.phone("Jonas", base_url=lift.url)
    start(console)
    asks_in_the_lift(jonas, lift)
    jonas.goto("about:blank")
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    lift.mend()
    jonas.goto(f"{lift.url}/{theatre.code}")
    expect(jonas.locator(".message")).to_have_text(
        "What you tapped before came too late. The session has ended.", timeout=RELOADED_MS
    )
    look(jonas, "phone-too-late")
    jonas.reload()
    expect(jonas.get_by_role("heading", name="This session has ended.")).to_be_visible()
    expect(jonas.locator(".message")).to_have_count(0)


def test_a_window_that_keeps_nothing_knows_its_person_by_the_address(
    theatre: Theatre, open_page: Callable[..., Page]
):
    phone = open_page("about:blank", **SMALL_PHONE)
    phone.add_init_script(TAKE_AWAY_STORAGE)
    phone.goto(f"/{theatre.code}")
    hint = phone.get_by_text("This window forgets you when it closes.")
    expect(hint).to_contain_text(f"/{theatre.code}")
    look(phone, "phone-forgetful-window")
    expect(phone).to_have_url(re.compile(r"#d=[\w-]{32}$"))
    phone.get_by_label("Your name").fill("Noor")
    phone.get_by_role("button", name="Come in").tap()
    phone.get_by_role("button", name="I want to speak").tap()
    expect(phone.get_by_role("heading", name="1st in the queue")).to_be_visible()
    for _again in range(2):
        phone.reload()
        expect(phone.get_by_role("heading", name="1st in the queue")).to_be_visible()
    phone.get_by_role("button", name="Topics").tap()
    phone.reload()
    expect(phone.get_by_role("button", name="Lower my hand")).to_be_visible()


def test_a_moving_link_works_in_a_window_that_keeps_nothing(
    theatre: Theatre, open_page: Callable[..., Page]
):
    phone = open_page("about:blank", **PHONE)
    phone.add_init_script(TAKE_AWAY_STORAGE)
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    phone.goto(f"/{theatre.code}#move=stale")
    expect(phone.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(phone).to_have_url(re.compile(r"#d=[\w-]{32}$"))
    assert [one for one in asked if one.startswith("POST") and one.endswith("/recover")]
