"""The letter about a promise says what is so when it is written, or is not written at all."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from fishbowl.domain.community import commands as cc
from fishbowl.domain.community.ids import member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as s
from fishbowl.domain.session.ids import OpenItemId
from fishbowl.host.worker_process import WorkerProcess
from fishbowl.log.people_effects import PutLetter
from fishbowl.services.promises import promise_scope
from fishbowl.views.community.own_part import own_items
from tests.integrations.mail.posting import BASE, Posting
from tests.support.served import CODE, NEW

KEY, DUE, ID = "key-of-ingrid", "2027-02-01", "promise-letter"


class Promised(Posting):
    """Ingrid promised something, and its letter is in the outbox."""

    def __init__(self, path: Path) -> None:
        process = cast(WorkerProcess, SimpleNamespace(ask=None))  # no worker sends anything here
        super().__init__(path, 0, process)
        self.start()
        self.says(NEW)
        self.says(s.JoinSession(name="Ingrid"), KEY)
        for command in (s.StartSession(), s.CloseSession()):
            self.says(command)
        self.says(s.KeepTakeaway(kind="will", words="Write <it> down", due=DUE), KEY)
        self.ingrid = self.known()
        self.asks(cc.LinkSession(member=self.ingrid, code=CODE, person=self.person))
        self.item = min(self.session.takeaways)
        self.puts_letter()

    @property
    def session(self) -> Any:
        return self.service.session(CODE)

    @property
    def person(self) -> int:
        return min(self.session.people)

    def says(self, command: s.Command, key: str = "") -> None:
        assert self.service.submit(self.envelope(command, key=key)).ok

    def puts_letter(self) -> None:
        owner = member_owner(self.ingrid)
        (item,) = own_items(self.session, self.person)
        put = PutLetter(
            id=ID, owner=owner, letter="promise", created_at_ms=self.clock.now_ms(),
            params={"code": CODE, "item": self.item, "due": DUE},
        )  # fmt: skip
        token = self.tokens.put(ID, "promise", owner, scope=promise_scope(CODE, item))
        self.service.log.append({}, [put, token])

    def closes(self) -> None:
        self.says(s.CloseItem(item=OpenItemId(self.item)), KEY)

    def moves(self) -> None:
        self.says(s.MoveItem(item=OpenItemId(self.item), due="2027-03-01"), KEY)

    def unlinks(self) -> None:
        self.asks(cc.UnlinkSession(member=self.ingrid, code=CODE), self.ingrid)

    def is_forgotten(self) -> None:
        self.says(s.ForgetPerson(person=self.session.people[self.person].id), KEY)

    def is_deleted(self) -> None:
        self.service.delete_session(CODE)

    def switches_off(self) -> None:
        self.asks(cc.SwitchFeature(feature="promises", on=False), role=Role.OWNER)


@pytest.fixture
def promised(tmp_path: Path) -> Iterator[Promised]:
    place = Promised(tmp_path / "fishbowl.db")
    yield place
    place.service.stop()


def test_the_letter_has_the_words_but_its_subject_has_not(promised: Promised):
    letter = promised.addressing.letter(promised.row(ID))
    assert letter is not None
    assert letter.to == "ingrid@example.org"
    assert "1 Feb 2027" in letter.subject
    assert "Write" not in letter.subject
    assert "Write <it> down" in letter.text
    assert "Who should decide about pay?" in letter.text
    assert "Only you see this." in letter.text
    assert "Write &lt;it&gt; down" in letter.html
    token = promised.tokens.make(ID, "promise")
    for do in ("done", "week", "month"):
        assert f"{BASE}/t#{token}.{do}" in letter.text


def test_the_outbox_holds_no_word_of_it(promised: Promised):
    assert "Write" not in str(promised.row(ID))


@pytest.mark.parametrize(
    "happens",
    [
        Promised.closes, Promised.moves, Promised.unlinks, Promised.is_forgotten,
        Promised.is_deleted, Promised.switches_off,
    ],
)  # fmt: skip
def test_a_letter_whose_promise_is_done_moved_or_gone_is_not_written(
    promised: Promised, happens: Callable[[Promised], None]
):
    happens(promised)
    assert promised.addressing.letter(promised.row(ID)) is None
