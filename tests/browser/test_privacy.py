"""What guards people, as they see it: who votes, what is kept, and deleting for good."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.test_outer_ring import TITLES, put_dots, suggest
from tests.browser.theatre import PHONE, SMALL_PHONE, Theatre, seat_starters, start
from tests.support.server import Server


def test_who_votes_is_who_reads_the_wall_and_was_there(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    amira = theatre.phone("Amira", **SMALL_PHONE)
    seat_starters(console, "Lindiwe")
    start(console)
    for title in TITLES[:2]:
        suggest(amira, title)
        console.get_by_role("listitem").filter(has_text=title).get_by_role(
            "button", name="Put it up"
        ).click()
    console.get_by_role("button", name="no time limit").click()
    expect(console.get_by_text("It is not a secret ballot").first).to_be_visible()
    console.get_by_label("with a number from the wall").check()
    look(console, "console-vote-setup")
    console.get_by_role("button", name="Open a vote").click()

    code = display.locator(".topics-code b")
    expect(code).to_be_visible()
    number = code.inner_text()
    expect(amira.get_by_text("This is not a secret ballot")).to_be_visible()
    amira.get_by_label("The number on the wall").fill("1")
    amira.get_by_role("button", name="Vote", exact=True).tap()
    expect(amira.locator(".message", has_text="That is not the number")).to_be_visible()
    look(amira, "phone-vote-code-320")
    look(display, "display-vote-code")
    amira.get_by_label("The number on the wall").fill(number)
    amira.get_by_role("button", name="Vote", exact=True).tap()
    expect(amira.get_by_label("The number on the wall")).to_be_hidden()
    put_dots(amira, TITLES[1], 2)

    kofi = theatre.phone("Kofi")
    kofi.get_by_role("button", name="Topics").tap()
    expect(kofi.get_by_text("This vote began before you came in")).to_be_visible()
    look(kofi, "phone-vote-too-late")
    expect(console.get_by_text(f"The number on the wall: {number}.")).to_be_visible()
    look(console, "console-vote-late")
    console.get_by_role("button", name="1 came later: let them vote").click()
    kofi.get_by_label("The number on the wall").fill(number)
    kofi.get_by_role("button", name="Vote", exact=True).tap()
    put_dots(kofi, TITLES[0], 1)
    expect(console.get_by_text("2 of 2 people have voted.")).to_be_visible()


def test_a_note_that_may_name_somebody_who_was_forgotten_is_shown(theatre: Theatre):
    console, phone = theatre.console(), theatre.phone("Rafael")
    start(console)
    console.keyboard.press("Shift+N")
    console.keyboard.press("i")
    console.keyboard.type("Rafael said so")
    console.keyboard.press("Enter")
    console.keyboard.press("Escape")
    expect(console.get_by_text("Rafael said so").first).to_be_visible()
    phone.get_by_role("button", name="About you").tap()
    phone.get_by_role("button", name="Forget me").tap()
    phone.get_by_role("button", name="Delete everything about me").tap()
    expect(phone.get_by_text("Everything about you is deleted.")).to_be_visible()
    shown = console.get_by_label("To review")
    expect(shown.get_by_text("Rafael said so")).to_be_visible()
    look(console, "console-note-to-check")
    shown.get_by_role("button", name="Keep as it is").click()
    expect(shown).to_be_hidden()


def test_what_is_kept_is_said_where_one_joins_and_where_one_sets_up(
    open_page: OpenPage, server: Server
):
    code = server.create_session()
    phone = open_page(f"/{code}", **PHONE)
    phone.get_by_role("link", name="What is kept about you").tap()
    expect(phone.get_by_role("heading", name="How to be forgotten")).to_be_visible()
    look(phone, "privacy")
    page = open_page(f"/o#{server.owner_key}")
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    page.goto("/new")
    page.get_by_text("How long are names kept?").first.click()
    term = page.get_by_label("How long are names kept?")
    expect(term).to_have_value("12")
    expect(page.get_by_label("Keep names until")).to_be_hidden()
    term.select_option("date")
    expect(page.get_by_label("Keep names until")).to_be_visible()
    look(page, "setup-keeping")


def test_a_session_is_deleted_by_typing_its_code(theatre: Theatre):
    phone, display, owner = theatre.phone("Amira"), theatre.display(), theatre.sign_in()
    owner.goto(f"/{theatre.code}/delete")
    owner.get_by_label("Type its code to delete it").fill("WRONG 22")
    owner.get_by_role("button", name="Delete it for good").click()
    expect(owner.get_by_text("That is another code. Nothing was deleted.")).to_be_visible()
    look(owner, "delete-session")
    owner.get_by_label("Type its code to delete it").fill(theatre.code)
    owner.get_by_role("button", name="Delete it for good").click()
    expect(owner.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    for face in (phone, display):
        expect(face.get_by_text("This session was deleted. Nothing was kept.")).to_be_visible()
    look(phone, "phone-deleted")
