"""The method, told by the faces: one key, patience, lost minutes, hints and the rules of a part."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import look, look_at_both
from tests.browser.test_queue import asks, has_sat, row
from tests.browser.theatre import (
    QUESTION,
    Theatre,
    close_line,
    let_pass,
    press_next,
    seat_starters,
    start,
)
from tests.support.server import Server


def minutes_pass(server: Server, minutes: int) -> None:
    """Let the log be older than it is; nobody waits that long for a test."""
    server.kill()
    with closing(sqlite3.connect(server.db)) as log, log:
        log.execute("update entries set at_ms = at_ms - ?", (minutes * 60_000,))
    server.start()


def test_one_key_seats_the_next_and_frees_a_seat_on_the_wall(theatre: Theatre):
    """Requirement 1: in a full bowl, S on a picked chair does both."""
    console, display, amira = theatre.console(), theatre.display(), theatre.phone("Amira")
    seat_starters(console, "Tomasz", "Lindiwe", "Rafael", "Mei-Lin", "Kofi")
    start(console)
    asks(amira)
    expect(row(console, "Amira")).to_be_visible()
    console.keyboard.press("Shift+Digit1")
    console.keyboard.press("KeyS")
    bowl = display.get_by_role("list").filter(has_text="Lindiwe").first
    expect(bowl).to_contain_text("Amira")
    expect(bowl).not_to_contain_text("Tomasz")
    console.keyboard.press("KeyU")
    expect(bowl).to_contain_text("Tomasz")
    expect(bowl).not_to_contain_text("Amira")


@pytest.mark.long
def test_whoever_has_been_passed_three_times_is_first_and_stays_so(theatre: Theatre):
    """Scene 14; and the mark of a first time is gone once somebody has spoken."""
    console = theatre.console()
    jonas, voices = theatre.phone("Jonas"), []
    start(console)
    asks(jonas)
    expect(row(console, "Jonas")).to_contain_text("first time")
    jonas.get_by_role("button", name="Lower my hand").tap()
    expect(jonas.get_by_role("button", name="I want to speak")).to_be_visible()
    has_sat(console, jonas, "Jonas")
    console.keyboard.press("Shift+KeyO")
    console.get_by_label("New voices first, then in order").check()
    console.get_by_role("button", name="Use this order").click()
    asks(jonas)
    expect(row(console, "Jonas")).to_be_visible()
    expect(row(console, "Jonas")).not_to_contain_text("first time")

    for passed, name in enumerate(("Amira", "Kofi", "Noor"), start=1):
        voices.append(theatre.phone(name))
        asks(voices[-1])
        expect(row(console, name)).to_contain_text("first time")
        press_next(console, f"Call {name}")
        expect(row(console, "Jonas")).to_contain_text(f"overtaken {passed} of 3 times")
    late = theatre.phone("Lindiwe")
    asks(late)
    expect(console.locator(".request").first).to_contain_text("Jonas")
    expect(console.locator(".next-button")).to_contain_text("Call Jonas")
    expect(row(console, "Jonas")).to_contain_text("overtaken 3 of 3 times")
    expect(jonas.get_by_text("1st")).to_be_visible()
    look(console, "method-patience")
    look(jonas, "method-patience-phone")


@pytest.mark.long
def test_minutes_that_were_lost_come_from_where_the_facilitator_says(
    theatre: Theatre, server: Server
):
    """Scene 23: the pair share took three minutes more."""
    theatre.code = server.create_session(question=QUESTION, event="Day", format="sandwich")
    console = theatre.console()
    seat_starters(console, "Lindiwe", "Tomasz", "Rafael", "Mei-Lin", "Kofi")
    start(console)
    console.keyboard.press("KeyP")
    expect(parts_of(console).nth(1)).to_have_class("is-now")
    console.context.close()
    minutes_pass(server, 16)

    console = theatre.console()
    console.keyboard.press("KeyP")
    expect(parts_of(console).nth(2)).to_have_class("is-now")
    close_line(console)
    late = console.get_by_role("region", name="Time and plan")
    expect(late).to_contain_text(re.compile(r"3:\d\d later than planned"))
    for way in ("From the bowl", "From the closing", "End later"):
        expect(late.get_by_role("button", name=way)).to_be_visible()
    expect(parts_of(console).nth(2)).to_contain_text("30 min")
    look_at_both(console, "method-late")
    late.get_by_role("button", name="From the bowl").click()
    expect(late).to_have_count(0)
    expect(parts_of(console).nth(2)).to_contain_text("27 min")
    console.keyboard.press("KeyU")
    expect(parts_of(console).nth(2)).to_contain_text("30 min")
    late.get_by_role("button", name="End later").click()
    expect(late).to_have_count(0)
    expect(parts_of(console).nth(2)).to_contain_text("30 min")


def parts_of(console: Page) -> Locator:
    """The parts of the evening, side by side."""
    return console.locator(".run-of-show li")


def test_a_walk_up_who_got_a_name_is_quietly_asked_about(theatre: Theatre):
    """Two of one name stay two until the facilitator says that they are one."""
    console, noor = theatre.console(), theatre.phone("Noor")
    start(console)
    console.keyboard.press("KeyA")
    console.keyboard.type("noor")
    console.keyboard.press("Enter")
    expect(console.locator(".log-line").first).to_contain_text("noor")
    console.keyboard.press("KeyI")
    people = console.get_by_role("complementary", name="In the room")
    asked = people.get_by_text("Noor is here with a phone. The same person?")
    expect(asked).to_have_count(1)
    look_at_both(console, "method-same-person")
    people.get_by_role("button", name="Yes, one person").click()
    expect(asked).to_have_count(0)
    expect(noor.get_by_role("heading", name="You’re in the bowl")).to_be_visible()


def test_hints_come_when_the_facilitator_wants_them(theatre: Theatre):
    """Requirements 21 to 23: before and during a session, and undone like anything else."""
    console = theatre.console()
    console.get_by_role("button", name="Settings").click()
    hints = console.get_by_role("form", name="Hints")
    silent = hints.get_by_label("Hint when somebody on a chair has been silent for")
    expect(silent).to_have_value("360000")
    silent.select_option("3 minutes")
    hints.get_by_label("Hint when somebody has talked").select_option("twice as much as most")
    hints.scroll_into_view_if_needed()
    look_at_both(console, "method-hints")
    hints.get_by_role("button", name="Save hints").click()
    console.keyboard.press("Escape")
    seat_starters(console, "Tomasz", "Lindiwe")
    start(console)

    console.keyboard.press("Digit1")
    expect(console.get_by_role("button", name="Tomasz, is speaking")).to_be_visible()
    console.clock.install()
    hint = console.get_by_role("group", name="Hint")
    let_pass(console, 100_000, hint.get_by_text("Chair 3 has been empty for"))
    console.keyboard.press("KeyO")
    empty = hints.get_by_label("Hint when a chair has been empty for")
    expect(silent).to_have_value("180000")
    empty.select_option("never")
    hints.get_by_role("button", name="Save hints").click()
    expect(hint).to_have_count(0)
    let_pass(
        console,
        200_000,
        hint.get_by_text(re.compile(r"Lindiwe has not had the floor for \d+ minutes")),
    )
    console.get_by_role("heading", name="Settings").click()
    console.keyboard.press("KeyU")
    expect(empty).to_have_value("90000")


def test_a_part_has_rules_of_its_own_before_and_while_it_goes_on(theatre: Theatre):
    """Requirement 25."""
    console, display = theatre.console(), theatre.display()
    console.get_by_role("button", name="Edit the run").click()
    panel = console.get_by_role("complementary", name="Run of show")
    panel.get_by_role("button", name=re.compile("^Open fishbowl")).click()
    panel.get_by_text("Rules of this part").click()
    entry = panel.get_by_label("How people get a chair")
    expect(entry).to_have_value("")
    entry.select_option("Free entry")
    panel.get_by_label("Who makes room").select_option("Time limit")
    panel.get_by_label("Minutes on a chair, as a hint").fill("4")
    panel.get_by_label("Text at the start").fill("Sit down when you have something to say.")
    look_at_both(console, "method-part-rules")
    panel.get_by_role("button", name="Save").click()
    expect(entry).to_be_hidden()  # folded again, with what was kept
    panel.get_by_text("Rules of this part").click()
    expect(entry).to_have_value("free")
    console.keyboard.press("Escape")
    console.keyboard.press("Escape")
    start(console)
    expect(display.get_by_text("Sit down when you have something to say.").first).to_be_visible()

    console.keyboard.press("KeyB")
    rules = console.get_by_role("group", name="Rules of the bowl")
    expect(rules.get_by_role("button", name=re.compile("^Free"))).to_have_attribute(
        "aria-pressed", "true"
    )
    console.keyboard.press("KeyY")
    panel.get_by_role("button", name=re.compile("^Open fishbowl")).click()
    panel.get_by_text("Rules of this part").click()
    entry.select_option("Automatic")
    panel.get_by_role("button", name="Save").click()
    console.keyboard.press("KeyB")
    expect(rules.get_by_role("button", name=re.compile("^Automatic"))).to_have_attribute(
        "aria-pressed", "true"
    )
    console.keyboard.press("KeyU")
    expect(rules.get_by_role("button", name=re.compile("^Free"))).to_have_attribute(
        "aria-pressed", "true"
    )
