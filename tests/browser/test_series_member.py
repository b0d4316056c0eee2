"""A member and a series: a letter's question, their page, and what a host sees of it."""

import re
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import WEEKDAYS, OccasionId, SeriesId
from fishbowl.domain.series.model import About, Recurrence
from fishbowl.host.clock import wall_ms
from fishbowl.services.contacts import Contacts
from fishbowl.services.contacts_key import key_file_of, read_or_make
from fishbowl.services.series import AllSeries
from fishbowl.services.series_letters import SeriesLetters
from fishbowl.services.tokens import Tokens
from tests.browser.conftest import STILL
from tests.browser.looking import look
from tests.support.known_members import KnownMembers
from tests.support.server import Server

LUNCH = SeriesId("lunchlunch")
PHONE = {"width": 390, "height": 844}
SIZES = ({"width": 320, "height": 568}, {"width": 1024, "height": 768})
DESK = {"width": 1440, "height": 900}
DAY = timedelta(days=1)
INVITE = re.compile("Invite me by mail.*Lunch of the stewards")


class Prepared:
    """What is in the database before the server starts: a weekly lunch, of whose rota two are.

    Ingrid is asked for the next one; Amira has the one after it.
    """

    def __init__(self, db: Path) -> None:
        place = KnownMembers(db)
        log = place.service.log
        tokens = Tokens(log, Contacts(log, read_or_make(key_file_of(db)).keys).token_key(), wall_ms)
        series = AllSeries(place.service.shared, place.clock)
        series.follow_with(SeriesLetters(tokens, series.state))
        series.start()

        def asks(command: c.Command, member: int = 0) -> None:
            role = Role.MEMBER if member else Role.OWNER
            assert series.ask(LUNCH, command, role=role, member=MemberId(member)).ok, command

        ingrid, amira = (
            place.becomes(name, address, time_zone="Europe/Berlin", consents=("turn",))
            for name, address in (("Ingrid", "ingrid@example.org"), ("Amira", ""))
        )
        first = datetime.fromtimestamp(wall_ms() / 1000, UTC).date() + 3 * DAY
        weekday = WEEKDAYS[first.weekday()]
        about = About(
            label="Lunch of the stewards",
            slug="lunch",
            time_zone="Europe/Berlin",
            place="Canteen",
            is_public=True,
        )
        asks(c.BeginSeries(id=LUNCH, about=about))
        rule = Recurrence(
            every="week", weekdays=(weekday,), starts_on=first.isoformat(), at="12:15", minutes=75
        )
        asks(c.SetRecurrence(recurrence=rule))
        dates = [OccasionId((first + 7 * DAY * n).isoformat()) for n in range(2)]
        for member in (ingrid, amira):
            asks(c.JoinRota(member=member), member)
        asks(c.TakeTurn(occasion=dates[1], member=amira), amira)
        asks(c.AskTurn(occasion=dates[0], member=ingrid))
        letter = next(one for one in log.letters() if one.letter == "turn")
        self.link = f"/t#{tokens.make(letter.id, 'turn')}.take"
        self.cookie = tuple(place.cookie(ingrid).split("=", 1))
        place.stop()


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    return Prepared(tmp_path / "fishbowl.db")


def test_a_question_by_letter_becomes_a_date_on_their_page(
    browser: Browser, prepared: Prepared, tmp_path: Path
) -> None:
    server = Server(tmp_path / "fishbowl.db")
    server.start()
    try:
        options = {**STILL, "viewport": PHONE, "base_url": server.url}
        with closing(browser.new_context(**options)) as context:  # type: ignore[arg-type]
            page = context.new_page()
            answers_the_letter(page, prepared.link)
            name, value = prepared.cookie
            context.add_cookies([{"name": name, "value": value, "url": server.url}])
            changes_their_page(page)
            for size in SIZES:
                page.set_viewport_size(size)  # type: ignore[arg-type]
                look(page, f"member-series-{size['width']}")
            page.set_viewport_size(PHONE)  # type: ignore[arg-type]
            page.goto("/me?lang=ar&theme=dark")
            look(page, "member-series-ar-dark")
        owner = server.owner_cookie().partition("=")
        with closing(browser.new_context(**{**options, "viewport": DESK})) as context:  # type: ignore[arg-type]
            context.add_cookies([{"name": owner[0], "value": owner[2], "url": server.url}])
            page = context.new_page()
            page.goto("/community")
            expect(page.get_by_role("link", name="Lunch of the stewards")).to_be_visible()
            look(page, "host-today-series")
    finally:
        server.stop()


def answers_the_letter(page: Page, link: str) -> None:
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_contain_text("be yours?")
    yes = page.get_by_role("button", name="I will be there")
    expect(yes).to_have_class("shore-button")
    look(page, "letter-turn")
    yes.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, it is yours.")


def changes_their_page(page: Page) -> None:
    page.goto("/me")
    date = page.get_by_role("region", name="Dates that are yours")
    date.get_by_text("Say what you bring").click()
    date.get_by_label("I bring").select_option("lunch")
    date.get_by_label("Which, in a few words").fill("Soup for all")
    date.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("region", name="Dates that are yours")).to_contain_text("Soup for all")
    page.get_by_role("switch", name=INVITE).check()
    expect(page.get_by_role("region", name="Series")).to_contain_text("Kept.")
    page.reload()
    switch = page.get_by_role("switch", name=INVITE)
    expect(switch).to_be_checked()
    date = page.get_by_role("region", name="Dates that are yours")
    date.get_by_text("Swap it, or give it back").click()
    date.get_by_role("button", name="Ask for a swap").click()
    expect(page.get_by_role("region", name="Dates that are yours")).to_contain_text("You asked")
    look(page, "member-series")
