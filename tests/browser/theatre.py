"""The three faces of one session, opened as their users open them."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.support.server import Server

QUESTION = "What makes people stay in a volunteer project after the first year?"

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SMALL_PHONE = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}
DEAF_MS = 700
"""Space does nothing for 600 ms after its meaning has changed."""
PRESSES_MAX = 40
HELD_MS = 10_000
"""Many times longer than a key is to be held."""
HOLDS_MAX = 4
WALL = {"viewport": {"width": 1920, "height": 1080}}


class Theatre:
    """Opens the faces of a session; what they do is told in the stories."""

    def __init__(self, server: Server, open_page: Callable[..., Page]) -> None:
        self.server = server
        self._open_page = open_page
        self.code = server.create_session(question=QUESTION, event="Stewardship Day")

    def opened(self, path: str, **options: object) -> Page:
        """Open an address of the server in a browser of its own."""
        return self._open_page(path, **options)

    def sign_in(self, **options: object) -> Page:
        """Sign in as the owner."""
        page = self._open_page(f"/o#{self.server.owner_key}", **options)
        expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
        return page

    def console(self, **options: object) -> Page:
        """Open the console as the owner, who has signed in before."""
        cookie = self.server.owner_cookie()
        page = self._open_page(f"/{self.code}/console", cookie=cookie, **options)
        expect(page.get_by_role("button", name="Open the wall")).to_be_visible()
        return page

    def display(self, question: str = QUESTION, **options: object) -> Page:
        """Open the wall."""
        page = self._open_page(f"/{self.code}/display", **{**WALL, **options})
        expect(page.get_by_text(question).first).to_be_visible()
        return page

    def phone(self, name: str, **options: object) -> Page:
        """Open a phone and come in under a name."""
        page = self._open_page(f"/{self.code}", **{**PHONE, **options})
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Come in").tap()
        expect(page.get_by_role("button", name="I want to speak")).to_be_visible()
        return page


def seat_starters(console: Page, *names: str) -> None:
    """Type who starts, Enter after each."""
    field = console.get_by_label("Who starts?")
    for name in names:
        field.fill(name)
        field.press("Enter")
        expect(chair_of(console, name)).to_be_visible()


def chair_of(console: Page, name: str) -> object:
    """The chair on which the console shows somebody."""
    return console.get_by_role("button", name=name).first


def told(console: Page, words: str) -> Locator:
    """What the console lists as having happened."""
    return console.get_by_role("group", name="What happened").get_by_text(words)


def close_line(console: Page) -> None:
    """Close the line about what has just been done: what waits behind it comes."""
    console.get_by_role("button", name="Dismiss").click()


def hold(page: Page, key: str, until: object) -> None:
    """Hold a key until something shows, then let it go; Space may be deaf when it goes down."""
    for _ in range(HOLDS_MAX):
        page.keyboard.down(key)
        try:
            expect(until).to_be_visible(timeout=HELD_MS)  # type: ignore[call-overload]
        except AssertionError:
            continue
        finally:
            page.keyboard.up(key)
        return
    raise AssertionError(f"{key} is held and nothing shows")


def start(console: Page) -> None:
    """Hold Space until the clock runs."""
    console.get_by_label("Who starts?").blur()
    hold(console, "Space", console.get_by_role("button", name="Pause"))


def let_pass(page: Page, ms: int, until: Locator) -> None:
    """Put the installed clock of a page on until something shows.

    Each message of the server tells the time and so sets the page back: one that answers what
    was pressed before may come after the clock was put on.
    """
    for _ in range(PRESSES_MAX):
        page.clock.fast_forward(ms)
        try:
            expect(until).to_be_visible(timeout=DEAF_MS)
        except AssertionError:
            continue
        return
    raise AssertionError(f"nothing shows after {PRESSES_MAX} times {ms} ms")


def tap_space(page: Page, until: Locator) -> None:
    """Tap Space until something shows: at first it may be deaf."""
    for _ in range(PRESSES_MAX):
        page.keyboard.press("Space")
        try:
            expect(until).to_be_visible(timeout=DEAF_MS)
        except AssertionError:
            continue
        return
    raise AssertionError("Space stayed deaf")


def press_next(console: Page, meaning: str) -> None:
    """Press Space until what it meant has happened: at first it may still be deaf."""
    button = console.locator(".next-button", has_text=meaning)
    expect(button).to_be_visible()
    for _ in range(PRESSES_MAX):
        console.keyboard.press("Space")
        try:
            expect(button).to_be_hidden(timeout=DEAF_MS)
        except AssertionError:
            if button.is_visible():  # looked at anew: another press might mean something else
                continue
        return
    raise AssertionError(f"Space still means {meaning}")
