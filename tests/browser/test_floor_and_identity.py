"""Who talks, what was marked wrongly, and who is who: told by the faces."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import check, look
from tests.browser.theatre import PHONE, Theatre, seat_starters, start

THREE_WORDS = re.compile(r"^[a-z]+ [a-z]+ [a-z]+$")


def words_of(phone: Page) -> str:
    """The recovery words that a phone shows once it has a place in line."""
    shown = phone.locator(".keep-words .words")
    expect(shown).to_have_text(THREE_WORDS)
    return shown.inner_text()


def test_the_floor_was_on_tomasz_while_mei_lin_spoke(theatre: Theatre):
    """Scene 24: corrected on the timeline; shares follow; undo knows it."""
    console = theatre.console()
    seat_starters(console, "Tomasz", "Mei-Lin", "Kofi")
    start(console)
    console.keyboard.press("Digit1")
    expect(console.get_by_text("Tomasz has the floor").first).to_be_visible()
    expect(console.get_by_text(re.compile(r"^44:5[0-7]$")).first).to_be_visible(timeout=15_000)
    console.keyboard.press("Digit0")
    expect(console.get_by_text("You have the floor").first).to_be_visible()
    expect(console.get_by_role("button", name="You speak")).to_have_attribute(
        "aria-pressed", "true"
    )
    console.keyboard.press("KeyZ")
    spoken = console.locator(".interval", has_text="Tomasz")
    spoken.get_by_role("button").click()
    console.get_by_label("Assign this time to").select_option(label="Mei-Lin")
    look(console, "console-timeline")
    console.get_by_role("button", name="Assign", exact=True).click()
    expect(console.locator(".interval", has_text="Mei-Lin")).to_be_visible()
    expect(console.locator(".interval", has_text="Tomasz")).to_have_count(0)
    expect(console.get_by_text("Corrected: Mei-Lin had the floor").first).to_be_visible()
    console.get_by_role("heading", name="Timeline").click()
    console.keyboard.press("KeyU")
    expect(console.locator(".interval", has_text="Tomasz")).to_be_visible()


def test_one_hint_at_a_time_with_a_key_and_a_balance_on_the_wall(theatre: Theatre):
    console, display = theatre.console(), theatre.display()
    seat_starters(console, "Lindiwe", "Tomasz", "Mei-Lin", "Kofi", "Rafael")
    start(console)
    console.keyboard.press("Digit1")
    amira = theatre.phone("Amira")
    amira.get_by_role("button", name="I want to speak").tap()
    expect(console.get_by_text("1 waits").first).to_be_visible()
    console.clock.install()
    console.clock.fast_forward(9 * 60_000)
    hint = console.get_by_role("group", name="Hint")
    expect(hint).to_contain_text("has been seated")
    expect(hint).to_contain_text("while 1 waits")
    expect(console.get_by_text("a few people do most of the talking")).to_be_visible()
    look(console, "console-nudge")
    console.keyboard.press("Shift+Digit2")
    expect(console.get_by_text("heard less than half of most")).to_have_count(0)
    expect(console.get_by_text("sat once, not spoken yet")).to_be_visible()
    console.set_viewport_size({"width": 1180, "height": 768})
    look(console, "console-nudge-1180")
    console.set_viewport_size({"width": 1440, "height": 900})
    hint.get_by_role("button", name="Not now").click()
    expect(hint).not_to_contain_text("while 1 waits")
    console.clock.fast_forward(4 * 60_000)
    expect(hint).to_contain_text("while 1 waits")
    console.keyboard.press("KeyN")
    expect(console.get_by_text("got a gentle nudge").first).to_be_visible()

    console.keyboard.press("KeyO")
    console.get_by_role("button", name="Show the balance on the wall").click()
    expect(display.get_by_text("5 voices so far")).to_be_visible()
    display.clock.install()
    display.clock.fast_forward(10 * 60_000)
    expect(display.get_by_text("A few people do most of the talking")).to_be_visible()
    look(display, "display-balance")


def test_guest_2_is_noor_and_her_turn_is_hers(theatre: Theatre):
    """Scene 10: she sat down without a phone, then came in by QR."""
    console, display = theatre.console(), theatre.display()
    seat_starters(console, "Kofi")
    start(console)
    console.keyboard.press("KeyA")
    expect(display.get_by_text("Guest 2").first).to_be_visible()
    console.keyboard.press("Escape")
    noor = theatre.phone("Noor")
    console.locator(".bar").click(position={"x": 700, "y": 5})
    console.keyboard.press("KeyI")
    console.get_by_role("button", name="More for Guest 2").click()
    console.get_by_role("button", name="Merge with somebody who has a phone").click()
    look(console, "console-merge")
    console.get_by_role("button", name="It is Noor").click()
    expect(noor.get_by_role("heading", name="You’re in the bowl")).to_be_visible()
    expect(display.get_by_text("Guest 2")).to_have_count(0)
    expect(display.get_by_text("Noor").first).to_be_visible()


def test_a_phone_dies_and_three_words_bring_her_back(
    theatre: Theatre, open_page: Callable[..., Page]
):
    """Scene 20: she is third on another phone as she was before; the old one is nobody's."""
    theatre.console()
    first = [theatre.phone(name) for name in ("Amira", "Jonas")]
    old = theatre.phone("Maximiliane")
    for phone in (*first, old):
        phone.get_by_role("button", name="I want to speak").tap()
        expect(phone.get_by_role("button", name="Lower my hand")).to_be_visible()
    words = words_of(old)
    new = open_page(f"/{theatre.code}", **PHONE)
    new.get_by_role("button", name="I was here on another phone").tap()
    new.get_by_label("Your three words").fill("acorn acorn acorn")
    new.get_by_role("button", name="Bring me back").tap()
    expect(new.get_by_text("Nobody here has these words").first).to_be_visible()
    look(new, "phone-recover")
    new.get_by_label("Your three words").fill(words.title())
    new.get_by_role("button", name="Bring me back").tap()
    expect(new.get_by_text("3rd")).to_be_visible()
    expect(old.get_by_label("Your name")).to_be_visible()


def test_a_friends_phone_goes_on_as_her_and_back(theatre: Theatre):
    """Scene 20: the friend has come in with it already, and loses nothing."""
    theatre.console()
    old, friend = theatre.phone("Maximiliane"), theatre.phone("Saoirse")
    old.get_by_role("button", name="I want to speak").tap()
    words = words_of(old)
    friend.get_by_role("button", name="About you").tap()
    friend.get_by_role("button", name="Somebody else needs this phone").tap()
    friend.get_by_label("Your three words").fill(words)
    friend.get_by_role("button", name="Bring me back").tap()
    expect(friend.get_by_role("button", name="Lower my hand")).to_be_visible()
    friend.get_by_role("button", name="About you").tap()
    expect(friend.get_by_role("heading", name="Maximiliane")).to_be_visible()
    check(friend)
    friend.get_by_role("button", name="Back to the phone’s owner").tap()
    expect(friend.get_by_role("button", name="I want to speak")).to_be_visible()
    friend.get_by_role("button", name="About you").tap()
    expect(friend.get_by_role("heading", name="Saoirse")).to_be_visible()


def test_the_facilitator_moves_somebody_to_another_phone(
    theatre: Theatre, open_page: Callable[..., Page]
):
    """Scene 20: a link that works once."""
    console, old = theatre.console(), theatre.phone("Maximiliane")
    old.get_by_role("button", name="I want to speak").tap()
    expect(old.get_by_role("button", name="Lower my hand")).to_be_visible()
    console.get_by_role("button", name=re.compile(r"\d here$")).click()
    people = console.get_by_role("group", name="People found")
    people.get_by_role("button", name="More for Maximiliane").click()
    console.get_by_role("button", name="Move to another phone").click()
    link = console.get_by_label("The link")
    expect(link).to_have_value(re.compile("#move="))
    look(console, "console-move-phone")
    url = link.input_value()
    new = open_page(url, **PHONE)
    expect(new.get_by_role("button", name="Lower my hand")).to_be_visible()
    assert "#move" not in new.url
    late = open_page(url, **PHONE)
    expect(late.get_by_label("Your name")).to_be_visible()
    expect(new.get_by_role("button", name="Lower my hand")).to_be_visible()
