"""Every page is valid HTML, each with one ``main`` and labels that can be spoken: html-validate."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest

from fishbowl import _build
from fishbowl.access.sign_ins import MEMBER
from fishbowl.domain.community.commands import (
    AnswerSuggestion,
    Join,
    KeepApart,
    SuggestMeeting,
)
from fishbowl.domain.community.ids import MemberId, SuggestionId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as series
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import About, Slot
from fishbowl.domain.session.commands import (
    AddNote,
    BeginTopic,
    CloseSession,
    PublishSummary,
    StartSession,
)
from tests.web.conftest import ORIGIN, Site
from tests.web.series.conftest import FIRST_THURSDAY

VALIDATOR = _build.STATIC / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = _build.STATIC / "htmlvalidate.json"
STRANGERS = (
    "/", "/privacy", "/demo", "/WAVE47", "/WAVE47/display", "/WAVE47/console", "/WAVE47/summary",
    "/WAVE47/card", "/TIDE99", "/o", "/a", "/k", "/nowhere/at/all",
)  # fmt: skip
SERIES = SeriesId("validseries")
OWNERS = (
    "/series", "/series/lunch", "/series/lunch/wall?room=Attic", "/series/lunch/come/2027-03-04",
    "/community", "/community/members", "/community/members?q=am&agreed=meet", "/community/invite",
    "/community/settings", "/community/rounds", "/home", "/laptops",
    "/community/members/1", "/community/members/1/remove",
    "/community/members/1/merge", "/privacy/record",
    "/hosts/series", "/hosts/series/new", *(f"/hosts/series/{SERIES}{path}" for path in (
        "", "/settings", "/plan", "/dates/2027-02-04", "/dates/+3", "/programme", "/sheets",
    )),
    "/series/lunch/room/attic",
    "/", "/open", "/archive", "/archive?q=nothing", "/archive/link", "/signed-in", "/new",
    "/new?like=WAVE47", "/WAVE47/setup", "/WAVE47/console", "/WAVE47/runner", "/WAVE47/check",
    "/WAVE47/sheet", "/WAVE47/link", "/WAVE47/stage", "/WAVE47/summary", "/WAVE47/summary/edit",
    "/WAVE47/replay", "/WAVE47/delete", "/WAVE47/export.html",
)  # fmt: skip


def validated(pages: list[Path]) -> str:
    """What the validator finds in files; empty if they are valid."""
    _build.install()
    done = subprocess.run(
        [_build.find_node(), VALIDATOR, "--config", RULES, "--formatter", "text", *pages],
        capture_output=True,
        text=True,
    )
    return done.stdout + done.stderr if done.returncode else ""


def write_series(site: Site) -> None:
    """Plan a series in which every kind of line is on its pages."""
    rule = series.SetRecurrence(recurrence=FIRST_THURSDAY)
    slot = Slot(on="2027-01-15", at="12:15", minutes=60, title="Who decides?", room="Attic")
    for command in (
        series.BeginSeries(id=SERIES, about=About(label="Lunch & more", slug="lunch")),
        rule,
        series.PlanOccasion(slot=slot),
        series.LeaveOutOccasion(occasion=OccasionId("2027-02-04"), why="<closed>"),
        series.AskTurn(occasion=OccasionId("2027-03-04"), member=MemberId(1)),
    ):
        if isinstance(command, series.AskTurn):
            joins = series.JoinRota(member=MemberId(1))
            assert site.series.ask(SERIES, joins, role=Role.MEMBER, member=MemberId(1)).ok
        assert site.series.ask(SERIES, command, role=Role.OWNER).ok, command
    assert site.series.ask(
        SERIES, series.Come(occasion=OccasionId("+3"), label="Kofi"), role=Role.DOOR
    ).ok


def write_meetings(site: Site) -> list[str]:
    """Suggest members to one of whom everything is shown; the pages on which it is."""
    willing = frozenset({"meet"})
    others = [
        site.members.ask(Join(label=f"<No. {n}>", consents=willing), role=Role.DOOR)
        for n in range(2)
    ]
    asked, both = (
        site.members.ask(
            SuggestMeeting(members=(MemberId(1), MemberId(other.seq or 0)), reasons=("topic",)),
            role=Role.TIME,
        )
        for other in others
    )
    for member in (1, others[1].seq or 0):
        yes = AnswerSuggestion(
            member=MemberId(member), suggestion=SuggestionId(both.seq or 0), yes=True
        )
        assert site.members.ask(yes, role=Role.DOOR).ok
    (pair,) = site.members.community.introductions
    named = KeepApart(member=MemberId(1), label="<Somebody>")
    assert site.members.ask(named, role=Role.MEMBER, member=MemberId(1)).ok
    return [
        "/me?meeting", f"/me/suggestions/{asked.seq}", f"/me/people/{pair}",
        f"/me/people/{pair}/end", f"/me/people/{pair}/wrong", "/me/never",
    ]  # fmt: skip


@pytest.fixture
def written(tmp_path: Path, site: Site) -> list[Path]:
    """Every page as a file: to a stranger and the owner, before, with and after a session."""
    pages: list[Path] = []

    def write(who: str, path: str, text: str) -> None:
        name = path.strip("/").replace("/", "-").replace("?", "-") or "front"
        pages.append(tmp_path / f"{who}-{name}.html")
        pages[-1].write_text(text, "utf-8")

    owner = site.owner()
    for path in ("/", "/open", "/archive"):
        write("empty", path, owner.get(path).text)
    site.creates("WAVE47")
    site.members.ask(Join(label="Amira", consents=frozenset({"meet"})), role=Role.DOOR)
    write_series(site)
    form = {"list": "Kofi, kofi@example.org\nNobody"}
    listed = owner.post("/community/invite/list", data=form, headers={"Origin": ORIGIN})
    write("owner", "/community/invite/list", listed.text)
    for name in ("Kofi", "Mei"):
        site.members.ask(Join(label=name, consents=frozenset({"meet"})), role=Role.DOOR)
    new = {"name": "Autumn", "kind": "across", "weeks": "8", "limit": "1"}
    sent = {"headers": {"Origin": ORIGIN}}
    draft = owner.post("/community/rounds", data=new, **sent).location
    write("owner", draft, owner.get(draft).text)
    owner.post(draft, data={"do": "ask"}, **sent)
    write("owner-asked", draft, owner.get(draft).text)
    programme = b"id,day,start,minutes,title\n1,2027-01-15,10:00,45,Keys\n2,soon,,,When?\n"
    looked = owner.post(
        f"/hosts/series/{SERIES}/programme/look",
        data={"file": (BytesIO(programme), "programme.csv")},
        headers={"Origin": ORIGIN},
    )
    write("owner", "/programme/look", looked.text)

    def write_all(when: str) -> None:
        for path in STRANGERS:
            write(f"stranger-{when}", path, site.visitor().get(path).text)
        for path in OWNERS:
            write(f"owner-{when}", path, owner.get(path).text)

    mine = site.signed_in(MEMBER, generation=1)
    write("member", "/me", mine.get("/me").text)
    takes = series.TakeTurn(occasion=OccasionId("2027-03-04"), member=MemberId(1))
    assert site.series.ask(SERIES, takes, role=Role.MEMBER, member=MemberId(1)).ok
    write("member-turn", "/me", mine.get("/me?over").text)
    for path in write_meetings(site):
        write("member", path, mine.get(path).text)
    write("stranger", "/t", site.visitor().get("/t").text)
    write_all("before")
    site.sends("WAVE47", StartSession())
    for command in (
        BeginTopic(title="Pay"),
        AddNote(kind="action", words="Call them", due="2020-05-02"),
        AddNote(kind="question", words="Who pays?"),
    ):
        site.sends("WAVE47", command)
    write_all("running")
    for command in (CloseSession(), PublishSummary()):
        site.sends("WAVE47", command)
    write_all("after")
    published = site.visitor().get("/WAVE47/summary").location
    write("reader", published, site.visitor().get(published).text)
    return pages


def test_every_page_is_valid(written: list[Path]):
    for page in written:
        assert "<!doctype html>" in page.read_text("utf-8")[:60], page
    found = validated(written)
    assert not found, found
