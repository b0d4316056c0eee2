"""What the keys do that are about chairs, people and the queue."""

from playwright.sync_api import expect

from tests.browser.key_evening import Evening
from tests.browser.test_queue import asks, row
from tests.browser.theatre import chair_of, press_next, start


def the_list(at: Evening) -> None:
    at.press("Shift+Slash")
    expect(at.console.locator(".key-group")).to_have_count(0)
    at.press("Shift+F1")
    expect(at.console.locator(".key-group")).not_to_have_count(0)


def escape(at: Evening) -> None:
    at.press("Escape")
    expect(at.console.locator(".key-group")).to_have_count(0)


def space(at: Evening) -> None:
    start(at.console)


def floor(at: Evening) -> None:
    at.press("Digit1")
    at.tells("Tomasz has the floor")
    at.press("Digit1")
    at.tells("Nobody has the floor")


def own_floor(at: Evening) -> None:
    at.press("Digit0")
    at.tells("You have the floor")
    at.press("Digit0")
    at.tells("Nobody has the floor")


def pick(at: Evening) -> None:
    at.press("Shift+Digit2")
    expect(at.bar("Chair 2, Lindiwe")).to_be_visible()


def speaking(at: Evening) -> None:
    at.press("Enter")
    at.tells("Lindiwe has the floor")
    at.press("Enter")
    at.tells("Nobody has the floor")


def nudge(at: Evening) -> None:
    at.press("KeyG")
    at.tells("Lindiwe got a gentle nudge")


def hide(at: Evening) -> None:
    at.press("KeyH")
    expect(at.bar("Chair 2, Guest")).to_be_visible()
    at.press("KeyH")
    expect(at.bar("Chair 2, Lindiwe")).to_be_visible()


def rename(at: Evening) -> None:
    at.press("KeyR")
    expect(at.console.locator("#name-field")).to_be_focused()
    at.keyboard.type("Lindi")
    at.press("Enter")
    at.tells("Lindi has a new name")


def kind(at: Evening) -> None:
    for words in (
        "Chair 2 is the host’s",
        "Chair 2 is kept for a guest",
        "Chair 2 is for speakers",
    ):
        at.press("Shift+KeyK")
        at.tells(words)


def move(at: Evening) -> None:
    at.press("KeyM", "Digit5")
    at.tells("Lindi moved to chair 5")
    at.press("Escape", "Shift+Digit5")
    expect(at.bar("Chair 5, Lindi")).to_be_visible()


def swap(at: Evening) -> None:
    asks(at.amira)
    expect(row(at.console, "Amira")).to_be_visible()
    at.press("KeyS")
    expect(at.bar("Chair 5, Amira")).to_be_visible()


def free(at: Evening) -> None:
    at.press("KeyF")
    at.tells("Amira left chair 5")


def send_out(at: Evening) -> None:
    at.press("Escape", "Shift+Digit3")
    expect(at.bar("Chair 3, Kofi")).to_be_visible()
    at.press("KeyX")
    expect(chair_of(at.console, "Kofi")).to_be_visible()
    at.press("KeyX")
    expect(at.bar("Chair 3, free")).to_be_visible()


def undo(at: Evening) -> None:
    at.press("KeyU")
    expect(at.bar("Chair 3, Kofi")).to_be_visible()


def redo(at: Evening) -> None:
    at.press("Shift+KeyU")
    expect(at.bar("Chair 3, free")).to_be_visible()
    at.press("Escape")


def walk_up(at: Evening) -> None:
    at.press("KeyA")
    at.keyboard.type("Woman in red")
    at.press("Enter")
    expect(chair_of(at.console, "Woman in red")).to_be_visible()


def queue_walk_up(at: Evening) -> None:
    at.press("KeyW")
    at.keyboard.type("Man in blue")
    at.press("Enter")
    expect(row(at.console, "Man in blue")).to_be_visible()


def queue_door(at: Evening) -> None:
    at.press("Shift+KeyW")
    at.tells("Last minutes: the queue is closed")
    at.press("Shift+KeyW")
    at.tells("The queue is open again")


def walk(at: Evening) -> None:
    at.press("KeyW")
    at.keyboard.type("Noor")
    at.press("Enter")
    expect(row(at.console, "Noor")).to_be_visible()
    for name in ("Man in blue", "Noor"):
        at.press("ArrowDown")
        expect(at.picked()).to_contain_text(name)
    at.press("ArrowUp")
    expect(at.picked()).to_contain_text("Man in blue")
    at.press("ArrowDown")


def request_up(at: Evening) -> None:
    at.press("Shift+ArrowUp")
    expect(at.waiting().first).to_contain_text("Noor")


def request_down(at: Evening) -> None:
    at.press("Shift+ArrowDown")
    expect(at.waiting().first).to_contain_text("Man in blue")


def request_first(at: Evening) -> None:
    at.press("Shift+KeyF")
    expect(at.waiting().first).to_contain_text("Noor")
    expect(at.picked()).to_contain_text("Noor")


def bring(at: Evening) -> None:
    for kind in ("reply", "question", "new point"):
        at.press("Shift+KeyR")
        expect(at.picked()).to_contain_text(kind)


def words(at: Evening) -> None:
    at.press("Shift+KeyE")
    at.keyboard.type("Ask the ones who left.")
    at.press("Enter")
    expect(at.picked()).to_contain_text("“Ask the ones who left.”")
    expect(at.picked()).to_contain_text("to be read aloud")


def take_off(at: Evening) -> None:
    at.press("Backspace")
    expect(at.waiting()).to_have_count(1)
    expect(at.picked()).to_have_count(0)


def skip(at: Evening) -> None:
    asks(at.jonas)
    expect(at.next()).to_contain_text("Call Man in blue")
    expect(row(at.console, "Jonas")).to_be_visible()
    at.press("KeyK")
    expect(at.next()).to_contain_text("Call Jonas")
    press_next(at.console, "Call Jonas")
