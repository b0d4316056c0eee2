"""A room that writes more than anybody has looked at: the console lists the first, and the rest
when somebody wants to see it."""

import re

from playwright.sync_api import Locator, Page, expect

from fishbowl.domain.session.decide.questions import QUESTIONS_EACH
from fishbowl.views.console_lists import LISTED
from tests.browser.looking import look
from tests.browser.theatre import Theatre
from tests.support.face import Face

MANY = LISTED + 2 * QUESTIONS_EACH + 1


def ask(theatre: Theatre, count: int) -> None:
    """So many questions come in, numbered from 1."""
    for first in range(1, count + 1, QUESTIONS_EACH):
        with Face(theatre.server, theatre.code, "phone").connect() as phone:
            phone.done("join_session", name=f"Person {first}")
            for number in range(first, min(first + QUESTIONS_EACH, count + 1)):
                phone.done("ask_bowl", words=f"Question number {number}?")


def rows(console: Page) -> Locator:
    return console.locator(".suggestion", has_text="Question number")


def heading(console: Page) -> Locator:
    return console.get_by_role("heading", name=re.compile("^To review"))


def test_the_rest_of_a_long_list_is_there_when_it_is_wanted(theatre: Theatre):
    console = theatre.console()
    ask(theatre, MANY)
    expect(heading(console)).to_contain_text(str(MANY))
    expect(rows(console)).to_have_count(LISTED)
    more = console.get_by_role("button", name=f"and {MANY - LISTED} more")
    more.scroll_into_view_if_needed()
    look(console, "console-long-list")
    more.click()
    expect(rows(console)).to_have_count(MANY)
    expect(more).to_have_count(0)
    last = rows(console).last
    expect(last).to_contain_text(f"Question number {MANY}?")
    last.get_by_role("button", name="Put it up").click()
    expect(heading(console)).to_contain_text(str(MANY - 1))
    expect(console.get_by_role("region", name="Questions to the bowl")).to_contain_text(
        f"Question number {MANY}?"
    )
    expect(rows(console)).to_have_count(MANY)  # one of them is up now, and stands once


def test_what_is_dealt_with_lets_the_next_one_in(theatre: Theatre):
    console = theatre.console()
    ask(theatre, LISTED + 1)
    expect(rows(console)).to_have_count(LISTED)
    console.get_by_role("button", name="and 1 more").wait_for()
    rows(console).first.get_by_role("button", name="Put it up").click()
    expect(rows(console)).to_have_count(LISTED + 1)
    expect(console.get_by_role("button", name=re.compile("^and . more"))).to_have_count(0)
    expect(rows(console).filter(has_text=f"Question number {LISTED + 1}?")).to_be_visible()
