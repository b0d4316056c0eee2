"""Letters of series, by the real outbox and worker to a real mail server."""

import base64
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from fishbowl.domain.community import commands as cc
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import About, Recurrence, Slot
from fishbowl.host.worker_process import WorkerProcess
from fishbowl.integrations.mail.sender import MODULE
from fishbowl.services.batch import Outcome
from tests.domain.series.dsl import at
from tests.integrations.mail.posting import BASE, Posting, token_in
from tests.support.mail_server import MailServer, mail_server

LUNCH = SeriesId("lunchlunch")
NOVEMBER, DECEMBER = OccasionId("2026-11-05"), OccasionId("2026-12-03")
ABOUT = About(label="First Thursday lunch", slug="lunch", time_zone="Europe/Berlin", is_public=True)
FIRST_THURSDAY = Recurrence(
    every="month", weekdays=("th",), nth=1, starts_on="2026-01-01", at="12:15", minutes=75
)
SENDER = "bowl@bowl.example"


class Lunch(Posting):
    """A lunch on the first Thursdays, three weeks before one."""

    def begins(self) -> None:
        self.clock.wait((at("2026-10-15 08:00") - self.clock.now_ms()) / 1000)
        self.start()
        self.host(c.BeginSeries(id=LUNCH, about=ABOUT))
        self.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))

    def host(self, command: c.Command) -> Outcome:
        return self.told(command, Role.OWNER)

    def told(self, command: c.Command, role: Role, member: int = 0) -> Outcome:
        outcome = self.series.ask(LUNCH, command, role=role, member=MemberId(member))
        assert outcome.ok, outcome
        return outcome

    def of_rota(self, label: str, address: str, **fields: Any) -> MemberId:
        """Somebody who wants turns, and is reached by mail."""
        fields = {"time_zone": "Europe/Berlin", **fields}
        member = self.known(label, address, consents=("turn",), **fields)
        self.told(c.JoinRota(member=member), Role.MEMBER, member)
        return member

    def at(self, instant: str) -> None:
        """It is that time, and what is due happens."""
        self.clock.wait((at(instant) - self.clock.now_ms()) / 1000)
        self.series_time.look()
        self.wake()

    @property
    def turn(self) -> Any:
        state = self.series.state(LUNCH)
        assert state is not None
        found = state.occasions.get(NOVEMBER)
        return None if found is None else found.turn


@pytest.fixture(scope="module")
def process() -> Iterator[WorkerProcess]:
    running = WorkerProcess(MODULE)
    yield running
    running.stop()


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


@pytest.fixture
def place(tmp_path: Path, server: MailServer, process: WorkerProcess) -> Iterator[Lunch]:
    posting = Lunch(tmp_path / "fishbowl.db", server.port, process)
    posting.begins()
    posting.sends()
    yield posting
    posting.stops_sending()
    posting.service.stop()


def _text(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    assert part is not None
    found: str = part.get_content()
    return " ".join(found.split())


def _calendars(letter: EmailMessage) -> list[tuple[str, Any]]:
    """The method and the event of each calendar file of a letter."""
    found = []
    for part in letter.walk():
        if part.get_content_type() == "text/calendar":
            calendar = Calendar.from_ical(part.get_payload(decode=True))
            (event,) = calendar.walk("VEVENT")
            assert part.get_param("method") == str(calendar["method"])
            found.append((str(calendar["method"]), event))
    return found


def test_whose_turn_it_is_gets_a_question_that_can_be_answered_once(
    place: Lunch, server: MailServer
) -> None:
    ingrid = place.of_rota("Ingrid", "ingrid@example.org")
    place.of_rota("Amira", "amira@example.org")
    place.at("2026-10-22 08:00")
    (letter,) = server.until(1)
    assert (letter["To"], letter["Subject"]) == (
        "Ingrid <ingrid@example.org>",
        "Would 5 November be yours? First Thursday lunch",
    )
    text = _text(letter)
    assert "Thursday 5 November, 12:15 to 13:30" in text
    assert "Amira" not in text
    token = token_in(text)
    for do in ("take", "pass", "never"):
        assert f"{BASE}/t#{token.split('.')[0]}.{do}" in text
    found = place.tokens.find(token.split(".")[0])
    assert found is not None
    assert (found.purpose, found.owner, found.scope) == (
        "turn", f"member/{ingrid}", f"{LUNCH}/{NOVEMBER}",
    )  # fmt: skip
    place.at("2026-10-25 09:00")
    assert place.tokens.find(token.split(".")[0]) is None, "the question is over"
    _, second = server.until(2)
    assert second["To"] == "Amira <amira@example.org>"


def test_no_letter_asks_who_has_no_confirmed_address_or_turned_the_consent_off(
    place: Lunch, server: MailServer
) -> None:
    no_mail = place.joins("Tomasz", consents=("turn",))
    place.told(c.JoinRota(member=no_mail), Role.MEMBER, no_mail)
    place.at("2026-10-22 08:00")
    assert place.turn.member == no_mail
    (row,) = place.service.log.letters()
    place.until(lambda: place.is_dropped(row.id))
    off = place.of_rota("Ingrid", "ingrid@example.org")
    place.asks(cc.SetConsent(member=off, consent="turn", on=False), off)
    place.at("2026-10-25 09:00")
    state = place.series.state(LUNCH)
    assert state is not None
    assert list(state.rota) == [no_mail]
    assert not server.took


def test_a_question_to_swap_names_nobody_and_a_yes_is_told(
    place: Lunch, server: MailServer
) -> None:
    ingrid = place.of_rota("Ingrid", "ingrid@example.org")
    amira = place.of_rota("Amira", "amira@example.org", time_zone="Asia/Tokyo")
    for member, date in ((ingrid, NOVEMBER), (amira, DECEMBER)):
        place.told(c.TakeTurn(occasion=date, member=member), Role.MEMBER, member)
    place.told(c.AskSwap(member=ingrid, gives=NOVEMBER, takes=DECEMBER), Role.MEMBER, ingrid)
    place.wake()
    (letter,) = server.until(1)
    assert letter["To"] == "Amira <amira@example.org>"
    assert letter["Subject"].startswith("Would you swap 3 December for 5 November?")
    assert "12:15 to 13:30 (20:15 for you)" in _text(letter)
    assert "Ingrid" not in _text(letter)


def test_who_follows_is_invited_told_of_changes_in_one_letter_and_of_what_is_called_off(
    place: Lunch, server: MailServer
) -> None:
    ingrid = place.known("Ingrid", "ingrid@example.org", time_zone="Europe/Berlin")
    place.told(c.Follow(member=ingrid), Role.MEMBER, ingrid)
    place.wake()
    (first,) = server.until(1)
    assert first["Subject"] == "You are invited to First Thursday lunch"
    assert _calendars(first) == []
    place.at("2026-10-22 08:00")
    invitation = server.until(2)[1]
    ((method, event),) = _calendars(invitation)
    assert (method, event["SEQUENCE"]) == ("REQUEST", 1)
    assert str(event["ATTENDEE"]) == "mailto:ingrid@example.org"
    assert str(event["ORGANIZER"]) == f"mailto:{SENDER}"
    assert invitation["Subject"] == "First Thursday lunch on 5 November"
    for minute in range(10):
        place.at(f"2026-10-22 09:0{minute}")
        slot = Slot(on=NOVEMBER, at=f"13:0{minute}", minutes=60, title="Who decides?")
        place.host(c.ChangeOccasion(occasion=NOVEMBER, slot=slot))
    place.at("2026-10-22 09:20")
    update = server.until(3)[2]
    ((method, moved),) = _calendars(update)
    assert (method, moved["UID"], moved["SEQUENCE"]) == ("REQUEST", event["UID"], 11)
    assert "Who decides? · Thursday 5 November, 13:09 to 14:09" in _text(update)
    place.host(c.LeaveOutOccasion(occasion=NOVEMBER, why="Holidays"))
    place.at("2026-10-22 10:00")
    off = server.until(4)[3]
    ((method, gone),) = _calendars(off)
    assert (method, gone["UID"], gone["STATUS"]) == ("CANCEL", event["UID"], "CANCELLED")
    assert gone["SEQUENCE"] > moved["SEQUENCE"]
    assert off["Subject"] == "5 November does not take place: First Thursday lunch"
    assert "Holidays" in _text(off)
    place.told(c.FollowNot(member=ingrid), Role.MEMBER, ingrid)
    place.host(c.BringBackOccasion(occasion=NOVEMBER))
    place.at("2026-10-22 11:00")
    assert len(server.took) == 4


def test_whose_date_is_moved_or_left_out_is_told_once_it_stands(
    place: Lunch, server: MailServer
) -> None:
    ingrid = place.of_rota("Ingrid", "ingrid@example.org")
    place.told(c.TakeTurn(occasion=NOVEMBER, member=ingrid), Role.MEMBER, ingrid)
    for minute in range(3):
        place.at(f"2026-10-20 09:0{minute}")
        slot = Slot(on="2026-11-06", at=f"13:0{minute}", minutes=60)
        place.host(c.ChangeOccasion(occasion=NOVEMBER, slot=slot))
    assert not server.took
    place.at("2026-10-20 09:05")
    (moved,) = server.until(1)
    assert moved["Subject"] == "Your turn is at another time: 6 November. First Thursday lunch"
    assert "Friday 6 November, 13:02 to 14:02" in _text(moved)
    place.host(c.LeaveOutOccasion(occasion=NOVEMBER, why="Holidays"))
    place.at("2026-10-20 09:11")
    _, off = server.until(2)
    assert off["Subject"] == "6 November does not take place: First Thursday lunch"
    assert "Holidays" in _text(off)


def test_letters_of_series_have_no_pass_and_name_nobody_else(
    place: Lunch, server: MailServer
) -> None:
    ingrid = place.of_rota("Ingrid", "ingrid@example.org")
    other = place.of_rota("Wilhelmina", "wilhelmina@example.org")
    place.told(c.TakeTurn(occasion=DECEMBER, member=other), Role.MEMBER, other)
    place.told(c.Follow(member=ingrid), Role.MEMBER, ingrid)
    place.at("2026-10-22 08:00")
    letters = server.until(3)
    secrets = (
        "Wilhelmina",
        "wilhelmina@",
        place.store.secret().hex(),
        place.contacts.token_key().hex(),
    )
    for letter in letters:
        parts = [
            part.get_payload(decode=True) or b""
            for part in letter.walk()
            if not part.is_multipart()
        ]
        whole = letter.as_bytes() + b"\n".join(parts)
        for secret in secrets:
            assert secret.encode() not in whole
        assert base64.b64encode(place.store.secret()) not in whole
    for row in place.service.log.letters():
        assert "Ingrid" not in row.params
        assert "@" not in row.params


def test_who_left_is_forgotten_in_every_series_and_who_became_another_keeps_their_turn(
    place: Lunch, server: MailServer
) -> None:
    ingrid = place.of_rota("Ingrid", "ingrid@example.org")
    twin = place.of_rota("Ingrid", "twin@example.org")
    place.told(c.TakeTurn(occasion=NOVEMBER, member=twin), Role.MEMBER, twin)
    place.told(
        c.SayBring(occasion=NOVEMBER, member=twin, bring="topic", words="Oslo"), Role.MEMBER, twin
    )
    place.told(c.Follow(member=twin), Role.MEMBER, twin)
    merge = place.asks(cc.ProposeMerge(keeps=ingrid, goes=twin), role=Role.OWNER).seq
    for one in (ingrid, twin):
        assert place.asks(cc.AgreeToMerge(member=one, merge=merge), one).ok
    place.series_time.look()
    assert place.turn.member == ingrid
    assert place.asks(cc.LeaveCommunity(member=ingrid), ingrid).ok
    place.series_time.look()
    state = place.series.state(LUNCH)
    assert state is not None
    assert place.turn is None
    assert not state.rota
    assert not state.followers
    said = [
        entry.event.words
        for entry in place.series.entries(LUNCH)
        if entry.event.name == "turn.bring_said"
    ]
    assert said == [""] or said == [None]
