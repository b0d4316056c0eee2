"""Members by command: listed, invited from lists, removed; with and without a running server."""

import json
import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fishbowl.cli import fishbowl
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import invitation_owner, member_owner
from fishbowl.domain.community.state import Community
from fishbowl.domain.community.stream import COMMUNITY_STREAM
from fishbowl.domain.kernel.roles import Role
from fishbowl.log import open_store
from fishbowl.services.contacts import Contacts
from fishbowl.services.contacts_key import read_or_make
from tests.support.served_community import KEY, ServedCommunity
from tests.support.server import Server

ADDRESS = "amira@example.org"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with two members, one of them reached by mail."""
    place = ServedCommunity(tmp_path / "fishbowl.db")
    place.start()
    jonas, amira = place.joins("Jonas"), place.joins("amira Benali")
    place.asks(c.SetConsent(member=amira, consent="meet", on=True))
    place.asks(c.LinkSession(member=amira, code="WAVE47", person=1))
    sealed = place.contacts.put(member_owner(amira), "mail", ADDRESS, confirmed_at_ms=1)
    place.asks(c.ChangeReach(member=amira, reach="mail"), amira, beside=[sealed])
    place.service.stop()
    (tmp_path / "fishbowl.db.contacts-key").write_text(KEY.hex())
    assert jonas == 1
    return tmp_path / "fishbowl.db"


def does(db: Path, *words: str, input: str | None = None) -> Result:
    return CliRunner().invoke(fishbowl, ["members", *words, "--db", str(db)], input=input)


def state(db: Path) -> Community:
    with closing(open_store(db, readonly=True)) as store:
        found = store.folded(COMMUNITY_STREAM)
        assert isinstance(found, Community)
        return found


def letters(db: Path) -> list[str]:
    """Whom the outbox writes to, by address, as far as there is one."""
    with closing(open_store(db, readonly=True)) as store:
        contacts = Contacts(store, read_or_make(db.with_name(f"{db.name}.contacts-key")).keys)
        reached = contacts.all()
        return sorted(reached[one.owner].value or "" for one in store.letters())


def test_members_are_listed_without_their_contacts_unless_asked_for(db: Path):
    done = does(db, "list", "--json")
    first, second = json.loads(done.output)
    assert first == {
        "id": 2, "name": "amira Benali", "language": "en", "time_zone": "UTC", "reach": "mail",
        "consents": ["meet"], "sessions": ["WAVE47"], "host": False, "joined_on": "2027-01-15",
        "seen": "2027-Q1",
    }  # fmt: skip
    assert second["name"] == "Jonas"
    assert ADDRESS not in done.output + does(db, "list").output
    first, second = json.loads(does(db, "list", "--json", "--with-contacts").output)
    assert first["contact"] == {"kind": "mail", "value": ADDRESS, "confirmed": True}
    assert second["contact"] is None


def test_without_its_key_no_contact_is_listed_and_no_key_is_made(db: Path):
    key = db.with_name("fishbowl.db.contacts-key")
    key.unlink()
    done = does(db, "list", "--with-contacts")
    assert done.exit_code == 1
    assert "--contacts-key" in done.output
    assert not key.exists()
    assert does(db, "list").exit_code == 0


def test_somebody_is_invited_by_a_letter_or_by_a_link(db: Path):
    assert does(db, "add", "Olga Ö.", "olga@example.org", "--language", "de").exit_code == 0
    assert letters(db) == ["olga@example.org"]
    done = does(db, "add", "Kofi", "--port", "9000")
    link = re.search(r"http://127\.0\.0\.1:9000/t#(\S+)", done.output)
    assert link
    labels = {one.label: one.language for one in state(db).invitations.values()}
    assert labels == {"Olga Ö.": "de", "Kofi": "en"}
    assert len(letters(db)) == 1
    assert does(db, "add", "Mei", "no address").exit_code == 1
    assert does(db, "add", "  ", "mei@example.org").exit_code == 1
    assert len(state(db).invitations) == 2


def test_who_is_a_member_or_invited_gets_no_letter_and_the_command_does_not_tell(db: Path):
    known, unknown = does(db, "add", "A", ADDRESS), does(db, "add", "B", "b@example.org")
    assert known.output == unknown.output
    assert letters(db) == ["b@example.org"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_is_read_as_offices_write_it(db: Path, tmp_path: Path, encoding: str):
    file = tmp_path / "people.csv"
    text = "Name;E-Mail\r\nJosé Núñez;jose@example.org;es\r\n\r\nÖzgür;ozgur@example.org\r\n"
    file.write_bytes(text.encode(encoding))
    done = does(db, "import", str(file), "--language", "de")
    assert done.exit_code == 0, done.output
    assert "Invited: 2." in done.output
    people = {one.label: one.language for one in state(db).invitations.values()}
    assert people == {"José Núñez": "es", "Özgür": "de"}
    assert letters(db) == ["jose@example.org", "ozgur@example.org"]


def test_a_long_list_with_broken_lines_invites_nobody_or_the_others(db: Path, tmp_path: Path):
    place = ServedCommunity(db)
    place.start()
    place.asks(c.InvitePeople(people=(c.Invited(label="No"),) * 6), role=Role.OWNER)
    refuses = [
        place.contacts.put(invitation_owner(one), "mail", f"p{10 + n}@example.org")
        for n, one in enumerate(place.members.community.invitations)
    ]
    place.service.log.append({}, refuses)
    for one in place.members.community.invitations:
        place.asks(c.EndInvitation(invitation=one, why="refused"))
    place.service.stop()
    broken = {n: f"Person {n};nowhere" for n in range(0, 5_000, 17)}
    broken |= {3: ";p3@example.org", 4: f"Person 4;p4@{'x' * 300}.org"}
    assert len(broken) == 297
    lines = [broken.get(n, f"Person {n};p{n}@example.org") for n in range(5_000)]
    file = tmp_path / "people.csv"
    file.write_text("\n".join([*lines, lines[1]]))

    done = does(db, "import", str(file))
    assert done.exit_code == 1
    assert "297 lines cannot be read. Nobody was invited." in done.output
    assert "1,no e-mail address,Person 0;nowhere" in done.output
    assert "4,no name,;p3@example.org" in done.output
    assert letters(db) == []

    done = does(db, "import", str(file), "--skip-broken")
    assert done.exit_code == 0, done.output
    assert f"Invited: {5_000 - 297}." in done.output
    assert "stands in an earlier one: 1." in done.output
    assert "wanting no letters: 6." in done.output
    sent = letters(db)
    assert len(sent) == 5_000 - 297 - 6
    assert "p10@example.org" not in sent


def test_a_list_of_nobody_is_an_error(db: Path):
    assert does(db, "import", "-", input="Name,E-Mail\n").exit_code == 1


def test_a_member_is_removed_after_a_question(db: Path):
    assert does(db, "remove", "2", input="n\n").exit_code == 1
    assert does(db, "remove", "99", "--yes").exit_code == 1
    assert set(state(db).members) == {1, 2}
    assert does(db, "remove", "2", input="y\n").exit_code == 0
    assert set(state(db).members) == {1}
    with closing(open_store(db, readonly=True)) as store:
        assert store.contacts() == []
        assert [line.what for line in store.audit_lines()] == ["member_removed"]


def test_beside_a_running_server_it_is_the_server_that_does_it(
    start_server: Callable[..., Server], tmp_path: Path
):
    server = start_server()
    people = tmp_path / "people.csv"
    people.write_text("Olga,olga@example.org\nKofi,kofi@example.org\n")
    done = does(server.db, "import", str(people))
    assert done.exit_code == 0, done.output
    assert letters(server.db) == ["kofi@example.org", "olga@example.org"]
    assert does(server.db, "list", "--json").output.strip() == "[]"
    assert does(server.db, "remove", "1", "--yes").exit_code == 1
    server.stop()
    assert len(state(server.db).invitations) == 2


def test_no_database_is_made(tmp_path: Path):
    db = tmp_path / "nothing.db"
    for words in (["list"], ["add", "Amira"], ["remove", "1", "--yes"]):
        assert does(db, *words).exit_code == 1
    assert list(tmp_path.iterdir()) == []
