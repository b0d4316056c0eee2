"""Decide what a command causes: ``decide(session, command, given) -> events``.

The law: whatever a fishbowl allows or refuses is decided here, once, and nowhere else. A decision
depends on its arguments alone; it changes nothing. It answers with events, oldest first, or
raises :class:`Rejected` with a reason, or :class:`AlreadyTrue` if what is asked for is so.

The subjects have a module each; every command has one function in the table below.
"""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.words import cleaned
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide import (
    access,
    debrief,
    floor,
    notes,
    questions,
    run,
    summary,
    takeaways,
    topics,
    undo,
    votes,
    wall,
)
from fishbowl.domain.session.decide.chairs import free_entry, kinds, making_room, seating
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.lifecycle import planning, session
from fishbowl.domain.session.decide.people import identity, joining, lists, retention, waiting_room
from fishbowl.domain.session.decide.queue import calls, places, requests
from fishbowl.domain.session.decide.queue.automatic_calls import consequences
from fishbowl.domain.session.decide.results import with_results
from fishbowl.domain.session.events import Event
from fishbowl.domain.session.rights import check_rights
from fishbowl.domain.session.state import Session

__all__ = ["AlreadyTrue", "Given", "Rejected", "decide"]

Decider = Callable[[Session, Any, Given], Sequence[Event]]

DECIDERS: dict[type[c.Command], Decider] = {
    c.PlanSession: planning.plan_session,
    c.ChangeSettings: session.change_settings,
    c.NextQuestion: session.next_question,
    c.SetLanguage: session.set_language,
    c.ChangeRules: session.change_rules,
    c.StartSession: session.start_session,
    c.CloseSession: session.close_session,
    c.PauseClock: session.pause_clock,
    c.ResumeClock: session.resume_clock,
    c.BeginBreak: session.begin_break,
    c.ExtendClock: session.extend_clock,
    c.LockDoor: session.lock_door,
    c.UnlockDoor: session.unlock_door,
    c.SetWaitingRoom: waiting_room.set_waiting_room,
    c.AdmitPeople: waiting_room.admit_people,
    c.RemovePeople: waiting_room.remove_people,
    c.RevokeLinks: access.revoke_links,
    c.RenewLink: access.renew_link,
    c.ShowOnWall: wall.show_on_wall,
    c.ReturnToBowl: wall.return_to_bowl,
    c.SetWall: wall.set_wall,
    c.SetWifi: wall.set_wifi,
    c.EraseWifi: wall.erase_wifi,
    c.InviteVoice: session.invite_voice,
    c.PassWords: summary.pass_words,
    c.PublishSummary: summary.publish_summary,
    c.WithdrawSummary: summary.withdraw_summary,
    c.IntroduceSummary: summary.introduce_summary,
    c.HideFromSummary: summary.hide_from_summary,
    c.ShowInSummary: summary.show_in_summary,
    c.MoveInSummary: summary.move_in_summary,
    c.UndoAction: undo.undo_action,
    c.JoinSession: joining.join_session,
    c.AddPeople: lists.add_people,
    c.RenamePerson: joining.rename_person,
    c.SetGroup: joining.set_group,
    c.HideName: joining.hide_name,
    c.ShowName: joining.show_name,
    c.SendOut: joining.send_out,
    c.ReadmitPerson: joining.readmit_person,
    c.SayWhere: joining.say_where,
    c.ForgetEverybody: retention.forget_everybody,
    c.ForgetPerson: joining.forget_person,
    c.AskForChair: requests.ask_for_chair,
    c.QueueWalkUp: requests.queue_walk_up,
    c.ChangeRequest: requests.change_request,
    c.LowerHand: requests.lower_hand,
    c.MoveRequest: requests.move_request,
    c.KeepRequest: places.keep_request,
    c.SnoozeRequest: places.snooze_request,
    c.WakeRequest: places.wake_request,
    c.GivePlace: places.give_place,
    c.ReadAloud: places.read_aloud,
    c.CallPerson: calls.call_person,
    c.AcceptCall: calls.accept_call,
    c.PassCall: calls.pass_call,
    c.WithdrawCall: calls.withdraw_call,
    c.ConfirmSeated: calls.confirm_seated,
    c.ExpireCall: calls.expire_call,
    c.SettleCall: calls.settle_call,
    c.SeatPerson: seating.seat_person,
    c.SeatWalkUp: seating.seat_walk_up,
    c.FreeChair: seating.free_chair,
    c.MovePerson: seating.move_person,
    c.TakeOver: seating.take_over,
    c.AskToMakeRoom: seating.ask_to_make_room,
    c.OfferRoom: seating.offer_room,
    c.NudgePerson: seating.nudge_person,
    c.GiveFloor: floor.give_floor,
    c.TakeFloor: floor.take_floor,
    c.CorrectFloor: floor.correct_floor,
    c.CorrectTurn: floor.correct_turn,
    c.MergePeople: identity.merge_people,
    c.RecoverPerson: identity.recover_person,
    c.MarkVolunteer: identity.mark_volunteer,
    c.SetChairKind: kinds.set_chair_kind,
    c.ChangeChairs: kinds.change_chairs,
    c.SwapGroup: kinds.swap_group,
    c.TakeChairAway: kinds.take_chair_away,
    c.TakeChair: free_entry.take_chair,
    c.TapIn: making_room.tap_in,
    c.HandOver: making_room.hand_over,
    c.AskMinute: making_room.ask_minute,
    c.EndMinute: making_room.end_minute,
    c.SuggestTopic: topics.suggest_topic,
    c.AddTopic: topics.add_topic,
    c.PutUpTopic: topics.put_up_topic,
    c.SetAsideTopic: topics.set_aside_topic,
    c.BeginTopic: topics.begin_topic,
    c.EndTopic: topics.end_topic,
    c.RenameTopic: topics.rename_topic,
    c.GiveTopicTime: topics.give_topic_time,
    c.ParkTopic: topics.park_topic,
    c.MergeTopics: topics.merge_topics,
    c.OpenVote: votes.open_a_vote,
    c.CloseVote: votes.close_vote,
    c.CastDots: votes.cast_dots,
    c.AdmitVoters: votes.admit_voters,
    c.ConfirmVoter: votes.confirm_voter,
    c.OpenThumbs: votes.ask_thumbs,
    c.CastThumb: votes.cast_thumb,
    c.CloseThumbs: votes.close_thumbs,
    c.AskBowl: questions.ask_bowl,
    c.PutUpQuestion: questions.put_up_question,
    c.SetAsideQuestion: questions.set_aside_question,
    c.TakeBackQuestion: questions.take_back_question,
    c.UpvoteQuestion: questions.upvote,
    c.ShowQuestion: questions.show_question,
    c.AnswerQuestion: questions.answer_question,
    c.AddNote: notes.add_note,
    c.EditNote: notes.edit_note,
    c.RemoveNote: notes.remove_note,
    c.CheckNote: notes.check_note,
    c.KeepTakeaway: takeaways.keep_takeaway,
    c.EditTakeaway: takeaways.edit_takeaway,
    c.WithdrawTakeaway: takeaways.withdraw_takeaway,
    c.PutUpTakeaway: takeaways.put_up_takeaway,
    c.PutUpTakeaways: takeaways.put_up_takeaways,
    c.RewordTakeaway: takeaways.reword_takeaway,
    c.MergeTakeaway: takeaways.merge_takeaway,
    c.SetAsideTakeaway: takeaways.set_aside_takeaway,
    c.OpenDebrief: debrief.open_debrief,
    c.CloseDebrief: debrief.close_debrief,
    c.AnswerDebrief: debrief.answer_debrief,
    c.EditAnswer: debrief.edit_answer,
    c.TakeBackAnswer: debrief.take_back_answer,
    c.PutUpAnswer: debrief.put_up_answer,
    c.SetAsideAnswer: debrief.set_aside_answer,
    c.CloseItem: summary.close_item,
    c.ReopenItem: summary.reopen_item,
    c.TotalSignals: session.total_signals,
    c.BeginPhase: run.begin_phase,
    c.EditRun: run.edit_run,
    c.SetPhaseMinutes: run.set_phase_minutes,
    c.RebalanceRun: run.rebalance_run,
    c.MarkPhaseDue: run.mark_phase_due,
    c.CloseQueue: run.close_queue,
    c.OpenQueue: run.open_queue,
    c.LeavePoint: run.leave_point,
    c.WithdrawPoint: run.withdraw_point,
    c.CreditMe: summary.credit_me,
    c.MarkRecordingStart: summary.mark_recording_start,
    c.MarkRecordingStop: summary.mark_recording_stop,
}

AFTER_THE_END = (
    c.UndoAction,
    c.PassWords,
    c.PublishSummary,
    c.WithdrawSummary,
    c.IntroduceSummary,
    c.HideFromSummary,
    c.ShowInSummary,
    c.MoveInSummary,
    c.SetLanguage,
    c.HideName,
    c.ShowName,
    c.RenamePerson,
    c.RenameTopic,
    c.ForgetPerson,
    c.ForgetEverybody,
    c.CloseSession,
    c.TotalSignals,
    c.CorrectFloor,
    c.CorrectTurn,
    c.MergePeople,
    c.RevokeLinks,
    c.SetWall,
    c.EraseWifi,
    c.WithdrawPoint,
    c.AddNote,
    c.EditNote,
    c.RemoveNote,
    c.CheckNote,
    c.CreditMe,
    c.MarkRecordingStop,
    c.RenewLink,
    c.LeavePoint,
    c.KeepTakeaway,
    c.EditTakeaway,
    c.WithdrawTakeaway,
    c.PutUpTakeaway,
    c.PutUpTakeaways,
    c.RewordTakeaway,
    c.MergeTakeaway,
    c.SetAsideTakeaway,
    c.EditAnswer,
    c.TakeBackAnswer,
    c.PutUpAnswer,
    c.SetAsideAnswer,
    c.CloseItem,
    c.ReopenItem,
)
"""What can still be said once a session is closed: corrections, and what guards people."""


def decide(before: Session | None, command: c.Command, given: Given) -> tuple[Event, ...]:
    """Work out what a command causes, changing nothing.

    :param before: the session now; ``None`` if it does not exist yet.
    :param command: as it came through the door; its words are cleaned here.
    :param given: who sends it, and the time.
    :return: events to append, oldest first; never empty.
    :raises Rejected: the rules refuse the command.
    :raises AlreadyTrue: what the command asks for is so already.
    """
    command = cleaned(command)
    if before is not None and _is_forgotten(before, command):
        raise AlreadyTrue()  # the tap that did it may come again, from nobody's device
    check_rights(before, command, given.role, given.person)
    if isinstance(command, c.CreateSession):
        if before is not None:
            raise Rejected("session_exists")
        return _readable(tuple(planning.create_session(command, given)))
    if before is None:
        raise Rejected("session_unknown")
    if clock_state(before.clock) == "closed" and not isinstance(command, AFTER_THE_END):
        raise Rejected("session_closed")
    if given.role is Role.ATTENDEE:
        joining.check_welcome(before, command, given)
    events = with_results(before, DECIDERS[type(command)](before, command, given), given)
    return _readable((*events, *consequences(before, command, events, given)))


def _readable(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Let events pass that can be read again; one that could not would make a log useless.

    :raises Rejected: ``invalid_command``: a field is beyond what an entry may hold.
    """
    for event in events:
        try:
            msgspec.json.decode(msgspec.json.encode(event), type=type(event))
        except msgspec.ValidationError as error:
            raise Rejected("invalid_command", why=f"{event.name}: {error}") from error
    return events


def _is_forgotten(session: Session, command: c.Command) -> bool:
    """Whether somebody is to be forgotten who is already."""
    if not isinstance(command, c.ForgetPerson):
        return False
    person = session.people.get(command.person)
    return person is not None and person.forgotten
