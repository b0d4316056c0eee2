"""What the audit list of a server notes, and how it is written."""

from pathlib import Path
from typing import Any

import pytest

from fishbowl.access.sign_ins import NotSaved
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.ids import ActionId, PersonId
from fishbowl.log import Unavailable, open_store
from fishbowl.services import audit as a
from fishbowl.services.audit import Audit
from tests.support.served import CODE, ServedRoom


@pytest.fixture
def audit(room: ServedRoom) -> Audit:
    audit = Audit(room.service.log, room.clock.now_ms)
    room.service.subscribe(audit.on_change)
    return audit


def noted(audit: Audit) -> list[tuple[str, str, str, int]]:
    """Everything that was noted, the first one first."""
    lines, _ = audit.lines()
    return [(line.what, line.who, line.code, line.count) for line in reversed(lines)]


def test_removals_publications_and_renewed_links_of_a_session_are_noted(
    room: ServedRoom, audit: Audit
):
    joined = room.sends(c.JoinSession(name="Amira"), key="phone-of-amira")
    person = PersonId(joined.seq or 0)
    room.sends(c.SendOut(person=person))
    room.sends(c.ForgetPerson(person=person))
    room.sends(c.RenewLink(), role=Role.DOOR)
    room.sends(c.CloseSession())
    published = room.sends(c.PublishSummary())
    room.sends(c.UndoAction(action=ActionId(published.seq or 0)))
    assert noted(audit) == [
        (a.SENT_OUT, "facilitator", CODE, 1),
        (a.PERSON_FORGOTTEN, "facilitator", CODE, 1),
        (a.LINK_RENEWED, "owner", CODE, 1),
        (a.PUBLISHED, "facilitator", CODE, 1),
        (a.WITHDRAWN, "facilitator", CODE, 1),
    ]


def test_filing_is_noted_as_the_owners_and_counted_and_other_settings_are_not(
    room: ServedRoom, audit: Audit
):
    room.sends(c.ChangeSettings(event="Lunch", show_times=True))
    for series in ("hx7k2mqd9f", "b3wz8rty5n"):
        room.sends(c.FileUnderSeries(series=series), role=Role.OWNER)
    assert noted(audit) == [(a.SESSIONS_FILED, "owner", "", 2)]


def test_what_people_say_and_do_is_not_noted(room: ServedRoom, audit: Audit):
    room.sends(c.JoinSession(name="Amira"), key="phone-of-amira")
    room.sends(c.AskForChair(), key="phone-of-amira")
    room.sends(c.AddNote(kind="insight", words="Everybody was heard"))
    assert noted(audit) == []


def test_no_name_is_in_the_list(room: ServedRoom, audit: Audit):
    joined = room.sends(c.JoinSession(name="Amira"), key="phone-of-amira")
    room.sends(c.SendOut(person=PersonId(joined.seq or 0)))
    lines, _ = audit.lines()
    assert "Amira" not in repr(lines)
    assert "phone-of" not in repr(lines)


def test_wrong_keys_in_a_row_wait_as_one_line(room: ServedRoom, audit: Audit):
    for _ in range(5_000):
        audit.note(a.WRONG_KEY, who=a.UNKNOWN, detail="owner")
    assert len(audit._waiting) == 1
    assert noted(audit) == [(a.WRONG_KEY, "unknown", "", 5_000)]


def test_what_could_not_be_written_is_written_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    store, refuses = open_store(tmp_path / "fishbowl.db"), [True]

    real = store.append

    def append(*args: Any) -> None:
        if refuses.pop() if refuses else False:
            raise Unavailable("disk I/O error", "disk_error")
        real(*args)

    monkeypatch.setattr(store, "append", append)
    audit = Audit(store, lambda: 1_790_000_000_000)
    audit.note(a.SIGNED_IN, who="owner")
    with pytest.raises(NotSaved):
        audit.flush()
    audit.note(a.DELETED, who="owner", code=CODE)
    audit.flush()
    assert [what for what, *_ in noted(audit)] == [a.SIGNED_IN, a.DELETED]
    store.close()


def test_what_is_noted_is_written_without_being_asked_and_at_the_end(
    room: ServedRoom, audit: Audit
):
    audit.start()
    audit.note(a.SIGNED_IN, who="owner")
    room.service.on_closing(audit.stop)
    audit.note(a.DELETED, who="owner", code=CODE)
    room.service.stop()
    assert audit._waiting == []
    reopened = open_store(room.store.path)
    assert noted(Audit(reopened, lambda: 0)) == [
        (a.SIGNED_IN, "owner", "", 1),
        (a.DELETED, "owner", CODE, 1),
    ]
    reopened.close()
