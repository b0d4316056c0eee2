"""One evening run by keyboard alone: what each key of the console does, by what stands on it."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.key_evening import Evening
from tests.browser.key_stories_people import (
    bring,
    escape,
    floor,
    free,
    hide,
    kind,
    move,
    nudge,
    own_floor,
    pick,
    queue_door,
    queue_walk_up,
    redo,
    rename,
    request_down,
    request_first,
    request_up,
    send_out,
    skip,
    space,
    speaking,
    swap,
    take_off,
    the_list,
    undo,
    walk,
    walk_up,
    words,
)
from tests.browser.rooms import hand
from tests.browser.test_desk import put_up
from tests.browser.test_outer_ring import suggest
from tests.browser.theatre import hold, press_next
from tests.support.face import Face

Story = Callable[[Evening], None]


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
    at.console.wait_for_function("() => window.heard.strikes.length > 0")


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


def known(at: Evening) -> None:
    """Nobody has said what the community is, so nobody is invited."""
    at.press("Shift+KeyD")
    expect(
        at.console.get_by_role("main").get_by_text("Nobody can be known here yet")
    ).to_be_visible()


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
    "⇧ E": words,
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
    "⇧ I": panel("Shift+KeyI", "Names from a list"),
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
    "⇧ D": known,
    "⇧ Q": freeze,
    ".": blank,
    "D": display,
    "⇧ S": summary,
    "N": remedy,
    "C": close,
}
"""What each key does, by what stands on it, in the order of one evening."""
