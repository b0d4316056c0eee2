"""Letters beside a running server: rooms go on, the log names nobody, and a stop loses nothing."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import requests

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.clock import wall_ms
from fishbowl.log import open_store
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_records import Letter
from fishbowl.services.contacts import Contacts
from fishbowl.services.contacts_key import key_file_of, read_or_make
from fishbowl.services.letter_effects import letter
from fishbowl.services.tokens import Tokens
from tests.integrations.mail.posting import token_in
from tests.support.mail_server import mail_server
from tests.support.served_community import ServedCommunity
from tests.support.server import Server, free_port

NAME, ADDRESS = "Ingrid Halvorsen", "ingrid@kystdata.example"
PATIENCE_S = 60


def _prepared(db: Path, letters: int = 1) -> None:
    """A member with a confirmed address, to whom letters are due."""
    place = ServedCommunity(db)
    place.start()
    member = place.joins(NAME, reach="mail", language="ar", time_zone="Africa/Cairo")
    owner = member_owner(member)
    assert place.asks(c.AskHost(member=member), role=Role.OWNER).ok
    contacts = Contacts(place.service.log, read_or_make(key_file_of(db)).keys)
    tokens = Tokens(place.service.log, contacts.token_key(), wall_ms)
    put: list[AnyEffect] = []
    for no in range(letters):
        put += letter(tokens, "host", f"host-{no}", owner, no)
    place.service.log.append({}, [contacts.put(owner, "mail", ADDRESS, confirmed_at_ms=1), *put])
    place.service.stop()


def _row(db: Path, id: str) -> Letter:
    with closing(open_store(db, readonly=True)) as store:
        found = store.find_letter(id)
    assert found is not None
    return found


def _serving(db: Path, port: int, mode: str = "eventlet") -> Server:
    options = ["--mail-host", "127.0.0.1", "--mail-port", str(port), "--mail-security", "none",
               "--mail-from", "bowl@bowl.example"]  # fmt: skip
    return Server(db, async_mode=mode, options=options, errors=db.with_name("errors.txt"))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Path]:
    return tmp_path / "fishbowl.db"


@pytest.mark.parametrize("mode", ["eventlet", "gevent", "threading"])
def test_while_the_mail_server_holds_a_letter_the_server_serves_and_then_the_letter_arrives(
    db: Path, mode: str
) -> None:
    _prepared(db)
    with mail_server() as mail:
        mail.goes_on.clear()
        server = _serving(db, mail.port, mode)
        server.start()
        try:
            assert mail.holds.wait(PATIENCE_S)
            code = server.create_session()
            for _ in range(20):
                answer = requests.get(f"{server.url}/healthz", timeout=PATIENCE_S).json()
                assert (answer["ok"], answer["hung"]) == (True, [])
            assert not mail.took
            assert requests.get(f"{server.url}/{code}", timeout=PATIENCE_S).ok
            mail.goes_on.set()
            (letter,) = mail.until(1)
            told = _bounced(db, str(letter["Message-ID"]))
            assert told == ""
        finally:
            mail.goes_on.set()
            server.stop()
    text = letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert letter["Content-Language"] == "ar"
    assert NAME in text
    assert token_in(text)
    with closing(open_store(db, readonly=True)) as store:
        assert store.contacts("member/1")[0].problem == "returned"
    written = db.with_name("errors.txt").read_text()
    for secret in (NAME, ADDRESS, token_in(text), "@"):
        assert secret not in written


def _bounced(db: Path, message_id: str) -> str:
    """A mail server hands a report to the command, beside the running server."""
    report = (
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        "Action: failed\nStatus: 5.1.1\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\n\n--b--\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "fishbowl", "mail", "bounce", "--db", str(db)],
        input=report, capture_output=True, text=True, timeout=PATIENCE_S, check=True,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_a_server_that_stops_while_a_letter_is_held_sends_it_after_the_next_start(
    db: Path,
) -> None:
    _prepared(db)
    with mail_server() as mail:
        mail.goes_on.clear()
        server = _serving(db, mail.port)
        server.start()
        assert mail.holds.wait(PATIENCE_S)
        server.stop()
        row = _row(db, "host-0")
        assert row.sent_at_ms is None
        assert row.due_at_ms is not None, "it is tried again"
        mail.goes_on.set()
    assert "Traceback" not in db.with_name("errors.txt").read_text()


def test_while_nobody_answers_letters_wait_and_health_names_no_loop_that_hangs(db: Path) -> None:
    _prepared(db, letters=2)
    server = _serving(db, free_port())
    server.start()
    try:
        errors = db.with_name("errors.txt")
        while "letters wait: unreachable" not in errors.read_text():
            answer = requests.get(f"{server.url}/healthz", timeout=PATIENCE_S).json()
            assert answer["hung"] == []
        code = server.create_session()
        page = requests.get(
            f"{server.url}/{code}/check.json",
            headers={"Cookie": server.owner_cookie()},
            timeout=PATIENCE_S,
        ).json()
        (line,) = [one for one in page["lines"] if one["name"] == "letters"]
        assert line["state"] == "care"
    finally:
        server.stop()
    assert _row(db, "host-1").tries == 0
