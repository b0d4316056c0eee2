"""Scenes from real rooms: the rules of the bowl, on the faces on which they show."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import check, look
from tests.browser.theatre import (
    PRESSES_MAX,
    SMALL_PHONE,
    Theatre,
    press_next,
    seat_starters,
    start,
)
from tests.support.lift import Lift

HELD_MS = 2_000
"""A key is held for a second; the phones hear of it a moment later."""


def rule(console: Page, name: str) -> None:
    """Open the rules, let one hold, close them."""
    console.keyboard.press("KeyB")
    button = console.get_by_role("button", name=name)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    console.keyboard.press("KeyB")
    expect(button).to_be_hidden()


def in_the_bowl(phone: Page) -> None:
    """See that this phone's person sits."""
    expect(phone.get_by_role("heading", name="You’re in the bowl")).to_be_visible()


def asks(phone: Page) -> None:
    """Ask for a chair."""
    phone.get_by_role("button", name="I want to speak").tap()
    expect(phone.get_by_role("button", name="Lower my hand")).to_be_visible()


def _hold_space_until(console: Page, until: Locator) -> None:
    """Hold Space until something shows; at first it may still be deaf, so hold it again."""
    for _ in range(PRESSES_MAX):
        console.keyboard.down("Space")
        try:
            expect(until).to_be_visible(timeout=HELD_MS)
        except AssertionError:
            continue
        else:
            return
        finally:
            console.keyboard.up("Space")
    raise AssertionError("holding Space does nothing")


def test_two_thumbs_take_the_last_chair(theatre: Theatre, lift: Lift):
    """Scene 2: one sits, the other hears who was sooner and is first in line."""
    console, display = theatre.console(), theatre.display()
    jonas, amira = theatre.phone("Jonas"), theatre.phone("Amira", base_url=lift.url)
    seat_starters(console, "Tomasz", "Mei-Lin", "Lindiwe", "Rafael")
    start(console)
    rule(console, "Free entry The first to tap")
    take = amira.get_by_role("button", name="Take chair 5")
    expect(take).to_be_visible()
    look(amira, "phone-take-chair")
    lift.cut()
    expect(amira.get_by_role("banner")).to_contain_text("Reconnecting")
    take.tap()
    expect(amira.get_by_text("Not sent yet").first).to_be_visible()
    jonas.get_by_role("button", name="Take chair 5").tap()
    in_the_bowl(jonas)
    expect(jonas.get_by_text("Chair 5 is yours. Walk up and sit down.")).to_be_visible()
    lift.mend()
    sooner = amira.get_by_text("Jonas was a moment sooner. You are first in the queue.")
    expect(sooner.first).to_be_visible(timeout=30_000)
    look(amira, "phone-a-moment-sooner")
    expect(display.get_by_text("Jonas").first).to_be_visible()


def test_he_wants_to_finish_a_thought(theatre: Theatre):
    """Scene 6: the console shows it, and Space waits for a minute."""
    console, tomasz, amira = theatre.console(), theatre.phone("Tomasz"), theatre.phone("Amira")
    seat_starters(console, "Tomasz", "Mei-Lin", "Lindiwe", "Rafael", "Kofi")
    start(console)
    in_the_bowl(tomasz)
    asks(amira)
    press_next(console, "Ask Tomasz to make room")
    more = tomasz.get_by_role("button", name="One more minute")
    expect(more).to_be_visible()
    look(tomasz, "phone-asked")
    more.tap()
    expect(tomasz.get_by_text("Your minute:")).to_be_visible()
    expect(console.get_by_text("Tomasz makes room in a minute")).to_be_visible()
    expect(console.locator(".next-button", has_text="Tomasz finishes a thought")).to_be_visible()
    look(console, "console-one-more-minute")
    look(tomasz, "phone-one-more-minute")


def test_the_panel_stays_and_fewer_chairs_throw_nobody_out(theatre: Theatre):
    """Scenes 7 and 8: kept chairs, closing chairs, and what every face says of them."""
    console, display = theatre.console(), theatre.display()
    saoirse = theatre.phone("Saoirse")
    seat_starters(console, "Rector", "Dean", "Tomasz", "Mei-Lin", "Lindiwe")
    console.get_by_label("Who starts?").blur()
    for no in (1, 2):
        console.keyboard.press(f"Shift+Digit{no}")
        for kind in ("Host", "Guest"):
            console.keyboard.press("Shift+KeyK")
            expect(console.get_by_role("button", name=kind, exact=True)).to_be_visible()
        console.keyboard.press("Escape")
    start(console)
    look(saoirse, "phone-kept")
    asks(saoirse)
    expect(console.get_by_text("Tomasz makes room: seated longest")).to_be_visible()
    console.keyboard.press("KeyB")
    less = console.get_by_role("button", name="One chair less")
    console.get_by_role("region", name="Chairs", exact=True).locator(less).click()
    expect(console.get_by_text("Chair 5 closes when it is left.")).to_be_visible()
    kept_open = console.get_by_role("region", name="Kept open")
    expect(kept_open.get_by_text("one chair")).to_be_visible()
    kept_open.locator(less).click()
    expect(kept_open.get_by_text("0 chairs")).to_be_visible()
    expect(console.get_by_text("Guests: chairs 1 and 2.")).to_be_visible()
    look(console, "console-rules")
    expect(display.get_by_text("closes when left").first).to_be_visible()
    expect(display.get_by_text("guest", exact=True)).to_have_count(2)
    look(display, "display-kept-and-closing")
    console.keyboard.press("KeyB")
    console.keyboard.press("Shift+Digit5")
    console.keyboard.press("KeyF")
    expect(display.get_by_text("Lindiwe")).to_have_count(0)
    expect(display.get_by_role("list", name="The bowl").get_by_role("listitem")).to_have_count(4)
    check(display)


def test_kofi_taps_in(theatre: Theatre):
    """Scene 12: he picks chair 2, its occupant hears it and hands the chair over."""
    console, kofi, lindiwe = theatre.console(), theatre.phone("Kofi"), theatre.phone("Lindiwe")
    seat_starters(console, "Tomasz", "Lindiwe", "Rafael", "Mei-Lin", "Elif")
    start(console)
    rule(console, "Tap in Whoever is waiting")
    asks(kofi)
    kofi.get_by_role("button", name="2 Lindiwe").tap()
    expect(kofi.locator(".tap-in").get_by_text("You take over when Lindiwe")).to_be_visible()
    look(kofi, "phone-tap-in")
    expect(
        lindiwe.get_by_text("Kofi takes over when you have finished your sentence.").first
    ).to_be_visible()
    look(lindiwe, "phone-tapped")
    expect(console.get_by_text("Lindiwe makes room: Kofi has named this chair")).to_be_visible()
    look(console, "console-tapped")
    lindiwe.get_by_role("button", name="Hand over to Kofi").tap()
    in_the_bowl(kofi)
    expect(lindiwe.get_by_role("button", name="I want to speak")).to_be_visible()


def test_a_group_is_swapped_from_a_small_console(theatre: Theatre):
    """All speakers leave together, the next are called; Space is held, so that no slip does it."""
    console = theatre.console(viewport={"width": 1024, "height": 768})
    seat_starters(console, "Tomasz", "Lindiwe", "Rafael", "Mei-Lin", "Elif")
    start(console)
    amira, kofi = theatre.phone("Amira"), theatre.phone("Kofi", **SMALL_PHONE)
    rule(console, "Tap in Whoever is waiting")
    asks(amira)
    asks(kofi)
    kofi.evaluate("scrollTo(0, document.body.scrollHeight)")  # what lies under the foot comes up
    look(kofi, "phone-tap-in-small")
    console.keyboard.press("KeyB")
    look(console, "console-rules-small")
    console.keyboard.press("KeyB")
    pool = console.locator(".pool").first
    before = pool.bounding_box()
    console.keyboard.press("Shift+Digit2")
    expect(console.get_by_role("button", name="Keep", exact=True)).to_be_visible()
    assert pool.bounding_box() == before, "nothing jumps when a chair is picked"
    look(console, "console-picked-small")
    console.keyboard.press("Escape")
    rule(console, "Group swap All speakers")
    swap = console.locator(".next-button", has_text="Swap the whole group")
    expect(swap).to_be_visible()
    console.keyboard.press("Space")
    expect(swap).to_be_visible()
    look(console, "console-group-swap")
    called = amira.get_by_role("heading", name="Chair 1 is yours.")
    _hold_space_until(console, called)
    expect(kofi.get_by_role("heading", name="Chair 2 is yours.")).to_be_visible()
