"""A host prepares a pairing round with keys and buttons, asks everybody, and sees what they may."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from fishbowl.domain.community import commands as c
from fishbowl.domain.kernel.roles import Role
from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.browser.theatre import PHONE
from tests.support.known_members import KnownMembers
from tests.support.server import Server

NAMES = ("Amira", "Jonas", "Mei-Lin", "Noor", "Kofi", "Hemi")
COOKIES: dict[str, str] = {}
"""Of everybody, once there is a server."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with six members who agree to meet, and one who is a host."""
    db = tmp_path_factory.mktemp("pairing-round") / "fishbowl.db"
    members = KnownMembers(db)
    COOKIES.update({name: members.comes(name) for name in NAMES})
    host = members.joins("Sunniva")
    assert members.asks(c.AskHost(member=host), role=Role.OWNER).ok
    assert members.asks(c.AcceptHosting(member=host), host).ok
    COOKIES["Sunniva"] = members.cookie(host)
    members.stop()
    server = Server(db)
    server.start()
    yield server
    server.stop()


class Desk:
    """The page of a draft."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows = page.locator("[data-pair]")

    def pairs(self) -> list[str]:
        """Who is proposed to whom."""
        found = self.rows.evaluate_all(
            "rows => rows.map((row) =>"
            " [...row.querySelectorAll('.pairing-who b')].map((one) => one.innerText).join(', '))"
        )
        return [", ".join(sorted(str(one).split(", "))) for one in found]

    def row(self, pair: str) -> Locator:
        """The line of a pair."""
        one, other = pair.split(", ")
        return self.rows.filter(has_text=one).filter(has_text=other)

    def press_key(self, key: str, pair: str = "") -> None:
        """Press a key on a pair, or somewhere else."""
        expect(self.page.get_by_text("On a pair, the key P pins it")).to_be_visible()
        if pair:
            self.row(pair).get_by_role("button").first.focus()
        self.page.keyboard.press(key)

    def presses(self, name: str) -> None:
        """Press the button of this name."""
        self.page.get_by_role("button", name=name).click()

    def says(self, words: str) -> None:
        """Wait until the page says what was done, where the host looks, and is there as a whole."""
        said = self.page.get_by_role("status")
        expect(said).to_contain_text(words)
        expect(said).to_be_in_viewport()
        self.page.wait_for_load_state()

    def pins(self, one: str, other: str) -> None:
        """Choose two who should meet."""
        self.page.get_by_label("One", exact=True).select_option(label=one)
        self.page.get_by_label("The other", exact=True).select_option(label=other)
        self.presses("Pin these two")


def prepares(page: Page) -> Desk:
    """From the list of members to a draft."""
    page.get_by_role("link", name="Pairing rounds").click()
    look(page, "rounds")
    page.get_by_label("Its name").fill("Autumn pairs")
    page.get_by_role("radio", name="Who would not otherwise meet").check()
    page.get_by_role("button", name="Find the pairs").click()
    found = page.get_by_role("heading", name="3 pairs of 6 people who agreed to meet")
    expect(found).to_be_visible()
    look(page, "round-draft")
    return Desk(page)


def uses_keys(desk: Desk) -> None:
    """Pin a pair, solve, part another one, and solve again."""
    pinned, parted, _ = desk.pairs()
    desk.press_key("p", pinned)
    desk.says("Pinned. Solve again, and they stay together.")
    desk.press_key("s")
    desk.says("Solved for everybody at once.")
    expect(desk.row(pinned).get_by_role("button", pressed=True)).to_have_count(1)
    desk.press_key("x", parted)
    desk.says("Noted. They are not told.")
    expect(desk.page.get_by_role("button", name="Ask everybody")).to_have_count(0)
    desk.press_key("s")
    desk.says("2 pairs have changed")
    assert pinned in desk.pairs()
    assert parted not in desk.pairs()
    look(desk.page, "round-draft-kept")


def uses_buttons(desk: Desk) -> None:
    """Take back what was said, and say it of others; the buttons name whom they are about."""
    desk.presses("Take the pin away")
    desk.says("Undone.")
    parted = desk.pairs()[0]
    desk.row(parted).get_by_role("button", name="Not these two").click()
    desk.says("Noted. They are not told.")
    desk.presses("Solve again")
    desk.says("Solved for everybody at once.")
    assert parted not in desk.pairs()
    pinned = desk.pairs()[0]
    desk.row(pinned).get_by_role("button", name="Pin").click()
    desk.says("Pinned.")
    expect(desk.row(pinned).get_by_role("button", pressed=True)).to_have_count(1)


def pins_impossibly(desk: Desk) -> None:
    """Nobody meets themselves, nor two of whom the host said that they shall not."""
    before, kept = desk.pairs(), desk.page.locator("ul.pairing-kept").inner_text()
    desk.pins("Noor", "Noor")
    problem = desk.page.get_by_role("alert")
    expect(problem).to_have_text("That is twice the same person. Nothing has changed.")
    look(desk.page, "round-draft-refused")
    assert desk.pairs() == before
    assert desk.page.locator("ul.pairing-kept").inner_text() == kept


def test_a_host_prepares_a_round_by_keys_and_buttons_and_asks_everybody(
    server: Server, open_page: OpenPage
) -> None:
    host = open_page("/community/members", COOKIES["Sunniva"])
    desk = prepares(host)
    uses_keys(desk)
    uses_buttons(desk)
    pins_impossibly(desk)
    pairs = desk.pairs()
    desk.presses("Ask everybody")
    desk.says("Everybody is asked, each alone.")
    look(host, "round-going")

    noor = open_page("/me", COOKIES["Noor"], **PHONE)
    host.goto(host.url.partition("?")[0])
    before = host.locator("main").inner_text()
    asked = noor.get_by_role("region", name="Pairing rounds")
    expect(asked).to_contain_text("Would you like to meet somebody?")
    for name in NAMES:
        if name != "Noor":
            expect(asked).not_to_contain_text(name)
    look(noor, "me-round")
    asked.get_by_role("button", name="Yes, please").tap()
    expect(asked).to_contain_text("Your yes is kept.")

    host.reload()
    expect(host.get_by_role("heading", level=1)).to_have_text("Autumn pairs: Everybody is asked")
    going = host.get_by_role("region", name="Asked").get_by_role("listitem")
    expect(going).to_have_count(3)
    shown = [", ".join(sorted(one.split("\n")[0].split(", "))) for one in going.all_inner_texts()]
    assert sorted(shown) == sorted(pairs)
    assert host.locator("main").inner_text() == before
