"""The outbox: letters leave once, or again, or never; by a real worker to a real mail server."""

import threading
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import InvitationId, invitation_owner, member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.worker_process import WorkerProcess
from fishbowl.integrations.mail.message_ids import MessageIds
from fishbowl.integrations.mail.sender import MODULE
from fishbowl.integrations.mail.worker import LEASE_MS, RETRY_MS
from fishbowl.log import Unavailable
from fishbowl.log.people_effects import SettleLetter
from fishbowl.services.tokens import KEPT_MS
from tests.integrations.mail.posting import BASE, Posting, token_in
from tests.support.mail_server import MailServer, mail_server
from tests.support.server import free_port


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
def place(tmp_path: Path, server: MailServer, process: WorkerProcess) -> Iterator[Posting]:
    posting = Posting(tmp_path / "fishbowl.db", server.port, process)
    posting.start()
    yield posting
    server.goes_on.set()
    posting.stops_sending()
    posting.service.stop()


def _text(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    assert part is not None
    found: str = part.get_content()
    return found


def test_a_letter_arrives_in_the_members_language_with_a_link_that_is_good_once(
    place: Posting, server: MailServer
) -> None:
    place.sends()
    member = place.joins("Ingrid", reach="mail", language="de", time_zone="Europe/Berlin")
    contact = place.contacts.put(member_owner(member), "mail", "ingrid@example.org")
    place.service.log.append({}, [contact])
    id = place.puts("confirm", member)
    (letter,) = server.until(1)
    assert letter["To"] == "ingrid@example.org", "no name that anybody typed"
    assert letter["Subject"] == "Ist das deine Adresse?"
    assert letter["List-Unsubscribe"] is None
    token = place.tokens.find(token_in(_text(letter)))
    assert token is not None
    assert (token.purpose, token.owner) == ("confirm", member_owner(member))
    place.until(lambda: place.row(id).sent_at_ms)
    ids = MessageIds(place.store.secret())
    assert ids.letter_id(letter["Message-ID"]) == id


def test_an_address_that_is_not_confirmed_gets_nothing_but_the_question(
    place: Posting, server: MailServer
) -> None:
    member = place.joins("Ingrid", reach="mail")
    contact = place.contacts.put(member_owner(member), "mail", "ingrid@example.org")
    place.service.log.append({}, [contact])
    assert place.asks(c.AskHost(member=member), role=Role.OWNER).ok
    place.puts("host", member)
    place.puts("confirm", member)
    place.sends()
    assert [one["Subject"] for one in server.until(1)] == ["Is this your address?"]
    place.until(lambda: place.is_dropped(f"host-member-{member}"))


def test_a_server_that_wants_to_be_asked_later_is_asked_ever_later_under_one_message_id(
    place: Posting, server: MailServer
) -> None:
    server.answers["ingrid@example.org"] = "451 greylisted"
    place.sends()
    id = place.puts("host", place.asked_to_host())
    for count, wait_ms in enumerate(RETRY_MS[:2], start=1):
        row = place.failed(id, tries=count)
        assert row.problem == "delayed"
        assert row.due_at_ms == place.clock.now_ms() + wait_ms
        if count == 2:
            server.answers.clear()
        place.later(wait_ms / 1000)
    (letter,) = server.until(1)
    place.until(lambda: place.row(id).sent_at_ms)
    assert letter["List-Unsubscribe"].startswith(f"<{BASE}/unsubscribe?t=")
    token = place.tokens.find(letter["List-Unsubscribe"].rstrip(">").partition("t=")[2])
    assert token is not None
    assert token.purpose == "unsubscribe"


def test_a_letter_that_is_never_taken_is_given_up_in_the_end(
    place: Posting, server: MailServer
) -> None:
    server.answers["ingrid@example.org"] = "451 greylisted"
    place.sends()
    id = place.puts("host", place.asked_to_host())
    for count in range(1, len(RETRY_MS) + 2):
        place.failed(id, tries=count)
        place.later(RETRY_MS[-1] / 1000)
    row = place.row(id)
    assert (row.due_at_ms, row.sent_at_ms, row.problem) == (None, None, "delayed")


def test_an_address_that_is_refused_for_good_is_marked_and_gets_nothing_more(
    place: Posting, server: MailServer
) -> None:
    server.answers["ingrid@example.org"] = "550 5.1.1 no such person"
    place.sends()
    member = place.asked_to_host()
    id = place.puts("host", member)
    place.until(lambda: place.row(id).problem == "address_refused")
    assert (place.row(id).tries, place.row(id).due_at_ms) == (1, None)
    reached = place.contacts.of(member_owner(member))
    assert reached is not None
    assert reached.problem == "address_refused"
    server.answers.clear()
    again = place.puts("host", member, id="host-again")
    place.until(lambda: place.is_dropped(again))
    asked_for = place.puts("new_pass", member)
    place.until(lambda: place.row(asked_for).sent_at_ms)
    assert [one["Subject"] for one in server.took] == ["Your new pass"]


def test_while_the_mail_server_is_away_letters_wait_and_nobody_is_told_an_address(
    place: Posting, server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    worker = place.sends(port=free_port())
    first = place.puts("host", place.asked_to_host())
    second = place.puts("host", place.asked_to_host(label="Amira", address="amira@example.org"))
    place.until(lambda: worker.state == "failing")
    assert worker.problem == "unreachable"
    place.until(lambda: place.row(first).problem == "unreachable")
    assert place.row(second).tries == 0, "it does not use up its tries"
    assert "letters wait: unreachable" in caplog.text
    assert "@" not in caplog.text
    place.stops_sending()
    place.clock.wait(RETRY_MS[0] / 1000)
    place.sends()
    assert len(server.until(2)) == 2
    assert place.supervisor.failures() == {}


class _DiesBeforeSettling:
    """A log whose server dies between handing a letter over and noting it."""

    def __init__(self, log: Any) -> None:
        self._log = log
        self.claim_letters = log.claim_letters
        self.died = threading.Event()

    def append(self, entries: Any, effects: Any) -> None:
        if any(isinstance(one, SettleLetter) for one in effects):
            self.died.set()
            raise Unavailable("power cut")
        self._log.append(entries, effects)


def test_a_crash_between_sending_and_noting_sends_the_letter_again_as_the_same_one(
    place: Posting, server: MailServer
) -> None:
    dying = _DiesBeforeSettling(place.service.log)
    place.sends(log=dying)
    id = place.puts("host", place.asked_to_host())
    server.until(1)
    assert dying.died.wait(30)
    place.stops_sending()
    place.sends()
    assert place.row(id).sent_at_ms is None
    place.later(LEASE_MS / 1000)
    first, again = server.until(2)
    assert first["Message-ID"] == again["Message-ID"]
    place.until(lambda: place.row(id).sent_at_ms)


def test_a_member_who_leaves_while_a_letter_is_handed_over_is_gone_and_nothing_fails(
    place: Posting, server: MailServer
) -> None:
    server.goes_on.clear()
    place.sends()
    member = place.asked_to_host()
    id = place.puts("host", member)
    assert server.holds.wait(30)
    assert place.asks(c.LeaveCommunity(member=member), member=member).ok
    server.goes_on.set()
    server.until(1)
    place.stops_sending()
    assert place.service.log.find_letter(id) is None
    assert place.contacts.of(member_owner(member)) is None
    assert place.supervisor.failures() == {}


def test_letters_to_somebody_who_has_left_or_answered_are_not_written(
    place: Posting, server: MailServer
) -> None:
    answered, stays = place.asked_to_host(), place.known("Jonas", "jonas@example.org")
    dropped = [place.puts("host", answered)]
    assert place.asks(c.DeclineHosting(member=answered), member=answered).ok
    dropped.append(place.puts("host", "member/999"))
    dropped.append(place.puts("host", "nobody"))
    dropped.append(place.puts("mystery", stays))
    place.puts("new_pass", stays, id="last")
    place.sends()
    assert [one["To"] for one in server.until(1)] == ["Jonas <jonas@example.org>"]
    place.until(lambda: all(place.is_dropped(id) for id in dropped))
    assert place.service.log.letters(failed=True) == [], "it is no failure"


def test_a_letter_that_has_waited_until_its_link_is_over_is_not_sent(
    place: Posting, server: MailServer
) -> None:
    member = place.known()
    old, news = place.puts("new_pass", member), place.puts("pass_replaced", member)
    place.clock.wait(KEPT_MS["new_pass"] / 1000 + 1)
    place.sends()
    assert [one["Subject"] for one in server.until(1)] == ["You have a new pass"]
    place.until(lambda: place.row(news).sent_at_ms)
    place.until(lambda: place.row(old).problem == "expired")
    assert place.row(old).due_at_ms is None


def test_one_letter_that_cannot_be_written_holds_up_no_other(
    place: Posting, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes = place.addressing.letter

    def fails(row: Any) -> Any:
        if row.id == "broken":
            raise RuntimeError("Ingrid")
        return writes(row)

    monkeypatch.setattr(place.addressing, "letter", fails)
    member = place.asked_to_host()
    place.puts("host", member, id="broken")
    place.puts("host", member, id="whole")
    place.sends()
    server.until(1)
    assert place.row("broken").problem == "not_written"
    assert place.row("broken").due_at_ms is not None


def test_two_workers_send_no_letter_twice(place: Posting, server: MailServer) -> None:
    ids = [place.puts("host", place.asked_to_host(label=f"P{no}"), id=f"l{no}") for no in range(8)]
    place.sends()
    place.sends()
    letters = server.until(len(ids))
    place.until(lambda: all(place.row(id).sent_at_ms for id in ids))
    assert len({letter["Message-ID"] for letter in letters}) == len(letters) == len(ids)


def test_no_more_letters_leave_in_a_minute_than_the_settings_say(
    place: Posting, server: MailServer
) -> None:
    member = place.asked_to_host()
    for no in range(3):
        place.puts("host", member, id=f"l{no}")
    place.sends(per_minute=2)
    server.until(2)
    place.until(lambda: place.row("l1").sent_at_ms)
    place.stops_sending()
    assert len(server.took) == 2
    assert place.row("l2").tries == 0


def test_a_contact_whose_key_is_lost_is_said_to_be_lost(place: Posting, server: MailServer) -> None:
    member = place.asked_to_host()
    place.contacts._keys = (bytes(32),)
    id = place.puts("host", member)
    place.sends()
    place.until(lambda: place.row(id).problem == "contact_lost")
    assert place.row(id).due_at_ms is None


def test_somebody_invited_gets_one_letter_and_is_forgotten_with_the_invitation(
    place: Posting, server: MailServer
) -> None:
    invited = place.asks(
        c.InvitePeople(people=(c.Invited(label="Ingrid", language="es"),)), role=Role.OWNER
    )
    assert invited.seq is not None
    owner = invitation_owner(InvitationId(invited.seq))
    place.service.log.append({}, [place.contacts.put(owner, "mail", "ingrid@example.org")])
    place.puts("invitation", owner)
    place.sends()
    (letter,) = server.until(1)
    assert letter["Subject"] == "Una invitación a Fishbowl"
    assert "Hola, Ingrid:" in _text(letter)
    assert f"{BASE}/me" not in _text(letter)


def test_a_merge_names_nobody_else(place: Posting, server: MailServer) -> None:
    place.sends()
    keeps = place.known("Ingrid", "ingrid@example.org")
    goes = place.known("Somebody Else", "else@example.org")
    outcome = place.asks(c.ProposeMerge(keeps=keeps, goes=goes), role=Role.OWNER)
    assert outcome.ok
    place.puts("merge", keeps, merge=outcome.seq)
    (letter,) = server.until(1)
    raw = letter.as_string()
    assert "Else" not in raw
    assert "else@" not in raw
    assert "Hello Ingrid," in _text(letter)
