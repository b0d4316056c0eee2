"""Notes of a simulated room: of every kind, and such as the real desk would take."""

from random import Random

import pytest

from fishbowl.domain.kernel.ids import Millis, PersonId
from fishbowl.domain.session.commands.notes import NoteKind
from fishbowl.simulation.material import BANK, GENERAL
from fishbowl.simulation.notetaking import ROUND, note
from tests.support.room import Room


def test_a_round_has_every_kind_once():
    assert sorted(ROUND) == sorted(NoteKind.__args__)


@pytest.mark.parametrize("kind", ROUND)
def test_every_note_is_taken_as_it_is_written(kind: NoteKind):
    room = Room()
    room.facilitator.starts()
    (anna,) = room.joins("Anna")
    for seed, material in enumerate([*BANK, GENERAL]):
        for thread in material.threads:
            made = note(kind, thread, PersonId(anna.person), Millis(room.now_ms), Random(seed))
            room.facilitator.sends(made)
    assert {one.kind for one in room.session.notes.values()} == {kind}
