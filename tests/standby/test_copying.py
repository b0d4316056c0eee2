"""What a standby is sent and stores: the same logs, checked, whatever gets lost on the way."""

from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from fishbowl.access.keys import AccessKeys
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.erasure import erasable_fields
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.stream import session_stream
from fishbowl.domain.streams import KINDS
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import directly
from fishbowl.log import Store, chain, copy_source, effects, open_store
from fishbowl.log.connection import connect
from fishbowl.log.copies import Head, Table, Taken, Tampered
from fishbowl.log.erasure_list import ErasureFile, list_of
from fishbowl.standby import feed
from fishbowl.standby.asking import Unreachable, WrongKey
from fishbowl.standby.following import Following
from fishbowl.standby.messages import PROTOCOL, Ask, Batch, Fence, Hello, Place, Welcome
from fishbowl.standby.primary import BEHIND, TAKEN_OVER, UNTOLD, Primary
from fishbowl.standby.sealing import Seal
from tests.services.test_reapply_erasures import words_in
from tests.support.served import CODE, NEW, ServedRoom

NAME = "Rafael Ölmez-Quispe"


class Line:
    """Asks a primary directly; a question or its answer can get lost."""

    def __init__(self, primary: Primary) -> None:
        self.primary = primary
        self.lose_answers = 0
        self.asked: list[str] = []
        self.changed: Any = None

    def ask(self, what: str, question: Any, kind: Any) -> Any:
        self.asked.append(what)
        answer = {
            "hello": self.primary.hello,
            "next": lambda ask: self.primary.next(ask, nullcontext()),
            "fence": self.primary.fence,
        }[what](question)
        if self.lose_answers:
            self.lose_answers -= 1
            raise Unreachable("lost")
        return self.changed(answer) if self.changed else answer

    def close(self) -> None:
        pass


class Pair:
    """A room whose database a second store follows."""

    def __init__(self, folder: Path) -> None:
        self.room = ServedRoom(folder / "first" / "talks.db")
        self.room.service.start()
        self.keys = AccessKeys(self.room.store.secret())
        self.primary = Primary(self.room.service, self.keys, directly, Supervisor())
        self.path = folder / "second" / "standby.db"
        self.copy: Store = open_store(self.path)
        self.line = Line(self.primary)
        self.clock_ms = 1_000
        self.mark = ""
        self.number = 0
        self.id = b""

    def hello(self, **other: Any) -> Welcome:
        hello = Hello(
            ticket=b"", protocol=PROTOCOL, mark=self.mark, address="http://second.example",
            epoch=0, kinds=[kind.name for kind in KINDS],
        )  # fmt: skip
        welcome = self.primary.hello(replace(hello, **other))
        self.id, self.number = welcome.line, 0
        return welcome

    def ask(self, wants: list[Head] | None = None) -> Batch:
        ask = Ask(ticket=b"", line=self.id, number=self.number, wants=wants or [])
        return self.primary.next(ask, nullcontext())

    def follow(self) -> None:
        """Follow until everything is here."""
        welcome = self.hello()
        wants = self.missing(welcome.heads)
        while True:
            batch = self.ask(wants)
            wants = self.takes(batch).wants
            self.number = batch.number
            if not (batch.pieces or batch.tables or batch.deletions or wants):
                return

    def catch_up(self) -> Batch:
        """Take one more batch."""
        batch = self.ask()
        self.takes(batch)
        self.number = batch.number
        return batch

    def takes(self, batch: Batch, diverged: Callable[[], None] = lambda: None) -> Taken:
        return self.copy.take_copy(batch.pieces, batch.deletions, batch.tables, diverged)

    def missing(self, heads: list[Head]) -> list[Head]:
        following = Following(self.copy, self.line, "", lambda: "", lambda: 0)  # type: ignore[arg-type]
        return following._missing(heads)

    def is_same(self) -> bool:
        there = self.room.store.streams("session")
        return self.copy.streams("session") == there and all(
            self.copy.entries(stream) == self.room.store.entries(stream) for stream, _ in there
        )

    def close(self) -> None:
        self.copy.close()
        self.room.service.stop()


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    monkeypatch.setattr(feed, "WAIT_S", 0.05)
    monkeypatch.setattr(feed, "LOOK_S", 0.01)
    pair = Pair(tmp_path)
    pair.room.sends(NEW)
    pair.room.sends(c.StartSession())
    yield pair
    pair.close()


def test_a_copy_has_the_logs_the_keys_and_the_hashes(pair: Pair):
    pair.follow()
    assert pair.is_same()
    assert pair.copy.secret() == pair.room.store.secret()
    with closing(connect(pair.path, readonly=True)) as connection:
        chain.check(connection, session_stream(CODE), erasable_fields)
    assert fold(pair.copy.entries(session_stream(CODE))) == pair.room.session
    pair.room.sends(c.JoinSession(name=NAME), key="rafael")
    assert not pair.is_same()
    pair.catch_up()
    assert pair.is_same()


def test_what_is_confirmed_is_counted_and_how_long_it_took(pair: Pair):
    pair.follow()
    assert pair.primary.followers()[0].behind == 0
    pair.room.sends(c.AddNote(kind="insight", words="One"))
    assert pair.primary.followers()[0].behind == 1
    batch = pair.ask()
    assert len(batch.pieces) == 1
    assert pair.primary.followers()[0].behind == 1, "what was sent is not confirmed yet"
    taken = len(pair.primary.feed.lags_ms())
    pair.takes(batch)
    pair.number = batch.number
    pair.ask()
    assert len(pair.primary.feed.lags_ms()) == taken + 1


def test_an_answer_that_was_lost_is_given_again(pair: Pair):
    pair.follow()
    pair.room.sends(c.AddNote(kind="insight", words="One"))
    lost = pair.ask()
    pair.room.sends(c.AddNote(kind="insight", words="Two"))
    assert pair.catch_up() == lost
    pair.catch_up()
    assert pair.is_same()


def test_a_long_log_comes_in_pieces(pair: Pair, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(copy_source, "ENTRIES_MAX", 7)
    for number in range(40):
        pair.room.sends(c.AddNote(kind="insight", words=f"Note {number}"))
    pair.follow()
    assert pair.is_same()


def test_a_line_that_is_not_known_begins_again(pair: Pair):
    pair.follow()
    pair.number += 5
    assert pair.ask().unknown
    assert pair.ask().unknown
    pair.room.sends(c.AddNote(kind="insight", words="One"))
    pair.follow()
    assert pair.is_same()


def test_who_is_forgotten_is_forgotten_in_the_copy_and_listed_there(pair: Pair):
    person = pair.room.sends(c.JoinSession(name=NAME), key="rafael").seq
    pair.follow()
    assert "Ölmez" in words_in(pair.path)
    pair.room.sends(c.ForgetPerson(person=person))
    pair.follow()
    assert words_in(pair.path) == set()
    assert pair.is_same()
    assert (
        ErasureFile(list_of(pair.path)).read() == ErasureFile(list_of(pair.room.store.path)).read()
    )


def test_a_deleted_session_is_deleted_in_the_copy_also_if_it_was_away(pair: Pair):
    pair.follow()
    pair.room.service.delete_session(CODE)
    pair.catch_up()
    assert pair.copy.streams("session") == []
    assert pair.copy.deleted("session") == {CODE}


def test_a_session_that_was_deleted_while_the_standby_was_away_is_deleted(pair: Pair):
    pair.follow()
    pair.id = b""
    pair.room.service.delete_session(CODE)
    pair.follow()
    assert pair.copy.streams("session") == []


def test_a_table_is_copied_in_the_columns_that_both_have(pair: Pair):
    columns, rows = ["name", "value", "later"], [["readers_generation", 7, "new"]]
    pair.copy.take_copy([], [], [Table(name="access_state", columns=columns, rows=rows)])
    assert pair.copy.numbers() == {"readers_generation": 7}
    pair.copy.take_copy([], [], [Table(name="sessions", columns=["id"], rows=[[9]])])
    assert pair.copy.streams("session") == [], "only tables of the list are taken"


def test_entries_that_were_changed_are_not_stored(pair: Pair):
    pair.follow()
    pair.room.sends(c.AddNote(kind="insight", words="One"))
    batch = pair.ask()
    (piece,) = batch.pieces
    entry = list(piece.entries[0])
    entry[4] += 1
    before = pair.copy.entries(session_stream(CODE))
    with pytest.raises(Tampered):
        pair.takes(replace(batch, pieces=[replace(piece, entries=[tuple(entry)])]))
    assert pair.copy.entries(session_stream(CODE)) == before


def test_a_log_that_went_on_otherwise_is_kept_aside_and_replaced(pair: Pair):
    pair.follow()
    log = pair.copy.entries(session_stream(CODE))
    later = replace(log[-1], seq=log[-1].seq + 1, command_id="written-here-alone")
    pair.copy.append({session_stream(CODE): [later]}, [])
    aside: list[bool] = []
    welcome = pair.hello()
    pair.takes(pair.ask(pair.missing(welcome.heads)), lambda: aside.append(True))
    assert aside == [True]
    assert pair.is_same()


def test_another_installation_is_not_mixed_in(pair: Pair):
    assert pair.hello(mark="elsewhere").refused == "other_installation"
    assert pair.hello(protocol=PROTOCOL + 1).refused == "other_version"
    assert pair.hello(epoch=1).refused == "taken_over"
    assert pair.hello(kinds=[]).refused == "other_version", "it could not store what is here"


def test_after_a_takeover_nothing_is_saved_and_what_was_is_told(pair: Pair):
    pair.follow()
    pair.room.sends(c.AddNote(kind="insight", words="The last one"))
    place = pair.primary.fence(Fence(ticket=b"", epoch=1, address="http://second.example"))
    assert (place.epoch, place.address) == (0, "http://second.example")
    assert not pair.room.sends(c.AddNote(kind="insight", words="Too late")).ok
    conditions = [one.code for one in pair.room.service.health.conditions()]
    assert conditions == [TAKEN_OVER]
    assert pair.missing(place.heads)
    pair.catch_up()
    assert not pair.missing(place.heads)


def test_a_question_about_takeovers_changes_nothing(pair: Pair):
    assert pair.primary.fence(Fence(ticket=b"", epoch=7)).epoch == 0
    assert pair.room.sends(c.AddNote(kind="insight", words="Saved")).ok


def test_a_standby_that_falls_behind_is_told_of_until_it_has_caught_up(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
):
    pair.follow()
    monkeypatch.setattr("fishbowl.standby.primary.BEHIND_MS", -1)
    pair.room.sends(c.AddNote(kind="insight", words="One"))
    pair.primary.look()
    assert [one.code for one in pair.room.service.health.conditions()] == [BEHIND]
    monkeypatch.setattr("fishbowl.standby.primary.BEHIND_MS", 60_000)
    pair.catch_up()
    pair.primary.look()
    assert pair.room.service.health.conditions() == ()


def test_the_loop_goes_on_after_lost_answers_and_wrong_keys(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("fishbowl.standby.following.AGAIN_S", 0.0)
    monkeypatch.setattr("fishbowl.standby.following.REFUSED_AGAIN_S", 0.0)
    phases: list[str] = []
    following = Following(pair.copy, pair.line, "http://second.example", lambda: "", lambda: 5)
    pair.line.lose_answers = 3
    refusals = iter([WrongKey(), ValueError("a fault")])

    def look(answer: Any) -> Any:
        phases.append(following.standing.phase)
        if isinstance(answer, Welcome):
            for refusal in refusals:
                raise refusal
        if isinstance(answer, Batch) and pair.is_same() and not answer.left:
            following._stopping.set()
        return answer

    pair.line.changed = look
    following.run()
    assert {"away", "wrong_key", "not_stored"} <= set(phases)
    assert pair.is_same()
    assert following.standing.confirmed_ms in (0, 5)


def test_a_former_server_that_cannot_be_told_is_named_until_it_has_heard(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
):
    former, answers = "http://first.example", [False, True]

    def ask(url: str, seal: Seal, epoch: int, address: str = "") -> Place:
        if not answers.pop(0):
            raise Unreachable
        return Place(epoch=epoch, address=address)

    monkeypatch.setattr("fishbowl.standby.fence.ask_place", ask)
    pair.room.service.log.append({}, [effects.TakeOver(epoch=1, former=former, now_ms=5)])
    for codes in ([UNTOLD], []):
        pair.primary.turn.look(pair.primary.seal, "http://second.example")
        pair.primary.look()
        assert [one.code for one in pair.room.service.health.conditions()] == codes
