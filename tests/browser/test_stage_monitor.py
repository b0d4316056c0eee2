"""The stage monitor: a calm screen for those on the chairs."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Wall
from tests.browser.looking import look
from tests.browser.test_wall import CHAIRS, HARD, USUAL
from tests.browser.theatre import Theatre, seat_starters
from tests.browser.wall import LONG, Stage, read


def monitor(theatre: Theatre, stage: Stage) -> Page:
    """Open the stage monitor of a session where the owner is signed in."""
    page = theatre.sign_in(viewport={"width": 1920, "height": 1080})
    page.goto(f"/{stage.code}/stage")
    expect(page.locator(".monitor .seats")).to_be_visible()
    return page


def test_it_opens_from_the_console_and_by_a_link_of_its_own(theatre: Theatre):
    console = theatre.console()
    seat_starters(console, "Lindiwe")
    console.get_by_role("button", name="Address and links").click()
    with console.context.expect_page() as opened:
        console.get_by_role("link", name="Stage monitor").click()
    expect(opened.value.get_by_text("Lindiwe")).to_be_visible()
    expect(opened.value.get_by_text("It has not started yet.")).to_be_visible()
    field = console.get_by_role("group", name="Stage monitor").get_by_role("textbox")
    elsewhere = theatre.opened(field.input_value(), viewport={"width": 1280, "height": 720})
    expect(elsewhere.get_by_text("Lindiwe")).to_be_visible()
    assert elsewhere.url.endswith(f"/{theatre.code}/stage")
    stranger = theatre.opened(f"/{theatre.code}/stage")
    expect(stranger.get_by_text("Lindiwe")).to_have_count(0)
    take_back = console.get_by_role("button", name="links: Stage monitor")
    take_back.click()
    take_back.click()
    expect(elsewhere.get_by_text("This link no longer works.")).to_be_visible()
    look(elsewhere, "stage-monitor-taken-back")


def test_it_tells_the_own_time_who_is_next_and_who_makes_room(theatre: Theatre, wall: Wall):
    stage, display = wall(chairs=3)
    stage.sends("change_settings", seat_limit_minutes=1)
    page = monitor(theatre, stage)
    stage.sends("start_session")
    stage.seats("Lindiwe", "Tomasz")
    stage.waits("Amira", "Jonas")
    seat = page.get_by_role("listitem").filter(has_text="Tomasz")
    expect(seat.get_by_role("timer")).to_be_visible()
    expect(display.locator(".chair-note")).to_have_count(0)  # the wall keeps times to itself
    expect(page.get_by_role("region", name="Next up").get_by_role("listitem").first).to_have_text(
        "Amira"
    )
    stage.calls_next(3)
    expect(page.get_by_text("comes to chair 3")).to_be_visible()
    stage.sends("ask_to_make_room", turn=stage.turn(2))
    expect(seat).to_contain_text("Please make room.")
    expect(page.locator("img, .qr")).to_have_count(0)
    look(page, "stage-monitor")
    stage.sends("change_settings", wall_names=False)
    expect(page.get_by_text("Chair 2")).to_be_visible()
    expect(page.get_by_text("Tomasz")).to_have_count(0)
    stage.sends("close_session")
    expect(page.get_by_role("heading", name="Thank you.")).to_be_visible()


@pytest.mark.parametrize("chairs", CHAIRS)
def test_it_can_be_read_from_the_chairs_on_every_screen(theatre: Theatre, wall: Wall, chairs: int):
    stage, display = wall(LONG, chairs=chairs)
    display.close()
    page = monitor(theatre, stage)
    stage.sends("start_session")
    stage.seats(*HARD[: chairs - 1])
    stage.sends("give_floor", turn=stage.turn(2))
    stage.waits(*USUAL[-4:], HARD[-1])
    expect(page.get_by_text("and 2 more")).to_be_visible()
    read(page, f"stage-monitor-{chairs}", colours=chairs == 5, rings=False)
    stage.calls_next(chairs)
    stage.sends("ask_to_make_room", turn=stage.turn(1))
    stage.sends("close_queue")
    expect(page.locator(".seat-asked")).to_be_visible()
    expect(page.get_by_text("the queue is closed")).to_be_visible()
    read(page, f"stage-monitor-{chairs}-asked", colours=chairs == 5, rings=False)
