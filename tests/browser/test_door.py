"""The door: who waits there, who lets them in, and how a flood goes back out."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.rooms import hand
from tests.browser.theatre import PHONE, SMALL_PHONE, Theatre, told
from tests.support.face import Face
from tests.support.server import Server

REMOTE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def came(theatre: Theatre, server: Server, *names: str) -> list[Face]:
    """Phones that come in under a name, or wait at the door."""
    faces = [Face(server, theatre.code, "phone").connect() for _ in names]
    for face, name in zip(faces, names, strict=True):
        face.done("join_session", name=name)
    return faces


def at_the_door(theatre: Theatre, open_page: Callable[..., Page], name: str) -> Page:
    """A phone that comes to the door and has to wait there."""
    page = open_page(f"/{theatre.code}", **PHONE)
    expect(page.get_by_text("New people wait at the door for a moment")).to_be_visible()
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Come in").tap()
    expect(page.get_by_text("You are at the door.")).to_be_visible()
    expect(page.get_by_text(f"You came as {name}.")).to_be_visible()
    return page


def console_of_a_talk(theatre: Theatre) -> Page:
    """A console once the session has started: before that letters are names of starters."""
    with hand(theatre.server, theatre.code) as face:
        face.done("start_session")
    return theatre.console()


def lets_people_wait(console: Page) -> None:
    """Open the door's panel and let new people wait."""
    console.keyboard.press("Shift+J")
    console.get_by_role("button", name="Always").click()
    expect(console.get_by_text("Nobody is waiting. New people wait here")).to_be_visible()
    console.keyboard.press("Escape")


def test_one_press_lets_in_everybody_who_waits(
    theatre: Theatre, server: Server, open_page: Callable[..., Page]
):
    console = console_of_a_talk(theatre)
    lets_people_wait(console)
    amira = at_the_door(theatre, open_page, "Amira")
    faces = came(theatre, server, "Kofi")
    expect(console.get_by_text("2 wait at the door")).to_be_visible()
    look(console, "door-waiting-console")
    look(amira, "door-waiting-phone")
    console.keyboard.press("Shift+A")
    expect(amira.get_by_role("button", name="I want to speak")).to_be_visible()
    expect(console.get_by_text("2 wait at the door")).to_have_count(0)
    expect(told(console, "2 people were let in")).to_be_visible()
    faces[0].leave()


def test_who_came_in_which_minute_is_seen_and_let_in_or_sent_away(
    theatre: Theatre, server: Server, open_page: Callable[..., Page]
):
    console = console_of_a_talk(theatre)
    lets_people_wait(console)
    faces = came(theatre, server, *(f"Fake {number}" for number in range(12)))
    console.keyboard.press("Shift+J")
    panel = console.get_by_role("group", name="At the door")
    expect(panel.get_by_text("12 people")).to_be_visible()
    expect(panel.get_by_text("4 more")).to_be_visible()
    look(console, "door-panel")
    panel.get_by_role("button", name="Send away").click()
    panel.get_by_role("button", name="Press again").click()
    expect(panel.get_by_text("Nobody is waiting.")).to_be_visible()
    for face in faces:
        face.leave()


def test_a_flood_goes_back_to_the_door_and_who_is_really_here_comes_in_again(
    theatre: Theatre, server: Server
):
    amira = theatre.phone("Amira", **SMALL_PHONE)
    console = console_of_a_talk(theatre)
    faces = came(theatre, server, *(f"Fake {number}" for number in range(30)))
    console.keyboard.press("Shift+J")
    panel = console.get_by_role("group", name="At the door")
    panel.get_by_role("button", name="Show arrival times").click()
    expect(panel.get_by_text("People you send back wait at the door")).to_be_visible()
    look(console, "door-flood")
    panel.get_by_role("button", name="Send back all since").last.click()
    panel.get_by_role("button", name="Press again").click()
    expect(amira.get_by_text("Everybody who just came in was sent back")).to_be_visible()
    look(amira, "door-sent-back-phone")
    amira.get_by_role("button", name="I am here: let me in").tap()
    expect(amira.get_by_text("You are at the door.")).to_be_visible()
    expect(console.get_by_text("1 waits at the door")).to_be_visible()
    console.get_by_role("button", name="Let them in").click()
    expect(amira.get_by_role("button", name="I want to speak")).to_be_visible()
    console.keyboard.press("u")
    expect(console.get_by_role("button", name="0 here")).to_be_visible()
    expect(amira.get_by_text("You are at the door.")).to_be_visible()  # after the console knew it
    console.keyboard.press("u")
    expect(console.get_by_role("button", name="31 here")).to_be_visible()
    for face in faces:
        face.leave()


def test_the_size_that_was_expected_opens_the_waiting_room(theatre: Theatre, server: Server):
    console = console_of_a_talk(theatre)
    console.keyboard.press("Shift+J")
    panel = console.get_by_role("group", name="At the door")
    panel.get_by_label("People expected").fill("2")
    panel.get_by_role("button", name="Save").click()
    expect(panel.get_by_text("From 3 people on")).to_be_visible()
    faces = came(theatre, server, "Amira", "Kofi", "Noor", "Late")
    expect(console.get_by_text("1 waits at the door")).to_be_visible()
    for face in faces:
        face.leave()


def test_in_one_hand_the_door_is_at_hand_too(theatre: Theatre, server: Server):
    remote = theatre.sign_in(**REMOTE)
    with Face(server, theatre.code, "console").connect() as console:
        console.done("set_waiting_room", open=True)
    faces = came(theatre, server, "Kofi")
    remote.goto(f"/{theatre.code}/console")
    expect(remote.get_by_text("1 waits at the door")).to_be_visible()
    look(remote, "door-remote")
    remote.get_by_role("button", name="Let them in").tap()
    expect(remote.get_by_text("waits at the door")).to_have_count(0)
    faces[0].leave()


def test_a_server_that_stops_says_so_and_pages_come_back_by_themselves(
    theatre: Theatre, server: Server
):
    console = theatre.console()
    phone = theatre.phone("Amira")
    server.stop()
    expect(
        phone.get_by_role("banner").get_by_text("The server has stopped for now.")
    ).to_be_visible()
    expect(console.get_by_text("The server has stopped.").first).to_be_visible()
    look(phone, "stopped-phone")
    look(console, "stopped-console")
    server.start()
    expect(phone.get_by_role("banner").get_by_text("1 here")).to_be_visible()
    expect(console.get_by_text("The server has stopped.")).to_have_count(0)
