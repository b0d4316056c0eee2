"""A community from its first words to a merge, as those see it who look after it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from fishbowl.access.keys import AccessKeys
from fishbowl.access.sign_ins import MEMBER, SignIns
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import CONSENTS
from fishbowl.domain.kernel.roles import Role
from tests.browser.conftest import OpenPage
from tests.browser.looking import look
from tests.support.served_community import ServedCommunity
from tests.support.server import Server

NAMES = (
    "Amira Benali", "Amira B.", "Þórunn Sigurðardóttir", "Jeong-hui Seo", "Lindiwe Dlamini",
    "Maximiliane von Habsburg-Lothringen", "Kofi Mensah", "Ana-Lucía Huamán Quispe",
    "José Ignacio Etxeberria", "Srinivasa Raghunathan", "Hemi Parata", "محمد الأمين", "高橋 美咲",
)  # fmt: skip
HOSTS_COOKIE: dict[str, str] = {}
"""The cookie of a member who is a host, once there is a server."""
QUARTER_S = 92 * 24 * 3600
SIZES = {"1280": (1280, 800), "390": (390, 844), "320": (320, 568)}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server in whose community people were seen through a year."""
    db = tmp_path_factory.mktemp("hosts") / "fishbowl.db"
    served = ServedCommunity(db)
    began_s = time.time() - 4 * QUARTER_S
    served.wait(began_s - served.clock.now_ms() / 1000)
    served.start()
    for number, name in enumerate(NAMES):
        served.joins(name, consents=frozenset(CONSENTS[: number % 6]))
        served.wait(4 * QUARTER_S / len(NAMES))
    host = served.joins("Sunniva")
    served.asks(c.AskHost(member=host), role=Role.OWNER)
    served.asks(c.AcceptHosting(member=host), host)
    keys = AccessKeys(served.store.secret())
    sign_ins = SignIns(served.service.log, keys, served.clock.now_ms)
    token = sign_ins.enter({}, MEMBER, "", host)
    HOSTS_COOKIE.update(name=sign_ins.cookie(MEMBER), value=token)
    served.service.stop()
    server = Server(db)
    server.start()
    yield server
    server.stop()


def at_all_sizes(page: Page, name: str) -> None:
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        look(page, f"{name}-{size}")
    page.set_viewport_size({"width": 1280, "height": 800})


def row(page: Page, name: str) -> Locator:
    """A line of a list, by the name in it."""
    return page.get_by_role("listitem").filter(has=page.get_by_text(name, exact=True))


def says_what_it_is(page: Page) -> None:
    """From the page for today to the settings and back."""
    page.get_by_role("link", name="Say it").first.click()
    page.get_by_role("radio", name="an association").check()
    page.get_by_label("Its name").fill("Stewardship Network")
    page.get_by_label("Who is responsible").fill("Stewardship Network e.V.")
    page.get_by_label("Postal address").fill("Kai 7\n20095 Hamburg")
    page.get_by_label("Whom to ask about data").fill("data@stewards.example")
    page.get_by_label("Why it is allowed").fill("Consent (GDPR, Article 6(1)(a))")
    at_all_sizes(page, "host-settings")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("It is saved.")


def test_a_host_describes_invites_asks_and_proposes_a_merge(
    open_page: OpenPage, server: Server, tmp_path: Path
):
    server.create_session()
    page = open_page(f"/o#{server.owner_key}", viewport={"width": 1280, "height": 800})
    expect(page.get_by_text("Nobody has said yet what this community is")).to_be_visible()
    page.get_by_role("link", name="Today").click()
    expect(page.get_by_role("heading", name="One thing needs you today.")).to_be_visible()
    at_all_sizes(page, "host-today-first")
    says_what_it_is(page)
    page.goto("/privacy")
    expect(page.get_by_text("Stewardship Network e.V.")).to_be_visible()
    page.goto("/privacy/record")
    at_all_sizes(page, "host-record")

    page.goto("/community")
    page.get_by_role("link", name="Invite people").first.click()
    at_all_sizes(page, "host-invite")
    lines = ["Name;Mail", *(f"Person {n};p{n}@example.org" for n in range(80)), "Nobody", "X;y@"]
    file = tmp_path / "people.csv"
    file.write_text("\n".join(lines))
    page.get_by_label("Or a file (CSV)").set_input_files(file)
    page.get_by_role("button", name="Look at the list").click()
    expect(page.get_by_role("heading", name="80 people can be invited")).to_be_visible()
    expect(page.get_by_label("Correct them here")).to_have_value("Nobody\nX;y@")
    at_all_sizes(page, "host-list")
    page.get_by_role("button", name="Invite 80 people").click()
    expect(page.get_by_role("status")).to_contain_text("80 invitations are on their way")
    expect(page.get_by_label("One person a line")).to_have_value("Nobody\nX;y@")
    row(page, "Person 79").get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text("withdrawn")
    expect(page.get_by_text("Person 79")).to_have_count(0)

    page.get_by_role("link", name="Members", exact=True).click()
    expect(page.get_by_role("row")).to_have_count(1 + len(NAMES) + 1)
    at_all_sizes(page, "host-members")
    page.get_by_role("searchbox", name="Find a name").fill("orunn")
    expect(page.get_by_role("row")).to_have_count(1 + 1)
    page.get_by_role("searchbox", name="Find a name").fill("amira")
    expect(page.get_by_role("row")).to_have_count(1 + 2)
    page.get_by_role("link", name="Amira Benali").click()
    page.get_by_role("button", name="Ask Amira Benali to be a host").click()
    expect(page.get_by_role("status")).to_contain_text("They are asked.")
    at_all_sizes(page, "host-member")
    page.get_by_role("link", name="Choose the other").click()
    at_all_sizes(page, "host-merge")
    row(page, "Amira B.").get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text("Both are asked.")
    page.get_by_role("link", name="Today").click()
    expect(page.get_by_text("were asked whether they are the same person")).to_be_visible()
    expect(page.get_by_role("heading", name="Nothing needs you today.")).to_be_visible()
    at_all_sizes(page, "host-today")
    for path in ("/community", "/community/members", "/community/invite", "/"):
        page.goto(f"{path}?lang=ar")
        at_all_sizes(page, f"host-ar-{path.rpartition('/')[2] or 'owner'}")

    theirs = open_page("/")
    theirs.context.add_cookies([{**HOSTS_COOKIE, "url": server.url}])
    theirs.goto("/community")
    ways = theirs.get_by_role("navigation", name="Pages").get_by_role("link")
    expect(ways).to_have_text(["Today", "Series", "Members", "Your page"])
    at_all_sizes(theirs, "host-member-today")
    theirs.get_by_role("link", name="All members").click()
    theirs.get_by_role("link", name="Sunniva").click()
    expect(theirs.get_by_text("Looks after this community as a host.")).to_be_visible()
    expect(theirs.get_by_role("link", name="Remove this member")).to_have_count(0)
