"""Rules of the run of show, one by one."""

import pytest
from msgspec.structs import replace

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.commands import Phase
from fishbowl.domain.session.rules.run import pair_steps
from tests.support.refusals import already, refused
from tests.support.room import Room

MIN = 60_000


@pytest.fixture
def room() -> Room:
    """A sandwich that has started: welcome 5, pairs 8, bowl 30, pairs 7, closing 10."""
    room = Room(format="sandwich")
    room.facilitator.starts()
    return room


def test_two_facilitators_who_press_at_once_go_on_by_one(room: Room):
    room.facilitator.goes_on()
    with already(room):
        room.facilitator.sends(c.BeginPhase(index=1))
    assert room.part == "pair_share_before"


def test_nothing_is_left_out_by_who_saw_another_part(room: Room):
    """One facilitator takes a step back while the other one goes on from there."""
    gone_on = room.facilitator.goes_on()
    room.facilitator.undoes(gone_on)
    with refused(room, "phase_moved", index=0):
        room.facilitator.sends(c.BeginPhase(index=2, seen=1))


def test_what_is_over_does_not_come_back_but_by_undo(room: Room):
    gone_on = room.facilitator.goes_on()
    with refused(room, "phase_over"):
        room.facilitator.sends(c.BeginPhase(index=0))
    room.wait(minutes=1)
    room.facilitator.undoes(gone_on)
    assert room.part == "welcome"


def test_parts_can_be_left_out(room: Room):
    room.wait(minutes=5)
    room.facilitator.sends(c.BeginPhase(index=2))
    assert room.session.run.began == (0, 5 * MIN, 5 * MIN)
    assert room.late == -8


def test_before_the_start_there_is_nothing_to_go_on_from():
    room = Room(format="sandwich")
    with refused(room, "not_running"):
        room.facilitator.goes_on()
    with refused(room, "not_running"):
        room.facilitator.rebalances("later")


def test_minutes_move_the_end_with_them(room: Room):
    room.facilitator.sends(c.SetPhaseMinutes(index=2, minutes=40))
    assert room.planned == [5, 8, 40, 7, 10]
    assert room.end == 70
    assert room.late == 0
    with already(room):
        room.facilitator.sends(c.SetPhaseMinutes(index=2, minutes=40))


def test_extending_adds_to_the_current_part_and_to_the_end(room: Room):
    room.facilitator.goes_on()
    extended = room.facilitator.extends(5)
    assert room.planned == [5, 13, 30, 7, 10]
    assert room.end == 65
    room.facilitator.undoes(extended)
    assert (room.planned, room.end) == ([5, 8, 30, 7, 10], 60)


def test_before_the_start_it_is_the_talk_that_gets_longer():
    room = Room(format="sandwich")
    room.facilitator.extends(5)
    assert room.planned == [5, 8, 35, 7, 10]


def test_the_rest_can_be_planned_anew(room: Room):
    room.facilitator.goes_on()
    pairs, bowl = room.session.run.phases[1:3]
    own = Phase(kind="debrief", planned_ms=10 * MIN, title="What we  take home")
    edited = room.facilitator.sends(c.EditRun(index=1, phases=(pairs, bowl, own)))
    assert room.planned == [5, 8, 30, 10]
    assert room.end == 53
    assert room.session.run.phases[3].title == "What we take home", "words are cleaned"
    room.facilitator.undoes(edited)
    assert (room.planned, room.end) == ([5, 8, 30, 7, 10], 60)


def test_what_has_begun_is_not_planned_anew(room: Room):
    room.facilitator.goes_on()
    phases = room.session.run.phases
    with refused(room, "phase_over"):
        room.facilitator.sends(c.EditRun(index=0, phases=phases[1:]))
    with refused(room, "phase_over"):
        room.facilitator.sends(c.EditRun(index=1, phases=phases[2:]))
    with refused(room, "phase_unknown"):
        room.facilitator.sends(c.EditRun(index=9, phases=phases))
    with already(room):
        room.facilitator.sends(c.EditRun(index=2, phases=phases[2:]))


def test_a_part_brings_its_rules_and_undo_takes_them_back(room: Room):
    pairs = room.session.run.phases[1]
    free = Phase(kind="bowl", planned_ms=MIN, entry="free", order="lottery", seat_minutes=3)
    room.facilitator.sends(c.EditRun(index=1, phases=(pairs, free)))
    room.facilitator.goes_on()
    begun = room.facilitator.goes_on()
    assert (room.session.rules.entry, room.session.rules.order) == ("free", "lottery")
    assert room.session.settings.seat_limit_ms == 3 * MIN
    room.facilitator.undoes(begun)
    assert (room.session.rules.entry, room.session.rules.order) == ("called", "arrival")


def test_other_rules_for_the_part_that_goes_on_hold_at_once(room: Room):
    room.facilitator.goes_on()
    room.facilitator.goes_on()
    bowl, *rest = room.session.run.phases[2:]
    room.facilitator.changes_rules(order="lottery")
    other = replace(bowl, exit_rule="time_limit", seat_minutes=4)
    edited = room.facilitator.sends(c.EditRun(index=2, phases=(other, *rest)))
    rules = room.session.rules
    assert (rules.exit_rule, rules.order) == ("time_limit", "lottery"), "what was not planned stays"
    assert room.session.settings.seat_limit_ms == 4 * MIN
    room.facilitator.changes_rules(exit_rule="voluntary")
    longer = replace(other, planned_ms=40 * MIN)
    room.facilitator.sends(c.EditRun(index=2, phases=(longer, *rest)))
    assert room.session.rules.exit_rule == "voluntary", "minutes alone change no rule"
    with refused(room, "undo_overtaken", part="run"):
        room.facilitator.undoes(edited)


def test_nobody_is_called_while_pairs_talk(room: Room):
    room.asks("Amira")
    assert room.facilitator.space == "begin phase"
    room.facilitator.goes_on()
    assert room.facilitator.space == "begin phase"
    room.facilitator.goes_on()
    assert room.facilitator.space == "call person Amira on chair 2", "chair 1 is the host’s own"


def test_a_pair_share_has_silence_two_equal_voices_and_a_recall(room: Room):
    room.wait(minutes=5)
    room.facilitator.goes_on()
    steps = pair_steps(room.session.run)
    assert [step.step for step in steps] == ["think", "first", "second", "recall"]
    times = [(step.from_run_ms - 5 * MIN) / 1000 for step in steps]
    assert times == [0, 30, 255, 480]


def test_a_swap_that_was_called_is_not_called_back(room: Room):
    room.facilitator.goes_on()
    room.wait(minutes=5)
    room.facilitator.extends(5)
    first, second = pair_steps(room.session.run)[1:3]
    assert first.to_run_ms == 255_000, "the second voice has the extra minutes"
    assert second.to_run_ms == 13 * MIN


def test_extended_before_the_swap_both_voices_get_more(room: Room):
    room.facilitator.goes_on()
    room.wait(minutes=2)
    room.facilitator.extends(5)
    _, first, second, _ = pair_steps(room.session.run)
    assert first.to_run_ms is not None
    assert second.to_run_ms is not None
    assert first.to_run_ms - first.from_run_ms == second.to_run_ms - second.from_run_ms


def test_a_part_is_due_once_and_more_time_makes_it_early_again(room: Room):
    room.wait(minutes=5)
    assert room.session.timing.due
    room.facilitator.extends(2)
    assert not room.session.timing.due
    room.wait(minutes=2)
    assert room.session.timing.due
    room.facilitator.goes_on()
    assert not room.session.timing.due


def test_a_pause_puts_off_what_time_does(room: Room):
    room.wait(minutes=4)
    room.facilitator.pauses()
    room.wait(minutes=10)
    assert not room.session.timing.due
    room.facilitator.resumes()
    room.wait(minutes=1)
    assert room.session.timing.due


def test_time_does_nothing_early(room: Room):
    with refused(room, "not_running"):
        room.sends(c.MarkPhaseDue(index=0), role=Role.TIME)
    with refused(room, "not_running"):
        room.sends(c.CloseQueue(), role=Role.TIME)
    with refused(room, "phase_over"):
        room.sends(c.MarkPhaseDue(index=3), role=Role.TIME)


def test_a_written_point_is_kept_once_and_not_without_end(room: Room):
    (amira,) = room.joins("Amira")
    amira.leaves_point("Pay the newcomers first.")
    with already(room):
        amira.leaves_point("Pay the newcomers first.")
    with refused(room, "words_needed"):
        amira.leaves_point("  ")
    for n in range(4):
        amira.leaves_point(f"Point {n}")
    with refused(room, "limit_reached", most=5):
        amira.leaves_point("One more")


def test_a_written_point_can_be_taken_back_until_the_summary_is_published(room: Room):
    amira, kofi = room.joins("Amira", "Kofi")
    for words in ("Newcomers first.", "Publish all of it.", "Ask the youngest."):
        amira.leaves_point(words)
    first = room.point("Newcomers first.").id
    with refused(room, "not_yours"):
        kofi.withdraws_point("Newcomers first.")
    amira.withdraws_point("Newcomers first.")
    with already(room):
        amira.sends(c.WithdrawPoint(point=first))
    room.facilitator.closes()
    amira.withdraws_point("Publish all of it.")
    room.facilitator.sends(c.PublishSummary())
    with refused(room, "summary_published"):
        amira.withdraws_point("Ask the youngest.")
    room.facilitator.sends(c.WithdrawSummary())
    amira.withdraws_point("Ask the youngest.")
    assert not room.session.points
