"""The record on the faces: names by choice, recordings said aloud, files to take along."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.looking import check, look
from tests.browser.theatre import PHONE, QUESTION, Theatre, hold, seat_starters, start
from tests.support.server import Server


def test_everybody_chooses_for_themself_whether_they_are_named(theatre: Theatre, server: Server):
    theatre.code = server.create_session(question=QUESTION, attribution="opt_in")
    console = theatre.console()
    door = theatre._open_page(f"/{theatre.code}", **PHONE)
    hint = door.get_by_text("Your name appears in the summary only if you switch it on.")
    expect(hint).to_be_visible()
    amira = theatre.phone("Amira", **PHONE)
    amira.get_by_role("button", name="About you").tap()
    switch = amira.get_by_role("switch", name="Show my name in the summary")
    expect(switch).to_have_attribute("aria-checked", "false")
    expect(amira.get_by_text("You are a numbered guest in the summary.")).to_be_visible()
    switch.tap()
    expect(switch).to_have_attribute("aria-checked", "true")
    switch.scroll_into_view_if_needed()
    look(amira, "phone-credit")
    start(console)
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    after = amira.get_by_role("switch", name="Show my name in the summary")
    expect(after).to_have_attribute("aria-checked", "true")
    after.tap()
    expect(after).to_have_attribute("aria-checked", "false")
    look(amira, "phone-ended-credit")


def test_a_recording_is_said_on_every_screen_until_it_ends(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    amira = theatre.phone("Amira", **PHONE)
    seat_starters(console, "Ingrid", "Tomasz")
    start(console)
    said = "This talk is being recorded."
    for page in (display, amira):
        expect(page.get_by_text(said)).to_have_count(0)
    console.keyboard.press("KeyY")
    console.get_by_role("button", name="A recording starts now").click()
    for page in (display, amira):
        expect(page.get_by_text(said)).to_be_visible()
    expect(console.get_by_text("Being recorded", exact=True)).to_be_visible()
    look(console, "console-recording")
    look(display, "display-recording")
    look(amira, "phone-recording")
    console.get_by_role("button", name="The recording has ended").click()
    for page in (display, amira):
        expect(page.get_by_text(said)).to_have_count(0)


def test_the_files_are_on_the_console_and_on_the_page(theatre: Theatre, tmp_path: Path):
    console = theatre.console()
    seat_starters(console, "Ingrid", "Tomasz")
    start(console)
    hold(console, "KeyC", console.get_by_text("The summary is ready"))
    with console.expect_download() as one_page:
        console.get_by_role("link", name="As one page (HTML)").click()
    name = f"fishbowl-{theatre.code.lower()}"
    assert one_page.value.suggested_filename == f"{name}.html"
    with console.expect_download() as chapters:
        console.get_by_role("link", name="Chapters as a list").click()
    assert chapters.value.suggested_filename == f"{name}-chapters.txt"
    look(console, "console-closed-files")

    console.goto(f"/{theatre.code}/summary")
    console.get_by_text("Other files").click()
    with console.expect_download() as queue:
        console.get_by_role("link", name=re.compile("queue")).click()
    assert queue.value.suggested_filename == f"{name}-queue.csv"
    look(console, "summary-files")
    console.set_viewport_size({"width": 390, "height": 844})
    check(console)
    look(console, "summary-files-390")

    saved = tmp_path / "summary.html"
    one_page.value.save_as(saved)
    alone = console.context.new_page()
    alone.goto(saved.as_uri())
    expect(alone.get_by_role("heading", name=QUESTION)).to_be_visible()
    assert alone.evaluate("document.fonts.size") > 0
    alone.close()
