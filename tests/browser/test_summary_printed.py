"""The summary on paper, and in a file that is sent around."""

import re
from datetime import UTC
from pathlib import Path

from playwright.sync_api import Browser, expect

from fishbowl.web.assets import load_assets
from fishbowl.web.summary_file import summary_file, templates
from tests.browser.looking import EVERY_PICTURE, SHOTS
from tests.harvest.full_story import full_evening
from tests.harvest.room import Room
from tests.harvest.stories import forty_minutes


def printed(browser: Browser, path: Path, room: Room) -> bytes:
    """Open the file as somebody does who got it by e-mail, and print it."""
    path.write_text(summary_file(templates(), load_assets(), room.summary, UTC), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    paper = page.pdf(prefer_css_page_size=True)
    page.close()
    if EVERY_PICTURE:
        (SHOTS / f"printed-{path.stem}.pdf").write_bytes(paper)
    return paper


def pages(paper: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def test_a_lively_session_fits_on_three_pages(browser: Browser, tmp_path: Path):
    assert pages(printed(browser, tmp_path / "full.html", full_evening())) in (2, 3)


def test_a_short_session_fits_on_two_pages(browser: Browser, tmp_path: Path):
    assert pages(printed(browser, tmp_path / "short.html", forty_minutes())) <= 2
