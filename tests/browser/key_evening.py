"""The evening that is run by keyboard alone: one console, and what is around it."""

from playwright.sync_api import Locator, expect

from tests.browser.test_bell import LISTEN
from tests.browser.theatre import Theatre, seat_starters


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
