"""Erasing words in a state gives what folding the erased log gives."""

from operator import is_
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.erase import erase, needs_log
from fishbowl.domain.session.erasure import Erasure
from fishbowl.domain.session.events import TakeawayChanged, TakeawayMerged
from fishbowl.domain.session.evolve import fold
from tests.domain.erasure.compared import check_erasures, erased_log
from tests.domain.random_sessions.random_walk import RandomWalk
from tests.logs.recorded import entries, name_of, recorded_logs
from tests.support.room import Room


@given(seed=st.integers(0, 2**32), presses=st.integers(20, 200), frozen=st.integers(0, 200))
@settings(max_examples=40, derandomize=True)
def test_erasing_a_state_is_folding_the_erased_log(seed: int, presses: int, frozen: int):
    """The wall is frozen at some moment, if that comes before the end."""
    walk = RandomWalk(seed)
    for number in range(presses):
        if number == frozen:
            walk.tries(c.SetWall(showing="frozen"), Role.FACILITATOR)
        walk.goes_on()
    check_erasures(walk.room.log)


@pytest.mark.parametrize("path", recorded_logs(), ids=name_of)
def test_of_every_recorded_log_the_state_is_erased_as_the_log_is(path: Path):
    assert check_erasures(list(entries(path)), most=40)


@pytest.fixture
def room() -> Room:
    """Somebody whose words stand in every place that a state has for them."""
    room = Room()
    hand = room.facilitator
    hand.starts()
    (rafael,) = room.asks("Rafael")
    rafael.puts_question("Unmistakable question?")
    rafael.suggests("Unmistakable topic")
    hand.sends(c.SetWifi(network="Hall 2", password="Unmistakable password"))
    hand.sends(c.SetWall(showing="frozen"))
    hand.sends(c.PutUpQuestion(question=next(iter(room.session.questions))))
    hand.sends(c.RenamePerson(person=rafael.person, name="Unmistakable"))
    hand.sends(c.SetWifi(network="Hall 2", password="Unmistakable, too"))
    return room


def test_words_go_from_earlier_values_the_frozen_wall_and_the_latest_entries(room: Room):
    people = frozenset(room.session.people)
    assert repr(room.session).count("Unmistakable") > 12
    after = erase(room.session, Erasure(people=people, wifi=True))
    assert "nmistakable" not in repr(after)
    assert "Rafael" not in repr(after)
    assert check_erasures(room.log)


def test_what_was_taken_back_is_in_no_earlier_value(room: Room):
    session = room.session
    question = next(iter(session.questions))
    assert "Unmistakable question" in repr(session)
    after = erase(session, Erasure(items=frozenset({Seq(question)})))
    assert "Unmistakable question" not in repr(after)
    assert "Unmistakable topic" in repr(after)


def test_a_wall_that_several_values_hold_stays_one(room: Room):
    room.facilitator.undoes(room.facilitator.sends(c.SetWall(showing="live")))
    after = erase(room.session, Erasure(wifi=True))
    held = [t.before for a in after.actions for t in a.touches if t.part.kind == "picture"]
    shown = {id(one.frozen) for one in (after.picture, *held) if one.frozen is not None}
    assert len(shown) == 1


def test_nothing_is_copied_where_nothing_goes(room: Room):
    after = erase(room.session, Erasure(items=frozenset({Seq(9_999)})))
    assert after == room.session
    assert after.questions is room.session.questions
    assert all(map(is_, after.actions, room.session.actions))


def test_a_merge_that_was_undone_needs_the_log(room: Room):
    hand = room.facilitator
    hand.queues("A guest")
    guest, rafael = room.person("A guest"), room.phone_of("Unmistakable").person
    merged = hand.merges("A guest", into="Unmistakable")
    both, one = Erasure(people=frozenset({guest, rafael})), Erasure(people=frozenset({rafael}))
    assert not needs_log(room.session, both)
    hand.undoes(merged)
    assert needs_log(room.session, one)
    with pytest.raises(ValueError, match="needs the log"):
        erase(room.session, one)


def test_forgetting_everybody_needs_the_log_since_a_state_tells_no_wording_from_another():
    """Two logs fold to one state, and not to one once all but the latest wording is erased."""
    room = Room()
    room.facilitator.starts()
    (rafael,) = room.joins("Rafael")
    room.facilitator.closes()
    kept = rafael.sends(c.KeepTakeaway(kind="take", words="First"))[0].seq
    room.facilitator.sends(c.SetWall(showing="frozen"))
    fields = {"takeaway": kept, "person": rafael.person}
    again = TakeawayChanged(kind="take", words="First", shared=False, **fields)
    merged = TakeawayMerged(takeaway=kept, into=None)
    logs = [
        [*room.log, replace(room.log[-1], seq=room.session.seq + 1, role=Role.TIME, event=event)]
        for event in (again, merged)
    ]
    what = Erasure(everybody=True, kept=frozenset({Seq(kept)}))
    shown = [fold(erased_log(log, what)).picture.frozen.takeaways[kept].words for log in logs]
    one, other = (replace(fold(log), recent=()) for log in logs)
    assert one == other
    assert shown == ["", "First"]
    assert needs_log(one, what)
