"""A random session: anybody sends anything at any time (hypothesis)."""

from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from fishbowl.domain.kernel.errors import AlreadyCode, RejectionCode
from fishbowl.domain.kernel.ids import ActionId, Millis, PersonId, Seq
from fishbowl.domain.kernel.intervals import Interval
from fishbowl.domain.kernel.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.decide import DECIDERS, AlreadyTrue, Given, Rejected, decide
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.model import Turn
from fishbowl.domain.session.next_action import next_action
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air
from fishbowl.domain.session.rules.floor.contributions import voices_heard
from fishbowl.domain.session.rules.floor.equity import equity, talk
from fishbowl.domain.session.rules.floor.intervals import seated
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.undo_conflicts import overtaken
from fishbowl.harvest.summary import summarise
from fishbowl.log.codec import decode, encode
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from fishbowl.views.runner import runner_view
from tests.domain import invariants
from tests.domain.random_sessions.kept_views import KeptViews, check_what_is_read
from tests.domain.random_sessions.random_commands import (
    DEVICES,
    FREQUENT,
    HELPER_COMMANDS,
    NAMES,
    PHONE_COMMANDS,
    WAITS_MS,
    command,
)
from tests.support.erased import erased
from tests.support.room import Room
from tests.views.reading import NOWHERE, sent

STAYS = {"session.created", "wifi.erased"}
"""What those who run a session cause and cannot undo by itself."""


class RandomSession(RuleBasedStateMachine):
    """Facilitator, attendees and time, in any order."""

    @initialize(
        chairs=st.integers(2, 4),
        starts=st.booleans(),
        entry=st.sampled_from(get_args(c.EntryRule)),
        exit_rule=st.sampled_from(get_args(c.ExitRule)),
    )
    def opens(self, chairs: int, starts: bool, entry: c.EntryRule, exit_rule: c.ExitRule) -> None:
        self.room = Room(chairs=chairs)
        self.tries(c.ChangeRules(entry=entry, exit_rule=exit_rule), Role.FACILITATOR)
        self.steps = 0
        self.kept_views = KeptViews()
        if starts:
            self.room.facilitator.starts()

    def tries(self, command: c.Command, role: Role, key: str = "") -> None:
        before = self.room.session
        seen = hash(before)
        try:
            self.room.sends(command, role=role, person=before.person_of_key.get(key), key=key)
        except (Rejected, AlreadyTrue) as stopped:
            code = stopped.code
        else:
            code = ""
        assert code in ("", *get_args(RejectionCode), *get_args(AlreadyCode))
        assert not code or self.room.session is before
        assert hash(before) == seen, "a decision or a fold changed the past"

    @rule(data=st.data(), kind=st.sampled_from(FREQUENT))
    def facilitator_does_the_usual(self, data: st.DataObject, kind: type[c.Command]) -> None:
        self.tries(self._filled(data, kind), Role.FACILITATOR)

    @rule(data=st.data(), kind=st.sampled_from(list(DECIDERS)))
    def facilitator_sends_anything(self, data: st.DataObject, kind: type[c.Command]) -> None:
        self.tries(self._filled(data, kind), Role.FACILITATOR)

    @rule(data=st.data(), role=st.sampled_from(sorted(HELPER_COMMANDS)))
    def a_helper_sends_what_they_may(self, data: st.DataObject, role: Role) -> None:
        kind = data.draw(st.sampled_from(HELPER_COMMANDS[role]))
        self.tries(self._filled(data, kind), role)

    @rule()
    def facilitator_follows_space(self) -> None:
        action = next_action(self.room.session)
        if action is not None:
            self.room.sends(action.command)

    @rule(
        data=st.data(),
        key=st.sampled_from(DEVICES),
        kind=st.sampled_from(PHONE_COMMANDS),
    )
    def somebody_taps(self, data: st.DataObject, key: str, kind: type[c.Command]) -> None:
        self.tries(self._filled(data, kind), Role.ATTENDEE, key)

    @rule(key=st.sampled_from(DEVICES), name=st.sampled_from(NAMES[:4]))
    def somebody_comes_and_asks(self, key: str, name: str) -> None:
        self.tries(c.JoinSession(name=name), Role.ATTENDEE, key)
        self.tries(c.AskForChair(), Role.ATTENDEE, key)

    @rule(data=st.data(), who=st.sampled_from(("them", "facilitator", "nobody")))
    def the_floor_was_somebody_elses(self, data: st.DataObject, who: str) -> None:
        turn, (began, ended) = self._some_turn(data)
        if turn is None or ended - began < 2:
            return
        since = data.draw(st.integers(began, ended - 1))
        self.tries(
            c.CorrectFloor(
                from_run_ms=since,
                until_run_ms=data.draw(st.integers(since + 1, ended)),
                turn=turn.id if who == "them" else None,
                facilitator=who == "facilitator",
            ),
            Role.FACILITATOR,
        )

    @rule(data=st.data(), off_ms=st.integers(-30_000, 30_000), ends=st.booleans())
    def a_turn_was_at_another_time(self, data: st.DataObject, off_ms: int, ends: bool) -> None:
        turn, (began, ended) = self._some_turn(data)
        if turn is not None:
            times = (
                {"ended_run_ms": max(0, ended + off_ms)}
                if ends
                else {"began_run_ms": max(0, began + off_ms)}
            )
            self.tries(c.CorrectTurn(turn=turn.id, **times), Role.FACILITATOR)

    @rule(data=st.data())
    def a_guest_turns_out_to_be_somebody(self, data: st.DataObject) -> None:
        people = self.room.session.people
        guests = sorted(person.id for person in people.values() if not person.key)
        if guests:
            guest = data.draw(st.sampled_from(guests))
            person = data.draw(st.sampled_from(sorted(people)))
            self.tries(c.MergePeople(guest=guest, person=person), Role.FACILITATOR)

    @rule(data=st.data(), key=st.sampled_from(DEVICES))
    def somebody_goes_on_with_another_phone(self, data: st.DataObject, key: str) -> None:
        self.tries(self._filled(data, c.RecoverPerson), Role.DOOR, key)

    @rule(data=st.data(), accepts=st.sampled_from((c.AcceptCall, c.ConfirmSeated, c.PassCall)))
    def the_called_person_answers(self, data: st.DataObject, accepts: type[c.Command]) -> None:
        calls = calls_in_the_air(self.room.session)
        if calls:
            request = data.draw(st.sampled_from(calls))
            key = self.room.session.people[request.person].key
            self.tries(accepts(call=request.call), Role.ATTENDEE, key)

    @rule(count=st.integers(2, 5))
    def chairs_come_and_go_and_nobody_is_lost(self, count: int) -> None:
        before = self.room.session
        self.tries(c.ChangeChairs(count=count), Role.FACILITATOR)
        after = self.room.session
        assert after.current_turn == before.current_turn
        assert after.open_request == before.open_request
        assert {r.id for r in calls_in_the_air(before)} <= {r.id for r in calls_in_the_air(after)}

    @rule(ms=st.sampled_from(WAITS_MS))
    def time_passes(self, ms: int) -> None:
        self.room.wait(ms / 1000)

    @rule(data=st.data())
    def undo_and_redo_put_everything_back(self, data: st.DataObject) -> None:
        session = self.room.session
        able = [a for a in session.actions if not a.undone and overtaken(session, a) is None]
        if not able:
            return
        action = data.draw(st.sampled_from(able))
        undone = self._aside(session, c.UndoAction(action=action.id))
        for touch in action.touches:
            assert undone.part(touch.part) == touch.before
        invariants.check(undone, self.room.now_ms)
        redone = self._aside(undone, c.UndoAction(action=ActionId(undone.seq)))
        other = (*invariants.HISTORY, *invariants.COUNTERS)
        assert invariants.without(redone, other) == invariants.without(session, other)
        self.room.sends(c.UndoAction(action=action.id))

    @invariant()
    def everything_holds(self) -> None:
        if not hasattr(self, "room"):
            return
        invariants.check(self.room.session, self.room.now_ms)
        self.steps += 1
        if self.steps % 5 == 0:
            check_views(self.room.session)
        if self.steps % 3 == 0:
            self.kept_views.check(self.room.session)
            check_what_is_read(self.room.session)

    def teardown(self) -> None:
        if not hasattr(self, "room"):
            return
        session, log = self.room.session, self.room.log
        check_views(session)
        assert fold(log) == session
        by_hand = {entry.event for entry in log if entry.role in e.UNDOABLE_ROLES}
        assert {event.name for event in by_hand if event.undo == "never"} <= STAYS
        for entry in log:
            assert decode(*encode(entry.event)) == entry.event
        check_summary(log, self.room.now_ms)
        forgotten = [_with(entry, event=erased(entry.event)) for entry in log]
        folded = fold(forgotten)
        assert invariants.without_words(folded) == invariants.without_words(session)

    def _some_turn(self, data: st.DataObject) -> tuple[Turn | None, Interval]:
        session = self.room.session
        if not session.turns:
            return None, (0, 0)
        turn = session.turns[data.draw(st.sampled_from(sorted(session.turns)))]
        return turn, seated(turn, running_ms(session.clock, self.room.now_ms))

    def _filled(self, data: st.DataObject, kind: type[c.Command]) -> c.Command:
        def pick(options: Any) -> Any:
            return data.draw(st.sampled_from(options))

        return command(pick, self.room.session, kind)

    def _aside(self, session: Session, command: c.Command) -> Session:
        """Play a facilitator's command without telling the room."""
        given = Given(now_ms=self.room.now_ms, role=Role.FACILITATOR)
        entry = _with(
            self.room.log[-1], seq=Seq(session.seq + 1), part=0, role=Role.FACILITATOR,
            actor=PersonId(0), at_ms=self.room.now_ms,
        )  # fmt: skip
        (event,) = decide(session, command, given)
        after = fold([_with(entry, event=event)], session)
        assert after is not None
        return after


def _with(struct: Any, **fields: Any) -> Any:
    return invariants.replace(struct, **fields)


def check_summary(log: list[Entry], now_ms: Millis) -> None:
    """The summary follows every correction and merge, and says what the live figures say."""
    session = fold(log)
    assert session is not None
    figures, people = (summary := summarise(log, now_ms)).figures, summary.people
    live = equity(talk(session), running_ms(session.clock, now_ms))
    tracked = talk(session).tracked
    sat = {person.who.person for person in people if person.turns > 0}
    read = {request.who.person for request in summary.queue if request.outcome == "read"}
    assert live.voices == figures.voices == voices_heard(session) == len(sat | read)
    assert live.talk_ms == (figures.spoken_ms if tracked else figures.seated_ms)
    assert figures.seated_ms == sum(person.seated_ms for person in people)
    assert live.facilitator_ms == figures.facilitator_ms
    assert 0 <= live.gini < 1


def check_views(session: Session) -> None:
    """Every face can be shown, and says no hidden name."""
    views = (
        phone_view(session, NOWHERE),
        display_view(session, NOWHERE),
        *(console_view(session, NOWHERE, role) for role in AT_THE_CONSOLE),
        runner_view(session, NOWHERE),
        *(me_slice(session, person) for person in session.people),
    )
    shown = {p.called for p in session.people.values() if not (p.hidden or p.forgotten)}
    hidden = {p.called for p in session.people.values() if p.called} - shown
    for view in views:
        text = sent(view)
        for name in hidden:
            assert f'"{name}"' not in text
