"""What commits beside a command: with it, once, and only if it is accepted."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.events import MemberJoined
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.people_effects import PutLetter, PutPass, SpendToken
from tests.support.served import Failing
from tests.support.served_community import ServedCommunity


@pytest.fixture
def place(tmp_path: Path) -> Iterator[ServedCommunity]:
    place = ServedCommunity(tmp_path / "fishbowl.db")
    place.start()
    yield place
    place.service.stop()


def letter(id: str) -> PutLetter:
    return PutLetter(id=id, owner="member/1", letter="confirm", created_at_ms=1)


def letters(place: ServedCommunity) -> list[str]:
    return sorted(one.id for one in place.service.log.letters())


def test_it_is_given_the_entries_and_commits_with_them(place: ServedCommunity):
    given: list[object] = []

    def beside(entries):
        given.extend(entries)
        return [PutPass(member=entries[0].seq, hash=bytes(32), made_at_ms=7)]

    outcome = place.members.ask(c.Join(label="Amira"), role=Role.DOOR, beside=beside)
    assert outcome.ok
    (entry,) = given
    assert isinstance(entry.event, MemberJoined)
    assert [one.hash for one in place.service.log.passes_of(outcome.seq)] == [bytes(32)]


def test_it_does_not_commit_beside_a_command_that_is_refused(place: ServedCommunity):
    refused = place.asks(c.Join(label=" "), beside=[letter("a")])
    assert (refused.ok, refused.code) == (False, "name_needed")
    assert letters(place) == []


def test_it_does_not_commit_beside_a_command_that_is_true_already(place: ServedCommunity):
    member = place.joins()
    so = place.asks(c.SetConsent(member=member, consent="meet", on=False), beside=[letter("a")])
    assert (so.ok, so.code) == (True, "already_so")
    assert letters(place) == []


def test_it_commits_once_for_a_command_that_comes_again(place: ServedCommunity):
    first = place.asks(c.Join(label="Amira"), id="join", beside=[letter("a")])
    again = place.asks(c.Join(label="Amira"), id="join", beside=[letter("b")])
    assert again.seq == first.seq
    together = [place.envelope_of(c.Join(label="Tom"), letter(x), id="tom") for x in "cd"]
    assert len({outcome.seq for outcome in place.asks_together(*together)}) == 1
    assert letters(place) == ["a", "c"]


def test_it_is_not_kept_if_the_disk_fails(place: ServedCommunity):
    healthy = place.store._writer
    place.store._writer = Failing(healthy, "insert or ignore into outbox")
    assert place.asks(c.Join(label="Amira"), beside=[letter("a")]).code == "not_saved"
    place.store._writer = healthy
    assert not place.members.community.members
    assert letters(place) == []


def test_if_it_cannot_be_made_only_its_command_fails(place: ServedCommunity):
    def fails(entries):
        raise RuntimeError("no key")

    bad = msgspec.structs.replace(place.envelope_of(c.Join(label="Tom"), id="bad"), beside=fails)
    good = place.envelope_of(c.Join(label="Amira"), letter("a"), id="good")
    assert [one.ok for one in place.asks_together(bad, good)] == [False, True]
    assert [one.label for one in place.members.community.members.values()] == ["Amira"]


def test_a_token_lets_one_command_pass_and_no_other_one_fails(place: ServedCommunity):
    member = place.joins()
    token = place.tokens.make("letter-1", "new_pass")
    place.asks(
        c.SetConsent(member=member, consent="meet", on=True),
        beside=[place.tokens.put("letter-1", "new_pass", f"member/{member}")],
    )
    spends = place.tokens.spend(token)
    first, second, other = place.asks_together(
        place.envelope_of(c.ReplacePass(member=member, way="mail"), spends, id="first"),
        place.envelope_of(c.ReplacePass(member=member, way="mail"), spends, id="second"),
        place.envelope_of(c.Join(label="Tom"), letter("a"), id="other"),
    )
    assert first.ok
    assert (second.ok, second.code) == (False, "token_over")
    assert other.ok
    assert letters(place) == ["a"]
    assert place.members.health.is_ready, "it was not the disk"


def test_who_leaves_by_a_token_takes_the_token_along(place: ServedCommunity):
    member = place.joins()
    token = place.tokens.make("letter-1", "stay")
    put = place.tokens.put("letter-1", "stay", f"member/{member}")
    place.asks(c.SetConsent(member=member, consent="meet", on=True), beside=[put])
    leaves = c.LeaveCommunity(member=member)
    assert place.asks(leaves, beside=[place.tokens.spend(token)]).ok
    assert place.service.log.letter_token(put.hash) is None


def test_a_token_that_is_not_there_is_over(place: ServedCommunity):
    member = place.joins()
    spend = SpendToken(hash=bytes(32), now_ms=place.clock.now_ms())
    outcome = place.asks(c.ReplacePass(member=member, way="mail"), beside=[spend])
    assert (outcome.ok, outcome.code) == (False, "token_over")
