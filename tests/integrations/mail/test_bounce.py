"""Letters that came back: only what knows a letter's Message-ID is believed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.cli import fishbowl
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.integrations.mail.bounce import Bounce, read_bounce
from fishbowl.integrations.mail.message_ids import MessageIds
from fishbowl.log import open_store
from fishbowl.log.people_effects import PutLetter
from fishbowl.services.contacts import Contacts
from tests.support.served_community import KEY, ServedCommunity

ID = "host-1"
REPORT = """\
From: MAILER-DAEMON@mx.example
To: bowl@bowl.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I am sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ingrid@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 no such person

--b
Content-Type: {kind}

{letter}
--b--
"""


def _report(
    message_id: str, *, action: str = "failed", status: str = "5.1.1", kind: str = "message/rfc822"
) -> bytes:
    letter = f"From: bowl@bowl.example\nMessage-ID: <{message_id}@bowl.example>\n\nHello\n"
    return REPORT.format(action=action, status=status, kind=kind, letter=letter).encode()


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_names_the_letter_and_why_it_came_back(kind: str) -> None:
    found = read_bounce(_report("a.b", kind=kind))
    assert found == Bounce("<a.b@bowl.example>", "5.1.1")


def test_a_report_about_a_delay_or_a_success_is_none() -> None:
    assert read_bounce(_report("a.b", action="delayed", status="4.4.1")) is None
    assert read_bounce(_report("a.b", action="relayed", status="2.0.0")) is None
    assert read_bounce(b"From: a@b.example\n\nI am on holiday.") is None


@pytest.mark.parametrize(
    ("status", "is_of_address"),
    [("5.1.1", True), ("5.0.0", True), ("5.2.1", True), ("5.4.4", True),
     ("5.2.2", False), ("5.7.1", False), ("5.3.0", False)],
)  # fmt: skip
def test_a_full_mailbox_or_a_forbidden_letter_says_nothing_about_the_address(
    status: str, is_of_address: bool
) -> None:
    assert Bounce("<a@b>", status).is_of_address is is_of_address


@given(st.binary(max_size=400))
def test_whatever_comes_is_read_quietly(raw: bytes) -> None:
    head = _report("a.b").partition(b"--b\nContent-Type: message/delivery-status")[0]
    for one in (raw, head + raw, _report("a.b")[: len(raw)] + raw, b"Content-Type: " + raw):
        found = read_bounce(one)
        assert found is None or found.status.startswith("5.")


def test_a_message_of_a_thousand_messages_is_read_quietly() -> None:
    nested = b"Content-Type: message/rfc822\n\n" * 3_000
    assert read_bounce(nested) is None
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n)
                     for n in range(2_000))  # fmt: skip
    assert read_bounce(parts) is None


@given(st.text(min_size=1, max_size=40))
def test_only_the_mark_of_this_installation_names_a_letter(letter_id: str) -> None:
    ids, others = MessageIds(bytes(32)), MessageIds(bytes(31) + b"x")
    made = f"<{ids.make(letter_id)}@bowl.example>"
    if "@" not in letter_id and letter_id == letter_id.strip().strip("<>"):
        assert ids.letter_id(made) == letter_id
    assert others.letter_id(made) is None
    assert ids.letter_id(f"<{letter_id}@bowl.example>") is None


@pytest.fixture
def place(tmp_path: Path) -> Iterator[ServedCommunity]:
    """A member whose address is confirmed, to whom a letter was sent."""
    place = ServedCommunity(tmp_path / "fishbowl.db")
    place.start()
    member = place.joins("Ingrid", reach="mail")
    owner = member_owner(member)
    assert place.asks(c.AskHost(member=member), role=Role.OWNER).ok
    contact = place.contacts.put(owner, "mail", "ingrid@example.org", confirmed_at_ms=1)
    letter = PutLetter(id=ID, owner=owner, letter="host", created_at_ms=1)
    place.service.log.append({}, [contact, letter])
    yield place
    place.service.stop()


def _handed_over(db: Path, raw: bytes, exit_code: int = 0) -> str:
    """A mail server calls the command."""
    done = CliRunner().invoke(fishbowl, ["mail", "bounce", "--db", str(db)], input=raw)
    assert done.exit_code == exit_code, done.output
    return done.output


def _problems(db: Path) -> tuple[str, str]:
    """The problem of the letter, and that of the address."""
    store = open_store(db, readonly=True)
    try:
        letter, reached = store.find_letter(ID), Contacts(store, (KEY,)).of("member/1")
        assert letter is not None
        assert reached is not None
        return letter.problem, reached.problem
    finally:
        store.close()


def test_a_letter_that_came_back_marks_its_address_and_a_made_up_one_does_not(
    place: ServedCommunity,
) -> None:
    db, ids = place.store.path, MessageIds(place.store.secret())
    place.service.stop()
    for raw in (b"", os.urandom(2_000), _report("host-1.0123456789abcdef0123"), _report("host-1")):
        assert _handed_over(db, raw) == ""
    assert _problems(db) == ("", "")
    assert _handed_over(db, _report(ids.make(ID), status="5.7.1")) == ""
    assert _problems(db) == ("returned", ""), "the letter was refused, not the address"
    assert _handed_over(db, _report(ids.make(ID))) == ""
    assert _problems(db) == ("returned", "returned")


def test_where_the_database_cannot_be_reached_the_mail_server_is_to_call_again(
    tmp_path: Path,
) -> None:
    said = _handed_over(tmp_path / "nowhere.db", _report("a.b"), exit_code=75)
    assert "to be noted later" in said
    assert not (tmp_path / "nowhere.db").exists()
