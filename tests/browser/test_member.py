"""A member's way through their pages: known by an invitation, on two devices, lost, found, gone.

Everything that the browsers send is recorded: the pass is in none of it, and the address only where
it is given.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from fishbowl.access.keys import AccessKeys
from fishbowl.log import open_store
from fishbowl.services.contacts import Contacts
from fishbowl.services.contacts_key import key_file_of, read_or_make
from fishbowl.services.tokens import Purpose, Tokens
from tests.browser.conftest import STILL
from tests.browser.looking import look
from tests.support.server import Server

ADDRESS = "ingrid@kystdata.example"
PHONE = {"viewport": {"width": 390, "height": 844}}
SIZES = ({"width": 320, "height": 568}, {"width": 1024, "height": 768})


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Server]:
    """A server of its own that writes its log into a file."""
    server = Server(tmp_path / "fishbowl.db", errors=tmp_path / "log.txt")
    server.start()
    yield server
    server.stop()


class Recorded:
    """Everything that browsers have sent."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.given: list[str] = []

    def note(self, request: Request) -> None:
        """Keep a request: its line and headers, and its body."""
        body = unquote(request.post_data or "")  # a form writes the @ in another way
        if ADDRESS in body and request.url.endswith(("/members", "/lost")):
            self.given.append(request.url)
            body = body.replace(ADDRESS, "")
        headers = " ".join(f"{name}: {value}" for name, value in request.headers.items())
        self.requests.append(f"{request.method} {request.url.partition('#')[0]} {headers} {body}")


class Device:
    """A browser of its own, whose requests are recorded."""

    def __init__(self, browser: Browser, server: Server, recorded: Recorded) -> None:
        context = browser.new_context(**{**STILL, **PHONE, "base_url": server.url})  # type: ignore[arg-type]
        context.on("request", recorded.note)
        self.page: Page = context.new_page()
        self.close = context.close

    def pass_link(self) -> str:
        """The link that the page shows."""
        link = self.page.locator("[data-pass-link]:visible")
        expect(link).to_contain_text("/m#")
        return link.inner_text().replace("\n", "")

    def is_home(self, name: str) -> None:
        """Wait for the member's own page."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(name)
        expect(self.page.locator("[data-pass-here]")).to_be_visible()


def secrets(server: Server, letter: str, purpose: Purpose) -> str:
    """The token in the last letter of a kind, as the mail's reader would have it."""
    keys = read_or_make(key_file_of(server.db)).keys
    with closing(open_store(server.db, readonly=True)) as log:
        found = next(one for one in log.letters() if one.letter == letter)
        return Tokens(log, Contacts(log, keys).token_key(), lambda: 0).make(found.id, purpose)


def invitation(server: Server) -> str:
    """The link for everybody present."""
    with closing(open_store(server.db, readonly=True)) as log:
        secret = log.known_secret()
    assert secret is not None
    return f"/i#{AccessKeys(secret).invitation_key(1)}"


def test_a_member_from_the_invitation_to_leaving(browser: Browser, home: Server, tmp_path: Path):
    recorded = Recorded()
    phone = Device(browser, home, recorded)
    page = phone.page
    is_known(phone, home)
    link = phone.pass_link()
    look(page, "known-pass")
    page.get_by_role("link", name="My page").click()
    phone.is_home("Ingrid")
    look(page, "member-home")
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        look(page, f"member-home-{size['width']}")
    page.set_viewport_size(PHONE["viewport"])  # type: ignore[arg-type]
    page.goto("/me?lang=ar&theme=dark")
    look(page, "member-home-ar-dark")
    page.goto("/me?lang=en&theme=device")
    turns_a_switch(page)
    confirms(phone, home)

    other = Device(browser, home, recorded)
    other.page.goto(link)
    other.is_home("Ingrid")
    assert other.pass_link() == link
    assert link not in other.page.url

    lost = Device(browser, home, recorded)
    new_link = gets_a_new_pass(lost, home)
    assert new_link != link
    other.page.goto("/me")
    expect(other.page.get_by_role("heading", name="This pass opens nothing here")).to_be_visible()
    look(other.page, "pass-wrong")

    leaves(lost)
    for device in (phone, other, lost):
        device.close()
    home.stop()
    assert set(recorded.given) == {f"{home.url}/members", f"{home.url}/lost"}
    written = (tmp_path / "log.txt").read_text() + home.printed
    for one in (link, new_link):
        secret = one.partition("#")[2].partition(".")[0]
        for shape in (secret, secret.replace("-", "")):
            assert not [line for line in recorded.requests if shape in line]
            assert shape not in written
            assert shape.encode() not in (tmp_path / "fishbowl.db").read_bytes()
    assert not [line for line in recorded.requests if ADDRESS in line]
    assert ADDRESS not in written
    assert ADDRESS.encode() not in (tmp_path / "fishbowl.db").read_bytes()


def is_known(phone: Device, home: Server) -> None:
    """Answer one question after the other."""
    page = phone.page
    page.goto(invitation(home))
    go_on = page.get_by_role("button", name="Go on")
    go_on.click()
    expect(page.get_by_text("Please type a name.")).to_be_visible()
    look(page, "known-name")
    page.get_by_role("textbox", name="Your name").fill("Ingrid")
    go_on.click()
    expect(page.get_by_label("Time zone")).to_be_visible()
    look(page, "known-place")
    go_on.click()
    page.get_by_text("By e-mail").click()
    page.get_by_role("textbox", name="E-mail address").fill("nonsense")
    go_on.click()
    expect(page.get_by_text("That is no e-mail address.")).to_be_visible()
    look(page, "known-reach")
    page.get_by_role("textbox", name="E-mail address").fill(ADDRESS)
    go_on.click()
    expect(page.get_by_role("switch", name="Meet somebody")).not_to_be_checked()
    look(page, "known-consents")
    go_on.click()
    look(page, "known-kept")
    page.get_by_role("button", name="Back").click()
    page.get_by_role("switch", name="Meet somebody").check()
    go_on.click()
    page.get_by_role("button", name="Give me a pass").click()
    expect(page.get_by_role("heading", name="This is your pass, Ingrid.")).to_be_visible()


def turns_a_switch(page: Page) -> None:
    """A switch is kept when it is turned."""
    switch = page.get_by_role("switch", name="Take a turn")
    switch.check()
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()
    page.reload()
    expect(switch).to_be_checked()
    expect(page.get_by_role("switch", name="Meet somebody")).to_be_checked()


def confirms(phone: Device, home: Server) -> None:
    """Open the letter's link, and press."""
    page = phone.page
    page.goto(f"/t#{secrets(home, 'confirm', 'confirm')}")
    expect(page.get_by_role("heading", name="Is this your address?")).to_be_visible()
    look(page, "letter-confirm")
    page.get_by_role("button", name="Yes, it is mine").click()
    expect(page.get_by_role("heading", name="Confirmed.")).to_be_visible()
    assert "#" not in page.url
    look(page, "letter-confirmed")
    page.get_by_role("link", name="My page").click()
    expect(page.get_by_text("Confirmed on")).to_be_visible()


def gets_a_new_pass(lost: Device, home: Server) -> str:
    """Ask for a letter, and make a new pass by its link."""
    page = lost.page
    page.goto("/lost")
    look(page, "lost")
    page.get_by_label("E-mail address").fill(ADDRESS)
    page.get_by_role("button", name="Send me a letter").click()
    expect(page.get_by_role("status")).to_contain_text("a letter with a link")
    look(page, "lost-asked")
    page.goto(f"/t#{waited(lambda: secrets(home, 'new_pass', 'new_pass'))}")
    expect(page.get_by_role("heading", name="Make a new pass?")).to_be_visible()
    page.get_by_role("button", name="Make a new pass").click()
    lost.is_home("Ingrid")
    expect(page.get_by_text("You got a new pass on")).to_be_visible()
    return lost.pass_link()


def waited(found: Callable[[], str]) -> str:
    """Wait until the letter is in the outbox: it is written beside the request."""
    for _ in range(200):
        try:
            return found()
        except StopIteration:
            continue
    raise AssertionError("there is no letter")


def leaves(device: Device) -> None:
    """Leave, and be known no more, here or there."""
    page = device.page
    page.get_by_role("link", name="Leave…").click()
    expect(page.get_by_role("button", name="Leave and delete it")).to_be_visible()
    look(page, "leave")
    page.get_by_role("button", name="Leave and delete it").click()
    expect(page.get_by_role("heading", name="You have left.")).to_be_visible()
    look(page, "left")
    page.goto("/me")
    expect(page.get_by_role("heading", name="There is no pass in this link")).to_be_visible()
    look(page, "pass-none")
