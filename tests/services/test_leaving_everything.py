"""A member who takes part in everything leaves, and is in nothing that is kept or comes later."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from fishbowl.access.passes import put_pass
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands.pairing import Paired
from fishbowl.domain.community.events import EVENTS
from fishbowl.domain.community.ids import MemberId, member_owner, pair_of
from fishbowl.domain.community.stream import COMMUNITY, COMMUNITY_STREAM
from fishbowl.domain.kernel.roles import Role
from fishbowl.home.along import Along
from fishbowl.home.records import Laptop
from fishbowl.home.telling_along import TellingAlong
from fishbowl.log import open_store
from fishbowl.log.effects import KeepSnapshot
from fishbowl.log.people_effects import PutLetter
from fishbowl.services.backups import back_up
from fishbowl.services.series import AllSeries
from tests.support.served_community import ServedCommunity

MARK = re.compile(rb"(?i)xmark[a-z]+")
"""Everything that Amira says holds a word such as ``xmarkterms``."""
ADDRESS = "xmarkmail@example.org"
DAY_S = 24 * 60 * 60.0


class Scene(ServedCommunity):
    """Amira takes part in everything; Jonas and Kofi are in it with her."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.start()
        self.series = AllSeries(self.service.shared, self.clock)
        consents = frozenset({"meet", "answer"})
        self.jonas, self.kofi = (
            self.joins(label, consents=consents) for label in ("Jonas", "Kofi")
        )
        self.amira = self.joins("Xmarkname", consents=consents)
        self.says_who_she_is()
        self.offers_and_needs()
        self.is_asked_and_asks()
        self.meets()
        self.is_paired()

    def does(self, command: c.Command, member: MemberId) -> int:
        """A member does something; the number of its first entry."""
        outcome = self.asks(command, member)
        assert outcome.ok, outcome
        return outcome.seq or 0

    def hosts(self, command: c.Command) -> int:
        """The owner does something as a host."""
        outcome = self.asks(command, role=Role.OWNER)
        assert outcome.ok, outcome
        return outcome.seq or 0

    def says_who_she_is(self) -> None:
        """Address, pass, letters, a session with topics, her work, and whom she does not meet."""
        mine, owner, now_ms = self.amira, member_owner(self.amira), self.clock.now_ms()
        letter = PutLetter(id="letter-1", owner=owner, letter="stay", created_at_ms=now_ms)
        beside = [
            self.contacts.put(owner, "mail", ADDRESS, confirmed_at_ms=1),
            put_pass(mine, "v" * 43, now_ms),
            letter,
            self.tokens.put("letter-1", "stay", owner),
        ]
        assert self.asks(c.ChangeReach(member=mine, reach="mail"), mine, beside=beside).ok
        renamed = c.ChangeMember(member=mine, label="Xmarkrenamed", language="", time_zone="")
        self.does(renamed, mine)
        assert self.asks(c.LinkSession(member=mine, code="XMARKC", person=1)).ok
        self.does(c.TickTopics(member=mine, code="XMARKC", topics=("xmarktopic",)), mine)
        self.does(c.SayFacts(member=mine, years=12, organisation="xmarkorganisation"), mine)
        self.does(c.KeepApart(member=mine, label="xmarkapart"), mine)

    def offers_and_needs(self) -> None:
        """One that is shared, was changed, and one that is not; and one that is over."""
        said = {"topic": "xmarkabout", "availability": "xmarkwhen", "terms": "xmarkterms"}
        shared = self.does(
            c.AddOffer(member=self.amira, side="offer", words="xmarkbefore", **said), self.amira
        )
        change = c.ChangeOffer(
            member=self.amira, offer=shared, side="offer", words="xmarkshared", is_shared=True,
            is_named=True, **said,
        )  # fmt: skip
        self.does(change, self.amira)
        need = c.AddOffer(member=self.amira, side="need", words="xmarkneed", **said)
        self.does(need, self.amira)
        over = c.AddOffer(member=self.amira, side="offer", words="xmarkover", **said)
        self.does(c.EndOffer(member=self.amira, offer=self.does(over, self.amira)), self.amira)

    def is_asked_and_asks(self) -> None:
        """She asks, and Jonas answers for the archive; he asks, and she answers, twice."""
        ask = self.does(
            c.AskCommunity(member=self.amira, words="xmarkquestion", to=(self.jonas,)), self.amira
        )
        kept = {"words": "An answer of Jonas.", "keep": True, "named": True}
        self.does(c.AnswerAsk(member=self.jonas, ask=ask, **kept), self.jonas)
        for keep in (True, False):
            asks = c.AskCommunity(member=self.jonas, words="Who knows?", to=(self.amira,))
            answer = c.AnswerAsk(
                member=self.amira, ask=self.does(asks, self.jonas), words="xmarkanswer", keep=keep,
                named=keep,
            )  # fmt: skip
            self.does(answer, self.amira)

    def meets(self) -> None:
        """She is brought together with Jonas, and it helps; she is suggested to Kofi."""
        pair = c.SuggestMeeting(members=pair_of(self.amira, self.jonas))
        suggestion = self.asks(pair, role=Role.TIME).seq or 0
        for one in (self.amira, self.jonas):
            self.does(c.AnswerSuggestion(member=one, suggestion=suggestion, yes=True), one)
        (made,) = self.members.community.introductions
        self.does(c.AnswerCheckIn(member=self.amira, introduction=made, said="met"), self.amira)
        outcome = c.AnswerOutcome(member=self.amira, introduction=made, outcome="helped", tell=True)
        self.does(outcome, self.amira)
        pair = c.SuggestMeeting(members=pair_of(self.amira, self.kofi))
        assert self.asks(pair, role=Role.TIME).ok

    def is_paired(self) -> None:
        """A host has prepared a round and pinned her; the topic is hers."""
        round = self.hosts(c.DraftRound(name="Spring", kind="across"))
        a, b = pair_of(self.amira, self.kofi)
        self.hosts(c.PinPair(round=round, a=a, b=b))
        group = Paired(members=(a, b), reasons=("topic",), topic="xmarkabout")
        self.hosts(c.TakeSolution(round=round, groups=(group,)))
        self.hosts(c.AskPairs(round=round))

    def snapshots(self) -> bytes:
        """The state as snapshots hold it, which is written now."""
        packed = COMMUNITY.pack(self.members.community)
        kept = KeepSnapshot(stream=COMMUNITY_STREAM, seq=self.members.community.seq, state=packed)
        self.service.log.append({}, [kept])
        return packed

    def files(self) -> bytes:
        """The database, its journal, its lists and keys, and what else lies beside it."""
        folder = self.store.path.parent
        return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())

    def along(self) -> bytes:
        """What a laptop takes along from here."""
        telling = TellingAlong(self.members, self.series, self.clock, lambda code: "")
        laptop = Laptop(
            keys=b"k" * 64, name="Field laptop", mark="a0b1c2d3", pairing=b"p", joined_at_ms=0,
            seen_at_ms=0,
        )  # fmt: skip
        return msgspec.json.encode(telling.along(laptop, Along()))


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    (tmp_path / "data").mkdir()
    scene = Scene(tmp_path / "data" / "fishbowl.db")
    yield scene
    scene.service.stop()


def marks(held: bytes) -> set[bytes]:
    return {one.lower() for one in MARK.findall(held)}


def test_the_scene_holds_everything_that_members_can_say(scene: Scene):
    told = {type(entry.event) for entry in scene.members.entries("")}
    erasable = {kind for kind in EVENTS if kind.erasable}
    assert {kind.name for kind in erasable - told} == {"person.invited"}
    held = {one.decode().removeprefix("xmark") for one in marks(scene.files())}
    assert held == {
        "about", "answer", "apart", "before", "c", "name", "need", "organisation", "question",
        "renamed", "shared", "terms", "topic", "when",
    }, "what is over is gone already, and addresses are sealed"  # fmt: skip


@pytest.mark.parametrize("how", ["leaves", "removed"])
def test_whoever_leaves_is_in_no_file_no_snapshot_and_no_letter(scene: Scene, how: str):
    scene.snapshots()
    scene.store._writer.execute("pragma wal_checkpoint(passive)")
    owner = member_owner(scene.amira)
    assert marks(scene.along()) == {b"xmarkrenamed"}
    if how == "leaves":
        scene.does(c.LeaveCommunity(member=scene.amira), scene.amira)
    else:
        scene.hosts(c.RemoveMember(member=scene.amira))
    scene.store.tidy()
    assert marks(scene.files()) == set()
    assert marks(msgspec.json.encode(list(scene.members.entries("")))) == set()
    assert marks(scene.snapshots()) == set()
    assert scene.service.log.letters(owner) == []
    assert scene.contacts.of(owner) is None or not scene.contacts.of(owner).value
    assert marks(scene.along()) == set()
    scene.service.log.check(COMMUNITY_STREAM)
    assert COMMUNITY.fold(scene.members.entries("")) == scene.members.community


def test_they_are_in_no_later_copy(scene: Scene, tmp_path: Path):
    scene.does(c.LeaveCommunity(member=scene.amira), scene.amira)
    target = tmp_path / "copy" / "fishbowl.db"
    target.parent.mkdir()
    back_up(scene.store.path, target)
    assert marks(target.read_bytes()) == set()
    with closing(open_store(target, readonly=True)) as store:
        state = store.folded(COMMUNITY_STREAM)
        assert sorted(one.label for one in state.members.values()) == ["Jonas", "Kofi"]


def test_the_others_keep_what_is_theirs(scene: Scene):
    scene.does(c.LeaveCommunity(member=scene.amira), scene.amira)
    community = scene.members.community
    (kept,) = community.answers_kept.values()
    assert (kept.member, kept.words, kept.question) == (scene.jonas, "An answer of Jonas.", "")
    assert not community.offers
    (suggestion,) = community.suggestions.values()
    assert scene.kofi in suggestion.members, "for him it goes on until its date"
    assert scene.amira not in suggestion.members
    scene.wait(15 * DAY_S)
    answered = c.AnswerSuggestion(member=scene.kofi, suggestion=suggestion.id, yes=True)
    assert scene.asks(answered, scene.kofi).code == "suggestion_over"
