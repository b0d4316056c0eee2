"""The queue, told by the faces: who is next and why, and what one can do while waiting."""

from playwright.sync_api import Page, expect

from tests.browser.looking import look
from tests.browser.theatre import (
    SMALL_PHONE,
    Theatre,
    press_next,
    seat_starters,
    start,
    told,
)


def asks(phone: Page) -> None:
    """Ask for a chair."""
    phone.get_by_role("button", name="I want to speak").tap()
    expect(phone.get_by_role("button", name="Lower my hand")).to_be_visible()


def has_sat(console: Page, phone: Page, name: str) -> None:
    """Let somebody be called, sit down and leave."""
    asks(phone)
    press_next(console, f"Call {name}")
    phone.get_by_role("button", name="I’m walking up").tap()
    phone.get_by_role("button", name="I’m on the chair").tap()
    phone.get_by_role("button", name="Leave my chair").tap()
    expect(phone.get_by_role("button", name="I want to speak")).to_be_visible()


def row(console: Page, name: str) -> object:
    """Somebody's line in the queue of the console."""
    return console.locator(".request", has_text=name)


def test_new_voices_go_first_and_everybody_reads_why(theatre: Theatre):
    """Scenes 13 and 15: the preview, the change, and the reason on both faces."""
    console = theatre.console()
    jonas = theatre.phone("Jonas", **SMALL_PHONE)
    amira, kofi = theatre.phone("Amira"), theatre.phone("Kofi")
    start(console)
    has_sat(console, jonas, "Jonas")
    for phone in (jonas, amira, kofi):
        asks(phone)
    expect(jonas.get_by_text("1st")).to_be_visible()

    console.get_by_role("button", name="Change the order of the queue").click()
    console.get_by_label("New voices first, then in order").check()
    preview = console.locator(".order-preview")
    expect(preview.locator("li")).to_have_count(3)
    expect(preview).to_contain_text("Amira +1")
    expect(preview).to_contain_text("Jonas −2")
    look(console, "queue-order-preview")
    console.get_by_role("button", name="Use this order").click()

    expect(jonas.locator(".message")).to_contain_text("You moved back 2 places.")
    why = "Two people who have not spoken yet go first. Nobody is overtaken more than 3 times."
    expect(jonas.get_by_text(why)).to_be_visible()
    expect(row(console, "Jonas")).to_contain_text(why)
    expect(amira.locator(".message")).to_contain_text("You moved up one place.")
    look(jonas, "queue-phone-behind")
    look(console, "queue-console-reasons")
    press_next(console, "Call Amira")
    expect(row(console, "Jonas")).to_contain_text("overtaken 1 of 3 times")
    console.keyboard.press("KeyU")
    expect(row(console, "Jonas")).not_to_contain_text("overtaken 1 of 3 times")


def test_words_are_read_aloud_and_the_talk_moves_on(theatre: Theatre):
    """Scenes 17 and 19."""
    console = theatre.console()
    bastien, elif_ = theatre.phone("Bastien"), theatre.phone("Elif")
    seat_starters(console, "Lindiwe")
    start(console)
    console.keyboard.press("KeyT")
    console.keyboard.type("pay")
    console.keyboard.press("Enter")
    expect(console.get_by_text("pay").first).to_be_visible()

    asks(bastien)
    bastien.get_by_text("Read aloud").tap()
    look(bastien, "queue-phone-read-aloud")
    words = "I left because of the rota. Nobody asked me why, and I never said."
    bastien.get_by_label("In your words").fill(words)
    bastien.get_by_role("button", name="Save").tap()
    asks(elif_)
    expect(console.locator(".read-aloud")).to_have_text(words)
    look(console, "queue-console-read-aloud")
    press_next(console, "Read aloud: Bastien")
    expect(bastien.get_by_text("Your words were read to the room.").first).to_be_visible()
    expect(told(console, "Bastien was read aloud")).to_be_visible()

    console.keyboard.press("KeyT")
    console.keyboard.type("trust")
    console.keyboard.press("Enter")
    expect(elif_.get_by_text("You asked under “pay”.")).to_be_visible()
    expect(console.get_by_text("1 waits under an old topic")).to_be_visible()
    look(elif_, "queue-phone-moved-on")
    elif_.get_by_role("button", name="Keep it", exact=True).tap()
    expect(elif_.get_by_text("You asked under “pay”.")).to_be_hidden()
    expect(console.get_by_text("under an old topic")).to_be_hidden()


def test_words_of_somebody_without_a_phone_are_typed_and_read_aloud(theatre: Theatre):
    console = theatre.console()
    jonas = theatre.phone("Jonas")
    seat_starters(console, "Lindiwe")
    start(console)
    console.keyboard.press("KeyW")
    console.keyboard.type("Mrs Achterberg")
    console.keyboard.press("Enter")
    expect(row(console, "Mrs Achterberg")).to_be_visible()
    asks(jonas)
    console.get_by_role("button", name="More for Jonas").click()
    expect(row(console, "Jonas").get_by_role("button", name="Take off the queue")).to_be_visible()
    expect(console.get_by_role("button", name="Words to be read aloud")).to_have_count(0)
    console.keyboard.press("Shift+KeyE")
    expect(console.get_by_text("Jonas writes on their own phone.").first).to_be_visible()

    console.get_by_role("button", name="More for Mrs Achterberg").click()
    console.get_by_role("button", name="Words to be read aloud").click()
    field = console.get_by_label("Words of Mrs Achterberg, to be read aloud")
    expect(field).to_be_focused()
    look(console, "queue-console-words-typed")
    console.keyboard.type("Nobody asked why I left.")
    console.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(row(console, "Mrs Achterberg")).to_contain_text("new point")
    console.keyboard.press("Shift+KeyE")
    console.keyboard.type("Nobody asked why I left.")
    console.keyboard.press("Enter")
    expect(row(console, "Mrs Achterberg")).to_contain_text("to be read aloud")
    expect(console.locator(".read-aloud")).to_have_text("Nobody asked why I left.")
    press_next(console, "Read aloud: Mrs Achterberg")
    expect(told(console, "Mrs Achterberg was read aloud")).to_be_visible()


def test_not_just_now(theatre: Theatre):
    """Scene 18: resting for some minutes, giving the place away, and three times "not now"."""
    console = theatre.console()
    amira, kofi = theatre.phone("Amira"), theatre.phone("Kofi")
    seat_starters(console, "Lindiwe", "Tomasz", "Rafael", "Mei-Lin")
    start(console)
    asks(amira)
    for _ in range(3):
        press_next(console, "Call Amira")
        amira.get_by_role("button", name="Not now").tap()
    expect(amira.get_by_text("Do you still want the chair?")).to_be_visible()
    look(amira, "queue-phone-still-wanted")
    amira.get_by_role("button", name="Yes, keep my place").tap()
    expect(amira.get_by_text("Do you still want the chair?")).to_be_hidden()

    asks(kofi)
    amira.get_by_text("Not just now?").tap()
    look(amira, "queue-phone-not-now")
    amira.get_by_role("button", name="In 5 minutes").tap()
    expect(amira.get_by_text("Your place is kept.").last).to_be_visible()
    expect(console.locator(".next-button", has_text="Call Kofi")).to_be_visible()
    look(amira, "queue-phone-rests")
    amira.get_by_role("button", name="I am back").tap()
    amira.get_by_text("Not just now?").tap()
    amira.get_by_role("button", name="Give my place to Kofi").tap()
    expect(kofi.get_by_text("Amira gave you this place.")).to_be_visible()
    expect(amira.get_by_text("You gave your place to Kofi.")).to_be_visible()
    expect(amira.get_by_text("2nd")).to_be_visible()


def test_who_is_picked_in_the_queue_comes_with_one_key(theatre: Theatre):
    """Arrows walk along the queue; a free chair may be picked as well, then they go there.

    What somebody calls out, a reply or a question, is marked with a key.
    """
    console = theatre.console()
    amira, jonas = theatre.phone("Amira"), theatre.phone("Jonas")
    seat_starters(console, "Lindiwe", "Tomasz")
    start(console)
    for phone in (amira, jonas):
        asks(phone)
    keyboard, picked = console.keyboard, console.locator(".request.is-picked")
    keyboard.press("ArrowUp")
    expect(picked).to_contain_text("Jonas")
    expect(picked).to_be_focused()
    expect(picked).to_contain_text("new point")
    keyboard.press("Shift+KeyR")
    expect(picked).to_contain_text("reply")
    expect(picked.get_by_role("button", name="Question")).to_be_visible()
    keyboard.press("Shift+Digit4")
    expect(picked.get_by_role("button", name="Call to chair 4")).to_be_visible()
    look(console, "queue-console-picked")
    keyboard.press("Enter")
    expect(jonas.get_by_role("button", name="I’m walking up")).to_be_visible()
    expect(told(console, "Jonas was called to chair 4")).to_be_visible()
    expect(picked).to_have_count(0)

    keyboard.press("Escape")
    keyboard.press("ArrowDown")
    expect(picked).to_contain_text("Amira")
    keyboard.press("Shift+Digit1")
    expect(picked).to_have_count(0)
    expect(console.get_by_role("group", name="Chair 1, Lindiwe")).to_be_visible()
    keyboard.press("ArrowDown")
    expect(picked).to_contain_text("Amira")
    expect(console.get_by_role("group", name="Chair 1, Lindiwe")).to_have_count(0)
    keyboard.press("Escape")
    expect(picked).to_have_count(0)
    expect(row(console, "Amira")).to_be_visible()
