"""A talk from the open door to the chair, told in each engine.

It is not called ``test_…``: the other tests do without these browsers. ``make test-browsers``
names it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.engines import firefox, webkit
from tests.engines.screen import ENTER, SPACE, Screen
from tests.support.server import Server

QUESTION = "What makes people stay in a volunteer project after the first year?"
ENGINES = {"webkit": webkit.WebKit, "firefox": firefox.Firefox}


@pytest.fixture(params=ENGINES)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Screen]]:
    """Open pages of one engine; its size is given in CSS pixels."""
    with ENGINES[request.param](tmp_path) as engine:
        yield engine.screen


def test_somebody_comes_in_asks_is_called_and_sits(opened: Callable[..., Screen], server: Server):
    code = server.create_session(question=QUESTION, event="Stewardship Day")
    console, wall, phone = opened(1440, 900), opened(1920, 1080), opened(390, 844)

    console.open(f"{server.url}/o#{server.owner_key}")
    console.sees("Your fishbowls")
    console.open(f"{server.url}/{code}/console")
    console.can_tap("Open the wall")
    wall.open(f"{server.url}/{code}/display")
    wall.sees(QUESTION)
    wall.meets("qrIsSquare()")
    phone.open(f"{server.url}/{code}")
    phone.sees(QUESTION)
    phone.write("Your name", "Noor")
    phone.tap("Come in")
    phone.can_tap("I want to speak")

    for name in ("Ana", "Tomasz"):
        console.write("Who starts?", name + ENTER)
        console.can_tap(name)
    console.run("document.activeElement.blur()")
    console.hold(SPACE, lambda: console.can_tap("Pause"))
    wall.sees("This chair is open")
    for screen in (console, wall, phone):
        screen.meets("chairsApart(5)")
        screen.meets("fitsSideways()")

    phone.tap("I want to speak")
    phone.can_tap("Lower my hand")
    wall.sees("Noor")
    console.tap_until_gone("Call Noor to chair 3")
    phone.sees("Chair 3 is yours.")
    phone.tap("I’m walking up")
    phone.tap("I’m on the chair")
    phone.sees("You’re in the bowl")
    wall.meets("sits('Noor', 3)")
    console.meets("sits('Noor', 3)")

    phone.open(f"{server.url}/{code}")  # as if it had been shut
    phone.sees("You’re in the bowl")
    phone.tap("Leave my chair")
    phone.can_tap("I want to speak")
    wall.meets("!sits('Noor', 3)")
