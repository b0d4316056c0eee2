"""Where something does not show or open, it says why and leads on."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.theatre import PHONE, SMALL_PHONE, Theatre, seat_starters, start
from tests.support.face import Face
from tests.support.server import Server


def test_a_hidden_name_that_is_changed_says_why_it_does_not_show(theatre: Theatre):
    console = theatre.console()
    seat_starters(console, "Kofi")
    start(console)
    theatre.phone("Rude Name")
    console.keyboard.press("KeyI")
    console.get_by_role("button", name="More for Rude Name").click()
    console.get_by_role("button", name="Hide name").click()
    guest = console.locator(".person", has_text="name hidden")
    guest.get_by_role("button", name="Rename").click()
    console.get_by_label("Name", exact=True).fill("Amira")
    console.keyboard.press("Enter")
    notice = console.locator(".notice")
    expect(notice).to_contain_text("is hidden. The new one is kept")
    expect(console.locator(".just-now")).to_contain_text("has a new name, which stays hidden")
    look(console, "console-hidden-name")
    notice.get_by_role("button", name="Show name").click()
    expect(console.locator(".person", has_text="Amira")).to_be_visible()
    expect(notice).to_have_count(0)


def test_the_wall_on_a_phone_leads_to_joining(theatre: Theatre, open_page: OpenPage):
    phone = open_page(f"/{theatre.code}/display", **PHONE)
    expect(phone.get_by_text("This page is for the projector.")).to_be_visible()
    look(phone, "wall-on-phone")
    phone.get_by_role("link", name="Join on this phone").tap()
    expect(phone.get_by_label("Your name")).to_be_visible()
    assert theatre.display().get_by_text("This page is for the projector.").is_hidden()


def test_a_summary_that_is_not_public_says_so_and_leads_on(
    theatre: Theatre, server: Server, open_page: OpenPage
):
    hand = Face(server, theatre.code, "console").connect()
    hand.done("start_session")
    hand.done("close_session")
    attendee = open_page(f"/{theatre.code}/summary", **SMALL_PHONE)
    expect(attendee.get_by_role("heading")).to_have_text("The summary is not published yet")
    look(attendee, "summary-not-public")
    hand.done("publish_summary")
    attendee.reload()
    expect(attendee.get_by_role("button", name="Copy link")).to_be_visible()
    link = attendee.url
    assert "/s/" in link
    hand.done("withdraw_summary")
    attendee.reload()
    expect(attendee.get_by_role("heading")).to_have_text("This summary is no longer published")
    look(attendee, "summary-withdrawn")
    hand.done("publish_summary")
    attendee.reload()
    assert attendee.url == link
    expect(
        attendee.get_by_role("heading", name="This summary is no longer published")
    ).to_have_count(0)
    hand.leave()
