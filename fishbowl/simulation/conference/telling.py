"""What the simulation tells on the terminal: plain sentences with the time of the conference."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.conference.programme import ZONE


class Telling:
    """Prints sentences.

    :param print_line: prints a line.
    """

    def __init__(self, print_line: Callable[[str], None]) -> None:
        self._print = print_line
        self.clock: SessionClock | None = None

    def line(self, words: str) -> None:
        """Print a sentence without the time."""
        self._print(words)

    def title(self, words: str) -> None:
        """Print a heading."""
        self._print(f"\n{words}")

    def day(self, on: date) -> None:
        """Print the heading of a day."""
        self.title(f"{on:%A}, {on.day} {on:%B}")

    def say(self, words: str) -> None:
        """Print a sentence with the time."""
        self._print(f"  {self._time()}  {words}")

    def _time(self) -> str:
        if self.clock is None:
            return " " * 5
        return f"{datetime.fromtimestamp(self.clock.now_ms() / 1000, ZoneInfo(ZONE)):%H:%M}"


def listed(words: Sequence[str]) -> str:
    """Write a list: ``Alder, Birch and Cedar``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(number: int, one: str, many: str) -> str:
    """Write a number with its word: ``1 voice``, ``2 voices``."""
    return f"{number} {one if number == 1 else many}"
