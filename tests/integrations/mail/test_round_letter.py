"""The letter of a pairing round, as it leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands import Paired
from fishbowl.domain.community.ids import MemberId, RoundId, member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.worker_process import WorkerProcess
from fishbowl.integrations.mail.letter import Letter
from fishbowl.integrations.mail.sender import MODULE
from fishbowl.services.encounters import Encounters
from fishbowl.services.rounds.rounds import Rounds
from tests.integrations.mail.posting import BASE, Posting
from tests.support.solving import InThisProcess


class InRound(Posting):
    """Three who are asked: two seasoned ones, and one newer."""

    def asks_them(self) -> None:
        self.start()
        names = ("Amira", "Jonas", "Mei")
        self.all = [
            self.known(name, f"{name.lower()}@example.org", consents=("meet",)) for name in names
        ]
        self.rounds = Rounds(
            self.members, Encounters(self.service.session), self.tokens, self.clock.now_ms,
            solver=InThisProcess(),
        )  # fmt: skip
        for member in self.all[1:]:
            keys = c.AddOffer(member=member, side="need", words="Keys?", topic="Keys",
                              is_shared=True)  # fmt: skip
            assert self.asks(keys, member).ok
        drafted = self.asks(c.DraftRound(name="Autumn", kind="seasoned"), role=Role.OWNER)
        self.id = RoundId(drafted.seq or 0)
        group = Paired(
            members=tuple(self.all), reasons=("seasoned", "newer", "offer_need"), topic="Keys"
        )
        assert self.asks(c.TakeSolution(round=self.id, groups=(group,))).ok
        assert self.rounds.ask(self.id, role=Role.OWNER).ok

    def letter(self, member: MemberId) -> Letter | None:
        (row,) = self.service.log.letters(member_owner(member))
        return self.addressing.letter(row)

    def says(self, member: MemberId, yes: bool) -> None:
        assert self.asks(c.AnswerPair(member=member, round=self.id, group=1, yes=yes)).ok


@pytest.fixture
def place(tmp_path: Path) -> Iterator[InRound]:
    place = InRound(tmp_path / "fishbowl.db", 0, WorkerProcess(MODULE))
    place.asks_them()
    yield place
    place.service.stop()


def test_it_says_who_it_would_be_without_a_name_and_has_a_press_for_each_answer(
    place: InRound,
) -> None:
    amira, mei = place.letter(place.all[0]), place.letter(place.all[2])
    assert amira is not None
    assert mei is not None
    assert amira.subject == "Would you like to meet somebody?"
    assert "Somebody newer to your field would meet you." in " ".join(amira.text.split())
    assert "Somebody seasoned in your field would meet you." in " ".join(mei.text.split())
    for letter in (amira, mei):
        words = " ".join(letter.text.split())
        assert "Your host proposed the three of you and sees whether it came about" in words
        assert "this pair" not in words
        assert "One of you gives what the other looks for: “Keys”." in words
        assert f"{BASE}/t#" in words
        assert ".yes" in words
        assert ".no" in words
        assert letter.unsubscribe
    assert not [name for name in ("Jonas", "Mei") if name in amira.text]


def test_a_no_of_another_changes_no_letter(place: InRound) -> None:
    before = place.letter(place.all[0])
    place.says(place.all[1], yes=False)
    assert place.letter(place.all[0]) == before


def test_who_has_answered_or_dropped_out_gets_none(place: InRound) -> None:
    place.says(place.all[0], yes=True)
    place.says(place.all[1], yes=False)
    place.asks(c.DropOut(member=place.all[2], round=place.id))
    assert [place.letter(one) for one in place.all] == [None, None, None]


def test_an_ended_round_and_one_that_is_switched_off_send_none(place: InRound) -> None:
    place.asks(c.SwitchFeature(feature="rounds", on=False), role=Role.OWNER)
    assert place.letter(place.all[0]) is None
    place.asks(c.SwitchFeature(feature="rounds", on=True), role=Role.OWNER)
    assert place.letter(place.all[0]) is not None
    place.asks(c.EndRound(round=place.id), role=Role.OWNER)
    assert place.letter(place.all[0]) is None
