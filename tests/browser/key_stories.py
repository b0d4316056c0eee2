"""One evening run by keyboard alone: what each key of the console does, by what stands on it."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.rooms import hand
from tests.browser.test_bell import LISTEN
from tests.browser.test_desk import put_up
from tests.browser.test_outer_ring import suggest
from tests.browser.test_queue import asks, row
from tests.browser.theatre import Theatre, chair_of, hold, press_next, seat_starters, start
from tests.support.face import Face

Story = Callable[["Evening"], None]


class Evening:
    """One console and what is around it, run by keyboard alone."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self.console = theatre.console()
        self.console.context.add_init_script(LISTEN)
        self.console.reload()
        self.amira, self.jonas = theatre.phone("Amira"), theatre.phone("Jonas")
        self.keyboard = self.console.keyboard
        seat_starters(self.console, "Tomasz", "Lindiwe", "Kofi")
        self.console.get_by_label("Who starts?").blur()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keyboard.press(key)

    def tells(self, words: str) -> None:
        """The last thing that happened is this."""
        expect(self.console.locator(".log-line").first).to_contain_text(words)

    def opens(self, key: str, title: str) -> None:
        """A key opens a panel, and Escape closes it; the same key does, too."""
        panel = self.console.get_by_role("complementary", name=title)
        self.press(key)
        expect(panel).to_be_visible()
        self.console.locator(":focus").evaluate_all("all => all.forEach(one => one.blur())")
        self.press(key)
        expect(panel).to_have_count(0)

    def next(self) -> Locator:
        return self.console.locator(".next-button")

    def waiting(self) -> Locator:
        return self.console.locator(".request")

    def picked(self) -> Locator:
        """Who is picked in the queue."""
        return self.console.locator(".request.is-picked")

    def written(self, words: str) -> Locator:
        """Something that somebody wrote, to be looked at."""
        return self.console.locator(".suggestion", has_text=words)

    def looked_at(self) -> Locator:
        """What is being looked at."""
        return self.console.locator(".suggestion.is-picked")

    def bar(self, name: str) -> Locator:
        return self.console.get_by_role("group", name=name)


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


def topic(at: Evening) -> None:
    at.press("KeyT")
    at.keyboard.type("Who decides")
    at.press("Enter")
    expect(at.console.locator(".topic.is-current")).to_contain_text("Who decides")


def next_question(at: Evening) -> None:
    at.press("Shift+KeyT")
    at.keyboard.type("And what makes them leave?")
    at.press("Enter")
    at.tells("Next question: And what makes them leave?")
    at.press("KeyU")
    at.tells("The last action was undone")


def note(at: Evening) -> None:
    at.press("Shift+KeyN")
    at.press("KeyD")
    at.keyboard.type("We begin with a pilot")
    at.press("Enter", "Escape")
    expect(at.console.locator(".note-line")).to_have_count(0)
    expect(at.console.locator(".topic.is-current")).to_contain_text("We begin with a pilot")


def vote(at: Evening) -> None:
    for title in ("Paying expenses", "Being asked again"):
        put_up(at.amira, at.console, title)
    at.press("KeyV")
    expect(at.console.get_by_role("button", name="Close the vote")).to_be_visible()
    at.press("KeyV")
    expect(at.console.get_by_role("button", name="Close the vote")).to_have_count(0)


def look_at(at: Evening) -> None:
    for title in ("Paying rent", "Going home"):
        suggest(at.amira, title)
        expect(at.written(title)).to_be_visible()
    at.press("Shift+KeyL")
    expect(at.looked_at()).to_contain_text("Paying rent")


def look_walk(at: Evening) -> None:
    at.press("ArrowDown")
    expect(at.looked_at()).to_contain_text("Going home")
    at.press("ArrowUp")
    expect(at.looked_at()).to_contain_text("Paying rent")


def look_accept(at: Evening) -> None:
    at.press("Enter")
    at.tells("Topic put up: Paying rent")
    expect(at.looked_at()).to_contain_text("Going home")


def look_aside(at: Evening) -> None:
    at.press("Backspace")
    at.tells("Topic set aside: Going home")
    expect(at.looked_at()).to_have_count(0)


def pause(at: Evening) -> None:
    at.press("Shift+KeyP")
    at.tells("Paused")
    at.press("Shift+KeyP")
    at.tells("Resumed")


def break_until(at: Evening) -> None:
    at.press("Shift+KeyC", "Enter")
    at.tells("Break until")
    press_next(at.console, "End the break")


def extend(at: Evening) -> None:
    at.press("KeyE")
    expect(at.console.locator(".run-of-show li").first).to_contain_text("45 min")


def next_part(at: Evening) -> None:
    """Held: Jonas is on the way."""
    closing = at.console.locator(".run-of-show .is-now", has_text="Closing")
    hold(at.console, "KeyP", closing)
    at.press("KeyU")
    expect(at.console.locator(".run-of-show .is-now")).to_contain_text("Open fishbowl")


def bell(at: Evening) -> None:
    at.press("Shift+KeyB")
    at.console.wait_for_function("window.heard.strikes.length > 0")


def lock(at: Evening) -> None:
    at.press("KeyL")
    at.tells("The door is locked")
    at.press("KeyL")
    at.tells("The door is open")


def wall(at: Evening) -> None:
    at.press("KeyQ")
    at.tells("The wall shows the QR")
    at.press("KeyQ")
    at.tells("The wall shows the bowl")


def freeze(at: Evening) -> None:
    at.press("Shift+KeyQ")
    at.tells("The wall is frozen")
    at.press("Shift+KeyQ")
    at.tells("The wall is live again")


def blank(at: Evening) -> None:
    at.press("Period")
    at.tells("The wall is blank")
    at.press("Period")
    at.tells("The wall is live again")


def display(at: Evening) -> None:
    with at.console.context.expect_page() as opened:
        at.press("KeyD")
    expect(opened.value).to_have_url(re.compile("/display$"))
    opened.value.close()


def summary(at: Evening) -> None:
    with at.console.context.expect_page() as opened:
        at.press("Shift+KeyS")
    expect(opened.value).to_have_url(re.compile("/summary$"))
    opened.value.close()


def remedy(at: Evening) -> None:
    """What the hint offers: the session has run for hours by the console's clock."""
    at.console.clock.install()
    at.console.clock.fast_forward(3 * 3_600_000)
    hint = at.bar("Hint")
    expect(hint).to_be_visible()
    before = hint.inner_text()
    at.press("KeyN")
    expect(at.console.get_by_text(before, exact=True)).to_have_count(0)


def admit(at: Evening) -> None:
    theatre = at.theatre
    with hand(theatre.server, theatre.code) as face:
        face.done("set_waiting_room", open=True)
        with Face(theatre.server, theatre.code, "phone").connect() as newcomer:
            newcomer.done("join_session", name="Ines")
            expect(at.console.get_by_text("1 waits at the door")).to_be_visible()
            at.press("Shift+KeyA")
            at.tells("One person was let in")
        face.done("set_waiting_room", open=None)


def close(at: Evening) -> None:
    hold(at.console, "KeyC", at.console.get_by_text("The summary is ready"))


def panel(key: str, title: str) -> Story:
    return lambda at: at.opens(key, title)


STORIES: dict[str, Story] = {
    "?": the_list,
    "Esc": escape,
    "Space": space,
    "1–8": floor,
    "0": own_floor,
    "⇧ 1–8": pick,
    "↵": speaking,
    "G": nudge,
    "H": hide,
    "R": rename,
    "⇧ K": kind,
    "M": move,
    "S": swap,
    "F": free,
    "X": send_out,
    "U": undo,
    "⇧ U": redo,
    "A": walk_up,
    "W": queue_walk_up,
    "⇧ W": queue_door,
    "↓ ↑": walk,
    "⇧ ↑": request_up,
    "⇧ ↓": request_down,
    "⇧ F": request_first,
    "⇧ R": bring,
    "⌫": take_off,
    "K": skip,
    "T": topic,
    "⇧ T": next_question,
    "⇧ N": note,
    "V": vote,
    "⇧ L": look_at,
    "written ↓ ↑": look_walk,
    "written ↵": look_accept,
    "written ⌫": look_aside,
    "⇧ P": pause,
    "⇧ C": break_until,
    "E": extend,
    "P": next_part,
    "Y": panel("KeyY", "Run of show"),
    "I": panel("KeyI", "In the room"),
    "J": panel("KeyJ", "Getting in"),
    "Z": panel("KeyZ", "Timeline"),
    "B": panel("KeyB", "Rules of the bowl"),
    "O": panel("KeyO", "Settings"),
    "⇧ O": panel("Shift+KeyO", "Who is called next?"),
    "⇧ B": bell,
    "L": lock,
    "⇧ A": admit,
    "⇧ J": panel("Shift+KeyJ", "At the door"),
    "Q": wall,
    "⇧ Q": freeze,
    ".": blank,
    "D": display,
    "⇧ S": summary,
    "N": remedy,
    "C": close,
}
"""What each key does, by what stands on it, in the order of one evening."""
