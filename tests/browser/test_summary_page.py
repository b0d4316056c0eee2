"""The summary as it is read: what came of it first, the figures on demand, on every width."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from fishbowl.web.assets import load_assets
from fishbowl.web.summary.file import summary_file, templates
from tests.browser.looking import check, look
from tests.harvest.full_story import full_evening
from tests.support.long import cases

PHONE_PX = 6_500
"""How long the evening may be on a phone: about eight screens."""

LABELS = """() => {
  const seen = { whole: 0, short: 0, cut: 0, bad: [] };
  for (const label of document.querySelectorAll(".timeline-short bdi, .timeline-whole bdi")) {
    const box = label.closest(".timeline-name").getBoundingClientRect();
    const clip = label.closest(".timeline-short, .timeline-whole").getBoundingClientRect();
    const own = label.getBoundingClientRect();
    if (own.top >= box.bottom - 1 || clip.width < 1) continue;
    const range = document.createRange();
    const text = label.firstChild;
    range.setStart(text, 0);
    range.setEnd(text, text.length);
    const isCut = range.getBoundingClientRect().width > own.width + 1;
    if (isCut) range.setEnd(text, Math.min(3, text.length));
    const letters = range.getBoundingClientRect();
    seen[isCut ? "cut" : label.closest(".timeline-whole") ? "whole" : "short"] += 1;
    const right = Math.min(own.right, clip.right, box.right);
    if (letters.left < box.left - 1 || letters.right > right + 1) seen.bad.push(text.data);
  }
  return seen;
}"""
"""Counts the labels that are seen, and names those of which fewer than three letters are."""


@pytest.fixture
def evening(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page of a lively session, as its file has it."""
    path = tmp_path / "evening.html"
    path.write_text(summary_file(templates(), load_assets(), full_evening().summary, UTC), "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri())
    yield page
    page.close()


def test_what_came_of_it_comes_first_and_the_figures_are_folded(evening: Page):
    headings = evening.get_by_role("heading", level=2).all_inner_texts()
    order = ["Decided", "We said we would", "What we talked about", "Open questions"]
    assert [heading for heading in headings if heading in order] == order
    timeline = evening.get_by_role("heading", name="Who sat when")
    expect(timeline).to_be_hidden()
    check(evening)
    look(evening, "summary-evening")
    evening.get_by_text("How the talk went").last.click()
    expect(timeline).to_be_visible()
    check(evening)
    look(evening, "summary-evening-record")


def test_the_contents_lead_to_every_part_and_stay_beside_it(evening: Page):
    contents = evening.get_by_role("navigation", name="Contents")
    links = contents.get_by_role("link")
    for href in links.evaluate_all("all => all.map((one) => one.getAttribute('href'))"):
        expect(evening.locator(href)).to_have_count(1)
    contents.get_by_role("link", name="Written points").click()
    expect(evening.get_by_role("heading", name="Written points")).to_be_in_viewport()
    expect(contents.get_by_role("link", name="Decided")).to_be_in_viewport()


def test_the_voices_of_a_topic_are_counted_and_named_on_demand(evening: Page):
    topic = evening.get_by_role("article").filter(has_text="When does paying")
    names = topic.get_by_text("Bastien")
    expect(names).to_be_hidden()
    topic.get_by_text("8 people in the bowl").click()
    expect(names).to_be_visible()


def test_a_phone_reads_it_in_a_few_screens(evening: Page):
    evening.set_viewport_size({"width": 390, "height": 844})
    assert evening.evaluate("document.documentElement.scrollHeight") < PHONE_PX
    assert evening.evaluate("document.documentElement.scrollWidth") <= 390
    check(evening)
    look(evening, "summary-evening-390")


@pytest.mark.parametrize("width", cases([390, 761, 1280], short=[390]))
def test_a_name_on_the_timeline_has_its_width_and_never_fewer_than_three_letters(
    evening: Page, width: int
):
    evening.set_viewport_size({"width": width, "height": 900})
    evening.locator(".record > summary").click()
    seen = evening.evaluate(LABELS)
    assert seen["bad"] == []
    assert seen["whole"] + seen["short"] + seen["cut"] >= 14
    names = evening.locator(".timeline-whole")
    for row in evening.locator(".timeline-row").all():
        row.evaluate("one => one.style.inlineSize = '9rem'")
    narrow = evening.evaluate(LABELS)
    assert narrow["bad"] == []
    assert narrow["whole"] + narrow["short"] + narrow["cut"] < names.count()
