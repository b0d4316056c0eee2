"""Known again: a pass at the closing, and its use a month later and at another address."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking import look, shoot
from tests.browser.theatre import PHONE, SMALL_PHONE, WALL
from tests.browser.wall import SIZES, Stage, measure
from tests.support.described import describe_community
from tests.support.server import Server

NAME = "Ingrid Halvorsen"
PASS = r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){7}"
ARABIC = {**PHONE, "locale": "ar", "color_scheme": "dark"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose owner has said what the community is."""
    db = tmp_path_factory.mktemp("known") / "fishbowl.db"
    describe_community(db)
    server = Server(db)
    server.start()
    yield server
    server.stop()


class Overheard:
    """Everything that a browser sends."""

    def __init__(self, page: Page) -> None:
        self.said: list[str] = []
        page.context.on("request", self._hear)

    def _hear(self, request: Request) -> None:
        said: list[Any] = [request.url, request.post_data or "", *request.headers.values()]
        self.said += map(str, said)

    def heard(self, words: str) -> bool:
        """Whether anything that was sent contains these words, with or without its hyphens."""
        return any(words in one or words.replace("-", "") in one for one in self.said)


def comes_in(open_page: OpenPage, code: str, name: str, **options: object) -> Page:
    phone = open_page(f"/{code}", **{**PHONE, **options})
    phone.get_by_label("Your name").fill(name)
    phone.get_by_role("button", name="Come in").tap()
    expect(phone.get_by_role("navigation", name="Session")).to_be_visible()
    return phone


def small(page: Page, name: str) -> None:
    """Look at a page on a phone of usual and of small size."""
    look(page, name)
    page.set_viewport_size(SMALL_PHONE["viewport"])  # type: ignore[arg-type]
    look(page, f"{name}-320")
    page.set_viewport_size(PHONE["viewport"])  # type: ignore[arg-type]


def test_who_takes_a_pass_is_greeted_next_month_also_at_another_address(
    server: Server, open_page: OpenPage, tmp_path: Path
):
    first = Stage(server, server.create_session(question="Who hands over?", event="October"))
    ingrid = comes_in(open_page, first.code, "Ingrid")
    overheard = Overheard(ingrid)
    first.sends("start_session")
    first.sends("show_on_wall", what="takeaways")
    ingrid.get_by_role("button", name="Takeaways").tap()
    ingrid.get_by_label("Your words").fill("Ask before it is too late.")
    ingrid.get_by_role("button", name="Keep it").tap()
    question = ingrid.get_by_role("region", name="Would you like to be known next time?")
    expect(question).to_be_visible()
    look(ingrid, "known-question")

    question.get_by_role("button", name="Tell me more").tap()
    expect(ingrid.get_by_role("switch")).to_have_count(6)
    for switch in ingrid.get_by_role("switch").all():
        expect(switch).not_to_be_checked()
    small(ingrid, "known-form")
    ingrid.get_by_role("textbox", name="Your name").fill(NAME)
    ingrid.get_by_role("radio", name="Another way").check()
    ingrid.get_by_label("How to reach you").fill("table 4")
    ingrid.get_by_role("switch", name="Answer a question").check()
    ingrid.get_by_role("switch", name="Link this session to me").check()
    ingrid.get_by_role("button", name="Give me a pass").tap()
    expect(ingrid.get_by_role("heading", name=f"This is your pass, {NAME}.")).to_be_visible()
    small(ingrid, "known-pass")
    link = ingrid.locator(".pass-link").inner_text()
    written = link.partition("#")[2].partition(".")[0]
    with ingrid.expect_download() as saving:
        ingrid.get_by_role("button", name="Save it as a picture").tap()
    picture = tmp_path / "pass.png"
    saving.value.save_as(picture)
    expect(ingrid.get_by_alt_text("Picture of your pass")).to_be_visible()
    ingrid.get_by_role("button", name="Back to the session").tap()
    expect(question).to_be_hidden()
    ingrid.get_by_role("button", name="About you").tap()
    expect(ingrid.get_by_text("This session is linked to you. Only you see that.")).to_be_visible()
    look(ingrid, "known-you")

    later = server.create_session(question="And a month later?", event="November")
    ingrid.goto(f"/{later}")
    expect(ingrid.get_by_role("heading", name=f"Good to see you again, {NAME}.")).to_be_visible()
    expect(ingrid.get_by_role("checkbox", name="Link this session to me")).not_to_be_checked()
    small(ingrid, "known-welcome-back")
    ingrid.get_by_role("button", name="Not today, come in as somebody new").tap()
    expect(ingrid.get_by_label("Your name")).to_have_value("")
    ingrid.reload()
    ingrid.get_by_role("checkbox", name="Link this session to me").check()
    ingrid.get_by_role("button", name=f"Come in as {NAME}").tap()
    expect(ingrid.get_by_role("button", name="I want to speak")).to_be_visible()
    ingrid.get_by_role("button", name="About you").tap()
    expect(ingrid.get_by_text("This session is linked to you. Only you see that.")).to_be_visible()
    ingrid.get_by_role("button", name="Unlink this session").tap()
    expect(ingrid.get_by_text("This session is not linked to you.")).to_be_visible()
    ingrid.get_by_role("link", name="My page").tap()
    mine = ingrid.get_by_role("region", name="Sessions that are yours")
    expect(mine).to_contain_text("Who hands over?")
    expect(mine).not_to_contain_text("And a month later?")
    assert len(written) == len("0000-") * 8 - 1
    assert not overheard.heard(written)

    elsewhere = server.url.replace("127.0.0.1", "localhost")
    moved = open_page(f"{elsewhere}/{later}", **ARABIC)
    expect(moved.locator("html")).to_have_attribute("dir", "rtl")
    moved.locator("main > .button-quiet").first.tap()
    expect(moved.locator(".have-pass")).to_be_visible()
    look(moved, "known-have-pass-ar-dark")
    moved = open_page(f"{elsewhere}/{later}", **PHONE)
    moved.get_by_role("button", name="I have a pass").tap()
    small(moved, "known-have-pass")
    moved.get_by_label("Choose the picture of my pass").set_input_files(picture)
    expect(moved.get_by_role("heading", name=f"Good to see you again, {NAME}.")).to_be_visible()


def test_a_pass_that_is_none_here_says_so_and_lets_one_in_with_a_name(
    server: Server, open_page: OpenPage
):
    code = server.create_session(question="Who hands over?")
    phone = open_page(f"/{code}", **PHONE)
    phone.get_by_role("button", name="I have a pass").tap()
    typed = phone.get_by_label("Or type it, or paste its link")
    for words, told in (
        ("http://10.0.0.7/m#ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ.00000000", "another community"),
        ("zzzz zzzz zzzz zzzz zzzz zzzz zzzz zzzz", "Nobody is known here by this pass"),
        ("hello", "That is no pass"),
    ):
        typed.fill(words)
        typed.press("Enter")
        expect(phone.locator("#have-pass-hint")).to_contain_text(told)
    phone.get_by_label("Your name").fill("Noor")
    phone.get_by_role("button", name="Come in").tap()
    expect(phone.get_by_role("button", name="I want to speak")).to_be_visible()


def test_under_the_chatham_house_rule_nobody_is_asked_and_nothing_is_linked(
    server: Server, open_page: OpenPage
):
    form = {"question": "What went wrong?", "attribution": "chatham_house"}
    stage = Stage(server, server.create_session(**form))
    noor = comes_in(open_page, stage.code, "Noor")
    stage.sends("start_session")
    stage.sends("close_session")
    expect(noor.get_by_role("heading", name="This session has ended.")).to_be_visible()
    expect(noor.get_by_text("Would you like to be known next time?")).to_have_count(0)
    noor.get_by_role("button", name="About you").tap()
    noor.get_by_role("button", name="Be known next time").tap()
    expect(noor.get_by_text("Chatham House")).to_be_visible()
    expect(noor.get_by_role("switch")).to_have_count(5)


def test_the_wall_invites_beside_the_qr_of_the_session_at_one_key(
    server: Server, open_page: OpenPage
):
    code = server.create_session(question="Who hands over?", event="October")
    Stage(server, code).sends("start_session")
    console = open_page(f"/{code}/console", cookie=server.owner_cookie())
    expect(console.get_by_role("button", name="Open the wall")).to_be_visible()
    display = open_page(f"/{code}/display", **WALL)
    console.keyboard.press("Shift+KeyD")
    expect(
        display.get_by_role("heading", name="Would you like to be known next time?")
    ).to_be_visible()
    invitation = display.get_by_alt_text("QR code: be known next time")
    assert invitation.evaluate("image => image.complete && image.naturalWidth > 0")
    look(display, "known-wall")
    amiss = []
    for width, height in SIZES[:3]:
        display.set_viewport_size({"width": width, "height": height})
        amiss += measure(display, "known")
    shoot(display, "known-wall-1024")
    assert amiss == []
    console.keyboard.press("Shift+KeyD")
    expect(invitation).to_be_hidden()
