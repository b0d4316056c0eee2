"""Scenes from real rooms, told by the faces on which they happen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import check, look, shoot
from tests.browser.theatre import (
    PHONE,
    Theatre,
    hold,
    press_next,
    seat_starters,
    start,
    told,
)
from tests.support.lift import Lift
from tests.support.server import Server


def test_four_names_are_typed_and_the_fifth_chair_glows(theatre: Theatre):
    """Scene 1: opening."""
    console, display = theatre.console(), theatre.display()
    seat_starters(console, "Lindiwe", "Tomasz", "Rafael", "Mei-Lin")
    start(console)
    expect(display.get_by_text("This chair is open")).to_have_count(1)
    for name in ("Lindiwe", "Tomasz", "Rafael", "Mei-Lin"):
        expect(display.get_by_text(name).first).to_be_visible()


@pytest.mark.long
def test_the_facilitator_overrules_who_makes_room_with_two_keys(theatre: Theatre):
    """Scene 5: the longest seated is named; Lindiwe, who offered, leaves instead."""
    console = theatre.console()
    lindiwe, amira = theatre.phone("Lindiwe"), theatre.phone("Amira")
    seat_starters(console, "Tomasz", "Lindiwe", "Rafael", "Mei-Lin", "Kofi")
    start(console)
    expect(lindiwe.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    lindiwe.get_by_role("switch", name="Happy to make room").tap()
    amira.get_by_role("button", name="I want to speak").tap()
    expect(console.locator(".next-button", has_text="Ask Tomasz to make room")).to_be_visible()
    expect(console.get_by_text("Tomasz makes room: seated longest")).to_be_visible()
    expect(console.get_by_text("offers this chair")).to_be_visible()
    console.keyboard.press("Shift+Digit2")
    look(console, "console-picked")
    console.keyboard.press("KeyS")
    expect(amira.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    expect(lindiwe.get_by_role("button", name="I want to speak")).to_be_visible()


def test_a_woman_in_red_sits_down_and_has_a_name_later(theatre: Theatre):
    """Scene 9: one key; the log and the summary show the name from the start."""
    console, display = theatre.console(), theatre.display()
    seat_starters(console, "Kofi")
    start(console)
    console.keyboard.press("KeyA")
    expect(display.get_by_text("Guest 2").first).to_be_visible()
    console.keyboard.press("Escape")
    console.keyboard.press("Shift+Digit2")
    console.keyboard.press("KeyR")
    expect(console.locator("input:focus")).to_be_visible()
    console.keyboard.type("Noor")
    console.keyboard.press("Enter")
    expect(display.get_by_text("Noor").first).to_be_visible()
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    console.goto(f"/{theatre.code}/summary")
    expect(console.locator("main")).to_contain_text("Noor")
    expect(console.get_by_text("Guest 2")).to_have_count(0)


def test_two_people_called_anna_are_two_people(theatre: Theatre):
    """Scene 11."""
    console = theatre.console()
    first, second = theatre.phone("Anna"), theatre.phone("Anna")
    for anna in (first, second):
        anna.get_by_role("button", name="I want to speak").tap()
        expect(anna.get_by_role("button", name="Lower my hand")).to_be_visible()
    expect(console.get_by_text("Anna", exact=True).first).to_be_visible()
    expect(console.get_by_text("Anna (2)", exact=True).first).to_be_visible()
    expect(second.get_by_text("2nd")).to_be_visible()


def test_chair_three_is_somebody_elses_by_now_and_undo_says_so(theatre: Theatre):
    """Scene 25: undo changes nothing by itself."""
    console, jonas = theatre.console(), theatre.phone("Jonas")
    seat_starters(console, "Lindiwe", "Tomasz", "Rafael")
    start(console)
    console.keyboard.press("Shift+Digit3")
    console.keyboard.press("KeyF")
    freed = console.get_by_role("listitem").filter(has_text="Rafael left chair 3")
    expect(freed).to_be_visible()
    jonas.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Jonas to chair 3")
    expect(jonas.get_by_role("heading", name="Chair 3 is yours.")).to_be_visible()
    jonas.get_by_role("button", name="I’m walking up").tap()
    jonas.get_by_role("button", name="I’m on the chair").tap()
    expect(jonas.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    console.keyboard.press("KeyU")
    notice = console.get_by_text("Jonas now has chair 3")
    expect(notice.first).to_be_visible()
    expect(jonas.get_by_role("heading", name="You’re in the bowl")).to_be_visible()


def test_a_phone_in_a_lift_lowers_its_hand_once(theatre: Theatre, lift: Lift):
    """Scene 26: shown as not sent yet, sent once when the network is back."""
    console = theatre.console()
    jonas = theatre.phone("Jonas", base_url=lift.url)
    start(console)
    jonas.get_by_role("button", name="I want to speak").tap()
    expect(console.get_by_text("1 waits")).to_be_visible()
    expect(jonas.get_by_role("button", name="Lower my hand")).to_be_visible()
    lift.cut()
    expect(jonas.get_by_role("banner")).to_contain_text("Reconnecting… your place is kept.")
    jonas.get_by_role("button", name="Lower my hand").tap()
    expect(jonas.get_by_text("Not sent yet").first).to_be_visible()
    shoot(jonas, "phone-offline")
    jonas.evaluate("scrollTo(0, document.body.scrollHeight)")  # what lies under the foot comes up
    check(jonas)
    lift.mend()
    expect(jonas.get_by_role("button", name="I want to speak")).to_be_visible(timeout=30_000)
    expect(told(console, "Jonas lowered the hand")).to_have_count(1)


def test_the_laptop_is_started_again_and_every_face_comes_back(theatre: Theatre, server: Server):
    """Scenes 27 and 29: killed in the middle of a call; nobody reloads a page."""
    console, display, amira = theatre.console(), theatre.display(), theatre.phone("Amira")
    seat_starters(console, "Tomasz")
    start(console)
    amira.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Amira to chair 2")
    expect(amira.get_by_role("heading", name="Chair 2 is yours.")).to_be_visible()
    server.kill()
    expect(display.get_by_text("Reconnecting").first).to_be_visible(timeout=30_000)
    check(display)
    server.start()
    amira.get_by_role("button", name="I’m walking up").tap()
    expect(console.get_by_text("is walking up").first).to_be_visible(timeout=30_000)
    press_next(console, "Amira is seated")
    expect(display.get_by_text("Amira").first).to_be_visible(timeout=30_000)
    expect(amira.get_by_role("heading", name="You’re in the bowl")).to_be_visible()


def test_nobody_has_a_network_and_the_console_runs_it_alone(theatre: Theatre):
    """Scene 30: typed names only; the summary is as good."""
    console = theatre.console()
    seat_starters(console, "Lindiwe", "Tomasz", "Rafael", "Mei-Lin", "Kofi")
    start(console)
    console.keyboard.press("KeyW")
    console.keyboard.type("Elif")
    console.keyboard.press("Enter")
    console.keyboard.press("Escape")
    press_next(console, "Ask Lindiwe to make room")
    press_next(console, "Elif takes chair 1")
    console.keyboard.press("KeyT")
    console.keyboard.type("Who gets to say no?")
    console.keyboard.press("Enter")
    expect(console.get_by_text("Who gets to say no?").first).to_be_visible()
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    console.goto(f"/{theatre.code}/summary")
    for words in ("Elif", "Lindiwe", "Who gets to say no?"):
        expect(console.locator("main")).to_contain_text(words)
    look(console, "summary-1440")


def test_closed_too_early_and_undone_everything_is_as_it_was(theatre: Theatre):
    """Scene 31: phones included."""
    console, amira = theatre.console(), theatre.phone("Amira")
    seat_starters(console, "Tomasz", "Amira")
    start(console)
    expect(amira.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    expect(amira.get_by_text("Thank you, Amira.")).to_be_visible()
    console.keyboard.press("KeyU")
    expect(amira.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    expect(console.get_by_role("button", name="Pause")).to_be_visible()


def test_a_name_is_hidden_everywhere_and_a_person_is_sent_out_and_kept_out(theatre: Theatre):
    console, display, boss = theatre.console(), theatre.display(), theatre.phone("xX_boss_Xx")
    start(console)
    boss.get_by_role("button", name="I want to speak").tap()
    expect(display.get_by_text("xX_boss_Xx").first).to_be_visible()
    console.keyboard.press("KeyH")
    expect(display.get_by_text("Guest 2").first).to_be_visible()
    expect(display.get_by_text("xX_boss_Xx")).to_have_count(0)
    press_next(console, "Call Guest 2 to chair 1")
    press_next(console, "Guest 2 is seated")
    console.keyboard.press("Shift+Digit1")
    console.keyboard.press("KeyX")
    console.keyboard.press("KeyX")
    expect(boss.get_by_text("You have been asked to leave this session.")).to_be_visible()
    look(boss, "phone-sent-out")
    boss.reload()
    expect(boss.get_by_text("You have been asked to leave this session.")).to_be_visible()


def test_a_locked_door_keeps_out_who_is_new_and_lets_back_who_was_in(
    theatre: Theatre, open_page: Callable[..., Page]
):
    console, amira = theatre.console(), theatre.phone("Amira")
    console.get_by_role("button", name="Lock the door").click()
    amira.reload()
    expect(amira.get_by_role("button", name="I want to speak")).to_be_visible()
    late = open_page(f"/{theatre.code}", **PHONE)
    expect(late.get_by_text("The door is closed for now.")).to_be_visible()
    look(late, "phone-door-locked")
    console.get_by_role("button", name="Door locked").click()
    expect(late.get_by_role("button", name="Come in")).to_be_visible()


def test_a_person_deletes_everything_that_is_held(theatre: Theatre):
    console, rafael = theatre.console(), theatre.phone("Rafael")
    rafael.get_by_role("button", name="I want to speak").tap()
    expect(console.get_by_text("Rafael").first).to_be_visible()
    rafael.get_by_role("button", name="About you").tap()
    look(rafael, "phone-about-you")
    rafael.get_by_role("button", name="Forget me").tap()
    rafael.get_by_role("button", name="Delete everything about me").tap()
    expect(rafael.get_by_text("Everything about you is deleted.")).to_be_visible()
    expect(console.get_by_text("Rafael")).to_have_count(0)
