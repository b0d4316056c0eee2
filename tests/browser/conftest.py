"""The browser. The server is always another process: see the fixtures one folder up."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.looking import EVERY_PICTURE, Doctor
from tests.browser.theatre import Theatre
from tests.browser.wall import SHORT, Stage
from tests.support.lift import Lift
from tests.support.server import Server

OpenPage = Callable[..., Page]
Opened = tuple[Stage, Page]
Wall = Callable[..., Opened]
HALL = {"width": 1920, "height": 1080}
PATIENCE_MS = 20_000
"""How long a page may take before a test gives up: slowness is not failure."""

EXPECTED = ("the server responded with a status of 4", "net::ERR_", "WebSocket")
"""Console messages that belong to a refusal or a cut line, which some stories are about."""

STILL = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"}
"""A page as most tests see it. Painting water that moves is half of their work; the stories that
are about what moves ask for it."""

FLAT = """
const sheet = new CSSStyleSheet();
sheet.replaceSync("*, *::before, *::after { box-shadow: none !important; }");
document.adoptedStyleSheets.push(sheet);
"""
"""Leaves shadows out: without a GPU they are three quarters of what painting a wall costs, and no
place depends on them. Pictures have them."""


@pytest.fixture(scope="package")  # while it runs, nothing else may use asyncio in this process
def browser() -> Iterator[Browser]:
    """Give one headless Chromium for all browser tests; each opens its own contexts."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()


def empty_server(folder: Path) -> Iterator[Server]:
    """Run a server with an empty database."""
    server = Server(folder / "fishbowl.db")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="package")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run one server for the stories of all files: each makes a session of its own in it."""
    yield from empty_server(tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run a server for one file, whose stories are about everything on it.

    Such a file makes it its ``server``: what an owner sees of all sessions, who is signed in, which
    other machines there are.
    """
    yield from empty_server(tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def server(shared_server: Server) -> Server:
    """The shared server, started again if a story has left it stopped."""
    if not shared_server.is_running:
        shared_server.start()
    return shared_server


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[OpenPage]:
    """Open pages of the server; no console message but of an expected refusal is forgiven."""
    contexts = []
    said: list[str] = []

    def open_page(path: str, cookie: str = "", **options: object) -> Page:
        options = {**STILL, "base_url": server.url, **options}
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        if not EVERY_PICTURE:
            context.add_init_script(FLAT)
        if cookie:
            name, _, value = cookie.partition("=")
            context.add_cookies([{"name": name, "value": value, "url": server.url}])
        page = context.new_page()
        page.on("console", lambda message: Doctor.at_work or said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [text for text in said if not any(part in text for part in EXPECTED)] == []


@pytest.fixture
def theatre(server: Server, open_page: OpenPage) -> Theatre:
    """A session with its console, display and phones, still to be opened."""
    return Theatre(server, open_page)


@pytest.fixture
def wall(server: Server, open_page: OpenPage) -> Iterator[Wall]:
    """Open a session and its wall; ``form`` is what it is created with."""
    stages: list[Stage] = []

    def wall(question: str = SHORT, *, chairs: int = 5, lang: str = "en", **form: str) -> Opened:
        code = server.create_session(question=SHORT, event="Stewardship Day · Room 2", **form)
        stages.append(stage := Stage(server, code))
        if question != SHORT:
            stage.sends("change_settings", question=question)
        if chairs != len(stage.console.slices["bowl"]["chairs"]):
            stage.sends("change_chairs", count=chairs)
        display = open_page(f"/{code}/display?lang={lang}", viewport=HALL)
        expect(display.locator(".wall-title")).to_be_visible()
        return stage, display

    yield wall
    for stage in stages:
        stage.console.leave()


@pytest.fixture
def lift(server: Server) -> Iterator[Lift]:
    """A line for a phone that can be cut."""
    lift = Lift(server)
    yield lift
    lift.stop()
