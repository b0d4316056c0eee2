"""The archive: found while one types, read at its place, shared with members, met while at work."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Page, expect

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import Entry
from fishbowl.log import open_store
from fishbowl.services.session_log import append_session
from tests.browser.conftest import OpenPage
from tests.browser.looking import check, look
from tests.browser.theatre import Theatre, seat_starters, start
from tests.harvest.stories import forty_minutes
from tests.support.room import Room
from tests.support.server import Server

DAY_MS = 24 * 60 * 60_000
PAST = (
    ("TIDE22", "What makes people stay in a volunteer project after the first year?",
     "Stewardship Day", 0, ("What do we owe the people who leave?",),
     (("insight", "People leave quietly. Nobody writes the volunteer who stopped."),
      ("action", "Lindiwe writes the leaving guide before the joining guide."),
      ("undecided", "Whether volunteers who leave keep their keys."))),
    ("REEF33", "Can a library be run by its readers?", "Open Shelves Week", 165,
     ("Who closes up on a Tuesday?",),
     (("insight", "When the third volunteer left we finally wrote things down."),
      ("resource", "Readers leave, but they leave the door open."))),
    ("DUNE44", "Who keeps the lights on after launch?", "Civic Tools Camp", 327,
     ("Paid staff and volunteers: who leaves first?",), ()),
    ("YARN55", "なぜ人はボランティアを続けるのか", "東京", 400, ("友達と始める",), ()),
    ("NEWT66", "لماذا يبقى الناس في المشروع بعد السنة الأولى؟", "", 420, ("من يغادر بهدوء؟",), ()),
)  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that finds sessions which have ended, the first as full as a real one."""
    server = Server(tmp_path_factory.mktemp("archive") / "fishbowl.db")
    keep_past(server.db)
    server.start()
    yield server
    server.stop()


def keep_past(db: Path) -> None:
    """Write the sessions that have ended."""
    store = open_store(db)
    for code, question, event, days_ago, topics, notes in PAST:
        room = forty_minutes(code=code, event=event, close=False) if not days_ago else None
        if room is None:
            room = Room(question, code=code, event=event)
            for number, name in enumerate(("Ingrid", "Tomasz", "Mei-Lin"), start=1):
                room.seats_walk_up(number, name)
            room.facilitator.starts()
        for title in topics:
            known = [one.id for one in room.session.topics.values() if one.title == title]
            if not known:
                room.sends(c.BeginTopic(title=title))
        for kind, words in notes:
            room.sends(c.AddNote(kind=kind, words=words))
        room.sends(c.CloseSession())
        if code in ("TIDE22", "DUNE44"):
            room.sends(c.PublishSummary())
        entries = [earlier(entry, days_ago) for entry in room.log]
        append_session(store, room.session, entries)
    store.close()


def earlier(entry: Entry, days: int) -> Entry:
    """The same entry, so many days earlier."""
    return msgspec.structs.replace(entry, at_ms=entry.at_ms - days * DAY_MS)


def signed_in(open_page: OpenPage, server: Server, **options: object) -> Page:
    page = open_page(f"/o#{server.owner_key}", **options)
    expect(page.get_by_role("heading", name="Your fishbowls")).to_be_visible()
    return page


def in_the_archive(page: Page, words: str = "") -> Page:
    """Open the archive once the server has read everything that was there when it started."""
    page.goto("/archive")
    while page.locator(".hit").count() < len(PAST):
        page.reload()
    if words:
        page.get_by_label("Search past sessions").fill(words)
    return page


def test_found_while_one_types_and_read_at_its_place(open_page: OpenPage, server: Server):
    page = in_the_archive(signed_in(open_page, server))
    look(page, "archive-all")
    field = page.get_by_label("Search past sessions")
    field.type("volunteers leave")
    expect(page.get_by_role("status")).to_have_text("3 of 5 sessions")
    expect(page).to_have_url(f"{server.url}/archive?q=volunteers+leave")
    look(page, "archive-found-1440")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hit-places a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/TIDE22/summary#*")
    place = page.locator(":target")
    expect(place).to_be_in_viewport()
    look(page, "archive-summary-at-its-place")
    page.go_back()
    expect(page.get_by_label("Search past sessions")).to_have_value("volunteers leave")
    expect(page.get_by_role("status")).to_have_text("3 of 5 sessions")


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("1024", {"viewport": {"width": 1024, "height": 768}}),
        ("dark", {"color_scheme": "dark"}),
        ("390", {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}),
    ],
)
def test_it_fits_every_screen(
    open_page: OpenPage, server: Server, name: str, options: dict[str, object]
):
    page = in_the_archive(signed_in(open_page, server, **options))
    page.goto("/archive?q=leave")
    look(page, f"archive-found-{name}")
    page.goto("/archive?q=友達")
    expect(page.locator("mark")).to_have_text("友達")
    page.goto("/archive?q=يغادر")
    expect(page.locator("mark")).to_have_text("يغادر")
    check(page)


def test_a_typing_error_is_forgiven_and_said(open_page: OpenPage, server: Server):
    page = in_the_archive(signed_in(open_page, server))
    page.get_by_label("Search past sessions").fill("voluntears")
    expect(page.get_by_role("status")).to_have_text(
        "Nothing has “voluntears”. Near it: 3 of 5 sessions"
    )
    expect(page.locator("mark").first).to_have_text("volunteer")
    look(page, "archive-near")


def test_without_a_script_the_field_and_the_filters_are_enough(open_page: OpenPage, server: Server):
    owner = in_the_archive(signed_in(open_page, server))
    page = open_page("/", java_script_enabled=False)
    page.context.add_cookies(owner.context.cookies())  # type: ignore[arg-type]
    page.goto("/archive")
    page.get_by_label("Search past sessions").fill("volunteers")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("3 of 5 sessions")
    page.get_by_role("link", name="Civic Tools Camp").click()
    expect(page.get_by_role("status")).to_have_text("1 of 5 sessions")


def test_members_search_what_is_published(open_page: OpenPage, server: Server):
    owner = in_the_archive(signed_in(open_page, server))
    owner.get_by_role("link", name="Link for members").click()
    look(owner, "archive-link")
    link = owner.get_by_label("Anybody who has it can search what is published").input_value()
    member = open_page(link)
    member.wait_for_url("**/archive")
    expect(member.get_by_role("status")).to_have_text("2 sessions")
    member.get_by_label("Search past sessions").fill("paid staff")
    expect(member.locator(".hit")).to_have_count(1)
    look(member, "archive-member")
    member.locator(".hit-places a").first.click()
    expect(member.get_by_role("heading", level=1)).to_have_text(
        "Who keeps the lights on after launch?"
    )


def test_earlier_talks_are_offered_while_a_topic_is_typed(
    theatre: Theatre, open_page: OpenPage, server: Server
):
    in_the_archive(signed_in(open_page, server))
    console = theatre.console()
    seat_starters(console, "Kofi", "Yuna")
    start(console)
    console.keyboard.press("KeyT")
    field = console.get_by_label("What is it about now?")
    field.type("Paid staff and volunteers")
    expect(console.get_by_text("We talked about this before")).to_be_visible()
    expect(field).to_be_focused()
    earlier = console.locator(".related-sessions a").first
    expect(earlier).to_have_text("Paid staff and volunteers: who leaves first?")
    look(console, "archive-talked-before")
    field.press("Enter")
    expect(console.locator(".topic.is-current")).to_contain_text("Paid staff and volunteers")


def test_events_of_earlier_sessions_become_series(open_page: OpenPage, server: Server):
    page = signed_in(open_page, server)
    page.get_by_role("link", name="Choose their series").click()
    rows = page.locator(".event-name")
    expect(rows).to_have_count(4)
    look(page, "event-names")
    page.set_viewport_size({"width": 320, "height": 720})
    look(page, "event-names-320")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_label("Its series: Open Shelves Week").fill("stewardship day")
    page.get_by_label("Leave alone: 東京").check()
    page.get_by_role("button", name="Put them into series").click()
    expect(page.get_by_text("3 sessions filed in 2 series.")).to_be_visible()
    expect(page.get_by_text("1 left alone")).to_be_visible()
    look(page, "event-names-done")
    page.goto("/archive")
    while page.get_by_role("link", name="Stewardship Day 2").count() == 0:
        page.reload()
    page.get_by_role("link", name="Stewardship Day 2").click()
    expect(page.locator(".hit")).to_have_count(2)
    expect(page.locator(".hit-facts").get_by_text("Open Shelves Week")).to_be_visible()
    look(page, "archive-of-a-series")
    page.goto("/new")
    names = page.locator("#event-names option")
    expect(names).to_have_count(2)
    page.get_by_label("What is the question?").fill("Who opens on Sundays?")
    page.get_by_label("Event").fill("CIVIC tools camp")
    page.get_by_role("button", name="Create fishbowl").click()
    page.wait_for_url("**/console")
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Event", exact=True).focus()
    expect(page.locator("#settings-event-names option")).to_have_count(2)
    page.get_by_label("Event", exact=True).fill("Forum nights")
    panel = page.get_by_role("complementary", name="Settings")
    panel.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".bar-event")).to_have_text("Forum nights")
    page.goto("/new")
    expect(names).to_have_count(3)
    page.goto("/archive?event=civic+tools+camp")
    expect(page.get_by_role("link", name="Civic Tools Camp 1")).to_be_visible()
