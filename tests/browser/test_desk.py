"""What the facilitator decides at the desk: names, votes, parts, last minutes, and the event."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look, look_at_both
from tests.browser.theatre import (
    QUESTION,
    Theatre,
    chair_of,
    hold,
    press_next,
    seat_starters,
    start,
)
from tests.support.server import Server

TITLES = ("Being asked in the second month", "Paying expenses")


def put_up(phone: Page, console: Page, title: str) -> None:
    """Suggest a topic on a phone, and put it up."""
    phone.get_by_role("button", name="Topics").tap()
    phone.get_by_role("button", name="Suggest a topic").tap()
    phone.get_by_label("Your topic, in one sentence").fill(title)
    phone.get_by_role("button", name="Suggest it").tap()
    item = console.get_by_role("listitem").filter(has_text=title)
    item.get_by_role("button", name="Put it up").click()


def test_a_name_that_somebody_has_is_asked_about(theatre: Theatre):
    console = theatre.console()
    theatre.phone("Anna")
    expect(console.get_by_role("button", name="1 here")).to_be_visible()
    seat_starters(console, "Anna")
    field, asked = console.get_by_label("Who starts?"), console.get_by_role("alert")
    field.fill("anna")
    field.press("Enter")
    expect(asked).to_have_text("Which anna?")
    expect(console.get_by_text("Anna: seated")).to_be_visible()
    expect(field).to_have_attribute("placeholder", re.compile("chair 2"))
    look_at_both(console, "console-who-is-meant")
    console.get_by_role("button", name="Nobody", exact=True).click()
    expect(asked).to_have_count(0)
    expect(console.get_by_text("Anna (2)")).to_have_count(0)
    # Typed faster than the room answers: the second still knows of the first.
    for name in ("Kofi", "Kofi"):
        field.fill(name)
        field.press("Enter")
    expect(asked).to_have_text("Which Kofi?")
    console.get_by_role("button", name="Another Kofi").click()
    expect(chair_of(console, "Kofi (2)")).to_be_visible()
    expect(field).to_be_focused()


@pytest.mark.long
def test_a_vote_is_given_its_length_and_every_face_counts_it_down(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    amira = theatre.phone("Amira")
    for title in TITLES:
        put_up(amira, console, title)
    look_at_both(console, "console-vote-choices")
    vote = console.get_by_role("group", name="Vote", exact=True)
    vote.get_by_role("button", name="no time limit").click()
    look_at_both(console, "console-vote-options")
    vote.get_by_label("Open for").select_option("2 minutes")
    expect(vote.get_by_role("button", name="2 minutes")).to_be_visible()
    console.get_by_role("button", name="Open a vote").click()
    left = re.compile(r"(2:00|1:\d\d) left")
    for face in (console, amira):
        expect(face.locator(".time-to-close")).to_have_text(left)
    large = display.locator(".stage-clock p").first
    expect(large).to_have_text(re.compile(r"(2:00|1:\d\d)Vote: time left"))
    look_at_both(console, "console-vote-left")
    look(display, "display-vote-left")
    look(amira, "phone-vote-left")
    console.get_by_role("button", name="Close the vote").click()
    for face in (console, amira):
        expect(face.locator(".time-to-close")).to_have_count(0)
    expect(display.locator(".stage-clock")).to_have_count(0)  # nothing runs before the start


@pytest.mark.long
def test_the_room_is_asked_for_a_minute_when_the_time_of_a_topic_is_up(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    amira = theatre.phone("Amira")
    start(console)
    console.keyboard.press("KeyT")
    console.get_by_label("What is it about now?").fill("Pay")
    console.get_by_label("Minutes").fill("1")
    console.keyboard.press("Enter")
    expect(console.locator(".topic.is-current")).to_contain_text("Pay")
    console.clock.install()
    console.clock.fast_forward(61_000)
    asking = console.get_by_label("Time of the topic")
    expect(asking).to_contain_text("The time of “Pay” is up.")
    look_at_both(console, "console-topic-due")
    asking.get_by_label("Open for").select_option("5 minutes")
    asking.get_by_role("button", name="Ask the room").click()
    for face in (amira, display):
        expect(face.locator(".time-to-close")).to_have_text(re.compile(r"(5:00|4:\d\d) left"))
    expect(asking.locator(".time-to-close")).to_have_text(re.compile(r"\d:\d\d left"))
    look_at_both(console, "console-thumbs-left")
    look(amira, "phone-thumbs-left")
    look(display, "display-thumbs-left")


def test_a_part_that_is_over_offers_the_next(theatre: Theatre, server: Server):
    theatre.code = server.create_session(question=QUESTION, event="Day", format="sandwich")
    console = theatre.console()
    seat_starters(console, "Lindiwe")
    start(console)
    console.clock.install()
    console.clock.fast_forward(7 * 60_000)
    hint = console.get_by_role("group", name="Hint")
    expect(hint).to_contain_text("This part was to end 2 minutes ago")
    expect(hint.get_by_role("button", name="+ 5 min")).to_be_visible()
    expect(console.get_by_role("region", name="Time and plan")).to_have_count(0)
    look_at_both(console, "console-part-over")
    console.keyboard.press("KeyN")
    expect(console.locator(".run-of-show .is-now")).to_contain_text("Pair share")
    expect(hint).to_have_count(0)


def test_the_last_minutes_are_set_and_the_queue_is_closed_by_hand(theatre: Theatre):
    console, amira = theatre.console(), theatre.phone("Amira")
    start(console)
    console.keyboard.press("KeyO")
    panel = console.get_by_role("complementary", name="Settings")
    expect(panel).to_contain_text(re.compile(r"It closes in \d+:\d\d"))
    panel.get_by_label("Close the queue this many minutes before the end").fill("0")
    panel.get_by_role("button", name="Save", exact=True).click()
    expect(panel).to_contain_text("The queue is open until the end.")
    look_at_both(console, "console-last-minutes")
    panel.get_by_label("Language of the talk").select_option("Dutch")
    expect(panel.get_by_label("Language of the talk")).to_have_value("nl")
    panel.get_by_role("button", name="Close the queue now").click()
    expect(panel).to_contain_text("The queue is closed.")
    expect(amira.get_by_label("Write your point")).to_be_visible()
    panel.get_by_role("button", name="Open the queue again").click()
    expect(panel).to_contain_text("stays open until you close it")
    expect(amira.get_by_role("button", name="I want to speak")).to_be_visible()


def test_the_order_panel_and_a_held_chair_have_their_keys(theatre: Theatre):
    console, amira = theatre.console(), theatre.phone("Amira")
    start(console)
    console.keyboard.press("Shift+KeyO")
    expect(console.get_by_role("complementary", name="Who is called next?")).to_be_visible()
    console.keyboard.press("Shift+KeyO")
    expect(console.get_by_role("complementary", name="Who is called next?")).to_be_hidden()
    amira.get_by_role("button", name="I want to speak").tap()
    press_next(console, "Call Amira to chair 1")
    console.keyboard.press("Shift+Digit1")
    bar = console.get_by_role("group", name="Chair 1, Amira")
    expect(bar.get_by_role("button", name="Seated")).to_be_visible()
    look_at_both(console, "console-held-chair")
    console.keyboard.press("KeyF")
    expect(console.get_by_role("group", name="Chair 1, free")).to_be_visible()
    expect(amira.get_by_role("button", name="Lower my hand")).to_be_visible()


@pytest.mark.long
def test_a_topic_is_put_right_before_the_summary_goes_out(theatre: Theatre):
    console = theatre.console()
    seat_starters(console, "Kofi")
    start(console)
    console.keyboard.press("KeyT")
    console.keyboard.type("Payy")
    console.keyboard.press("Enter")
    expect(console.locator(".topic.is-current")).to_contain_text("Payy")
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    console.get_by_role("button", name="Rename Payy").click()
    console.get_by_label("Title").fill("Pay")
    look_at_both(console, "console-closed-topics")
    console.get_by_role("button", name="Save", exact=True).click()
    expect(console.get_by_role("button", name="Rename Pay", exact=True)).to_be_visible()
    summary = console.locator(".summary-view")
    expect(summary.get_by_role("heading", name="Pay", exact=True)).to_be_visible()
    expect(summary.get_by_role("heading", name="Payy")).to_have_count(0)


def test_the_balance_of_the_event_counts_every_session(theatre: Theatre, server: Server):
    event = f"Event of {theatre.code}"
    theatre.code = server.create_session(question=QUESTION, event=event)
    before = theatre.console()
    seat_starters(before, "Lindiwe", "Tomasz")
    start(before)
    hold(before, "KeyC", before.get_by_text("The summary is ready"))
    theatre.code = server.create_session(question=QUESTION, event=event)
    console = theatre.console()
    seat_starters(console, "Kofi")
    start(console)
    so_far = console.get_by_role("region", name="So far")
    so_far.get_by_role("button", name="Event").click()
    expect(so_far).to_contain_text("3 voices in 2 sessions")
    expect(so_far).to_contain_text("People are counted in each session they came to.")
    look_at_both(console, "console-event")
    console.keyboard.press("KeyT")
    console.keyboard.type("Pay")
    console.keyboard.press("Enter")
    so_far.get_by_role("button", name="Topic").click()
    expect(so_far).to_contain_text("1 voice")


def test_the_owner_renews_a_console_link_and_the_old_console_is_told(
    theatre: Theatre, open_page: OpenPage, server: Server
):
    owner = open_page(f"/o#{server.owner_key}")
    owner.locator(f'a[href="/{theatre.code}/link"]').click()
    link = owner.get_by_label("Anybody who has it can run the session").input_value()
    console = open_page(link.removeprefix(server.url))
    expect(console.get_by_role("button", name="Open the wall")).to_be_visible()
    look_at_both(owner, "owner-link")
    owner.get_by_role("button", name="Renew the link").click()
    expect(owner.get_by_role("status")).to_contain_text("The old one opens nothing any more.")
    expect(console.get_by_role("heading", name="This link no longer works.")).to_be_visible()
    look(owner, "owner-link-renewed")
    look(console, "console-taken-back")
    new = owner.get_by_label("Anybody who has it can run the session").input_value()
    console.goto(new.removeprefix(server.url))
    expect(console.get_by_role("button", name="Open the wall")).to_be_visible()
