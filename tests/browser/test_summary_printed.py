"""The summary on paper, and in a file that is sent around."""

import re
from datetime import UTC
from pathlib import Path

from playwright.sync_api import Browser, expect

from fishbowl.web.assets import load_assets
from fishbowl.web.summary.file import summary_file, templates
from tests.browser.looking import EVERY_PICTURE, SHOTS
from tests.harvest.full_story import full_evening
from tests.harvest.stories import forty_minutes
from tests.support.room import Room


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


def test_an_ordinary_session_fits_on_two_pages(browser: Browser, tmp_path: Path):
    assert pages(printed(browser, tmp_path / "full.html", full_evening())) == 2


def test_a_short_session_fits_on_one_page(browser: Browser, tmp_path: Path):
    assert pages(printed(browser, tmp_path / "short.html", forty_minutes())) == 1


def test_paper_has_what_a_screen_folds_away_and_does_not_part_it(browser: Browser, tmp_path: Path):
    path = tmp_path / "full.html"
    path.write_text(summary_file(templates(), load_assets(), full_evening().summary, UTC), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    talk = page.get_by_role("heading", name="Talk time")
    expect(talk).to_be_hidden()
    page.emulate_media(media="print")
    expect(talk).to_be_visible()
    for kept_whole in (".timeline", ".summary-columns"):
        expect(page.locator(kept_whole)).to_have_css("break-inside", "avoid")
    expect(page.get_by_role("navigation", name="Contents")).to_be_hidden()
    page.close()
