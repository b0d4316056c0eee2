"""A fishbowl sandwich, from the form on which it is chosen to its last minutes, on all faces."""

import re

from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.theatre import (
    PHONE,
    QUESTION,
    Theatre,
    close_line,
    press_next,
    seat_starters,
    start,
)
from tests.support.server import Server


def choose(page: Page, name: str) -> None:
    """Choose a format by its drawing."""
    page.get_by_role("radio", name=re.compile(f"^{name}")).check(force=True)


def test_a_format_is_chosen_and_its_parts_follow(theatre: Theatre):
    page = theatre.console()
    page.goto("/new")
    page.get_by_label("What is the question?").fill(QUESTION)
    choose(page, "Tap in")
    expect(page.get_by_label("Chairs", exact=True)).to_have_value("2")
    choose(page, "Fishbowl sandwich")
    expect(page.get_by_label("Chairs", exact=True)).to_have_value("5")
    expect(page.get_by_label("Minutes in all", exact=True)).to_have_value("60")
    page.locator("#part-sandwich-1").fill("12")
    expect(page.get_by_label("Minutes in all", exact=True)).to_have_value("64")
    look(page, "setup-sandwich")
    page.get_by_role("button", name="Create fishbowl").click()
    expect(page.get_by_label("Run of show").get_by_text("Pair share")).to_have_count(2)
    expect(page.get_by_text("12 min")).to_be_visible()


def test_minutes_are_divided_once_they_are_typed(theatre: Theatre):
    """Four on the way to forty-five is nobody's plan, and rounding never adds up."""
    page = theatre.console()
    page.goto("/new")
    choose(page, "Fishbowl sandwich")
    minutes = page.get_by_label("Minutes in all", exact=True)
    parts = page.locator(".format-choice:has(:checked) .part-minutes")

    def planned() -> list[int]:
        return [int(field.input_value()) for field in parts.all()]

    usual = planned()
    for wanted in ("30", "7", "60"):
        minutes.press("ControlOrMeta+a")
        before = planned()
        minutes.press_sequentially(wanted)
        assert planned() == before, "while one types"
        minutes.press("Tab")
        assert sum(planned()) == int(wanted)
    assert planned() == usual
    minutes.fill("2")
    minutes.press("Tab")
    assert planned() == usual, "fewer minutes than parts"
    expect(minutes).to_have_value("60")


def test_a_form_without_a_script_takes_what_is_usual(server: Server, theatre: Theatre):
    page = theatre._open_page(f"/o#{server.owner_key}")
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    bare = page.context.browser.new_context(
        java_script_enabled=False,
        base_url=server.url,
        storage_state=page.context.storage_state(),
    ).new_page()
    bare.goto("/new")
    bare.get_by_label("What is the question?").fill(QUESTION)
    choose(bare, "Tap in")
    expect(bare.locator("#part-tap-in-1")).to_be_visible()
    expect(bare.locator("#part-open-0")).to_be_hidden()
    bare.get_by_role("button", name="Create fishbowl").click()
    page.goto(bare.url)
    expect(page.get_by_role("button", name=re.compile("chair", re.IGNORECASE))).not_to_have_count(0)
    expect(page.get_by_label("Run of show").get_by_text("Two chairs")).to_be_visible()
    bare.context.close()


def test_a_sandwich_goes_from_part_to_part(theatre: Theatre, server: Server):
    theatre.code = server.create_session(
        question=QUESTION, event="Stewardship Day", format="sandwich"
    )
    console, display = theatre.console(), theatre.display()
    amira, jonas = theatre.phone("Amira"), theatre.phone("Jonas", **PHONE)
    seat_starters(console, "Lindiwe", "Tomasz")
    start(console)
    expect(display.get_by_text("Want the chair?")).to_be_hidden()
    expect(amira.get_by_text("Welcome").first).to_be_visible()

    press_next(console, "Start: Pair share")
    expect(display.get_by_text("First a moment of silence")).to_be_visible()
    expect(display.get_by_text("Tell about something you have done yourself.")).to_be_visible()
    expect(amira.locator(".pair-step", has_text="Think for yourself")).to_be_visible()
    look(display, "display-pairshare")
    look(amira, "phone-pairshare")
    look(console, "console-run-of-show")

    console.keyboard.press("KeyP")
    expect(display.get_by_text("Open fishbowl")).to_be_visible()
    amira.get_by_role("button", name="I want to speak").tap()
    expect(console.locator(".next-button", has_text="Call Amira")).to_be_visible()

    close_line(console)
    late = console.get_by_role("region", name="Time and plan")
    expect(late).to_contain_text("to spare")
    look(console, "console-to-spare")
    late.get_by_role("button", name="To the bowl").click()
    expect(late).to_be_hidden()

    console.keyboard.press("KeyY")
    panel = console.get_by_role("complementary", name="Run of show")
    panel.get_by_role("button", name=re.compile("^Closing")).click()
    panel.get_by_label("Title").fill("Takeaways")
    look(console, "console-run-panel")
    panel.get_by_role("button", name="Save").click()
    expect(
        console.get_by_role("region", name="Run of show").get_by_text("Takeaways")
    ).to_be_visible()

    panel.get_by_role("button", name="Close the queue now").click()
    expect(display.get_by_text("The queue is closed.")).to_be_visible()
    look(display, "display-last-minutes")
    expect(amira.get_by_text("The last minutes: you may still be called.")).to_be_visible()
    jonas.get_by_label("Write your point").fill("Pay the newcomers first.")
    look(jonas, "phone-leave-point")
    jonas.get_by_role("button", name="Send").tap()
    expect(jonas.get_by_text("The facilitator will review it.").first).to_be_visible()
    expect(panel.get_by_text("One written point.")).to_be_visible()
    console.keyboard.press("Escape")

    console.keyboard.press("KeyP")
    expect(display.get_by_text("First a moment of silence")).to_be_visible()
    console.keyboard.press("KeyU")
    expect(console.locator(".run-of-show .is-now")).to_contain_text("Open fishbowl")
    expect(display.get_by_text("Open fishbowl")).to_be_visible()
    console.keyboard.press("KeyP")
    expect(display.get_by_text("First a moment of silence")).to_be_visible()
    expect(console.locator(".run-of-show .is-now")).to_contain_text("Pair share")
    console.keyboard.press("KeyP")
    expect(display.get_by_text("What will you take home from this?")).to_be_visible()
    look(display, "display-part")
