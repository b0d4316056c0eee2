"""Members are suggested to each other by what they give and look for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, Pair, Side, member_owner, pair_of
from fishbowl.domain.community.model import Suggestion
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.suggesting import Suggesting
from tests.support.served_community import ServedCommunity

BOOKS_WANTED = "Who explains bookkeeping to our new treasurer?"
BOOKS_GIVEN = "I was treasurer for ten years and explain bookkeeping."
WEBSITE_WANTED = "Our website is ancient, nobody can change it."
WEBSITE_GIVEN = "I rebuild ancient websites, so that anybody can change them."


class Place(ServedCommunity):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.heard: dict[MemberId, tuple[str, ...]] = {}
        self.together: frozenset[Pair] = frozenset()
        self.suggesting = Suggesting(
            self.members,
            self.contacts,
            Supervisor(),
            heard=lambda member: self.heard.get(member.id, ()),
            together=lambda community: self.together,
            sleep=lambda seconds: None,
        )

    def comes(self, label: str, *, mail: bool = False) -> MemberId:
        """Somebody joins who agrees to meet."""
        member = self.joins(label, reach="mail" if mail else "pass", consents=frozenset({"meet"}))
        if mail:
            address, now_ms = f"{label}@example.org", self.clock.now_ms()
            put = self.contacts.put(member_owner(member), "mail", address, now_ms)
            self.service.log.append({}, [put])
        return member

    def says(self, member: MemberId, side: Side, words: str, **fields: Any) -> int:
        said = {"is_shared": True, **fields}
        outcome = self.asks(c.AddOffer(member=member, side=side, words=words, **said), member)
        assert outcome.ok, outcome
        assert outcome.seq is not None
        return outcome.seq

    def suggested(self) -> list[Suggestion]:
        self.suggesting.look()
        return sorted(self.members.community.suggestions.values(), key=lambda one: one.id)

    def pairs(self) -> list[Pair]:
        return [pair_of(*one.members) for one in self.suggested()]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path / "fishbowl.db")
    place.start()
    yield place
    place.service.stop()


def test_who_looks_for_what_somebody_gives_is_suggested_to_them_once(place: Place):
    amira, ben, cora = (place.comes(one, mail=True) for one in ("Amira", "Ben", "Cora"))
    offer = place.says(amira, "offer", BOOKS_GIVEN)
    need = place.says(ben, "need", BOOKS_WANTED)
    place.says(cora, "need", "Somebody who looks after our cats in August")
    (one,) = place.suggested()
    assert one.members == (amira, ben)
    assert (one.basis.offer, one.basis.need) == (offer, need)
    assert one.basis.back_offer is None
    assert one.reasons == ("offer_need",)
    assert not one.waits_for
    assert len(place.suggested()) == 1


def test_two_who_help_each_other_are_asked_about_both(place: Place):
    amira, ben = place.comes("Amira"), place.comes("Ben")
    place.says(amira, "offer", BOOKS_GIVEN)
    place.says(ben, "need", BOOKS_WANTED)
    place.says(ben, "offer", WEBSITE_GIVEN)
    place.says(amira, "need", WEBSITE_WANTED)
    (one,) = place.suggested()
    assert len(one.basis.offers) == 4
    assert one.reasons == ("mutual",)


def test_whom_no_letter_reaches_has_until_their_next_session(place: Place):
    amira, ben = place.comes("Amira"), place.comes("Ben", mail=True)
    place.says(amira, "offer", BOOKS_GIVEN)
    place.says(ben, "need", BOOKS_WANTED)
    (one,) = place.suggested()
    assert one.waits_for == {amira}


@pytest.mark.parametrize("why", ["not shared", "no consent", "apart", "switched off"])
def test_nobody_is_suggested(place: Place, why: str):
    amira, ben = place.comes("Amira"), place.comes("Ben")
    place.says(amira, "offer", BOOKS_GIVEN, is_shared=why != "not shared")
    place.says(ben, "need", BOOKS_WANTED)
    if why == "no consent":
        assert place.asks(c.SetConsent(member=ben, consent="meet", on=False), ben).ok
    if why == "apart":
        assert place.asks(c.KeepApart(member=amira, other=ben), amira).ok
    if why == "switched off":
        off = c.SwitchFeature(feature="introductions", on=False)
        assert place.asks(off, role=Role.OWNER).ok
    assert place.pairs() == []


def test_nobody_has_more_than_three_at_a_time(place: Place):
    amira = place.comes("Amira")
    place.says(amira, "offer", BOOKS_GIVEN)
    for number in range(6):
        place.says(place.comes(f"Member {number}"), "need", BOOKS_WANTED)
    assert len(place.pairs()) == 3
    assert len(place.pairs()) == 3, "no place is free yet"


def test_who_is_in_the_same_room_now_comes_first(place: Place):
    amira = place.comes("Amira")
    others = [place.comes(f"Member {number}") for number in range(5)]
    place.says(amira, "offer", BOOKS_GIVEN)
    for one in others:
        place.says(one, "need", BOOKS_WANTED)
    place.together = frozenset({pair_of(amira, others[-1])})
    assert place.pairs()[0] == pair_of(amira, others[-1])


def test_a_member_who_leaves_meanwhile_spoils_nobody_elses_suggestion(place: Place):
    amira, ben, cora = (place.comes(one) for one in ("Amira", "Ben", "Cora"))
    place.says(amira, "offer", BOOKS_GIVEN)
    for one in (ben, cora):
        place.says(one, "need", BOOKS_WANTED)

    def leaves(community: object) -> frozenset[Pair]:
        place.asks(c.LeaveCommunity(member=ben), ben)
        return frozenset()

    place.suggesting._together = leaves
    assert place.pairs() == [pair_of(amira, cora)]


def test_nobody_is_suggested_where_the_community_is_kept_at_another_home(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    amira, ben = place.comes("Amira"), place.comes("Ben")
    place.says(amira, "offer", BOOKS_GIVEN)
    place.says(ben, "need", BOOKS_WANTED)
    monkeypatch.setattr("fishbowl.services.suggesting.is_kept_at_home", lambda log: True)
    assert place.pairs() == []
    monkeypatch.undo()
    assert place.pairs() == [pair_of(amira, ben)]
