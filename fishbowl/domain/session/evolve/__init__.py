"""Fold the log: ``evolve(session, entry) -> session``.

The law: an entry that is in the log has happened. Folding never refuses, never asks the clock,
never looks at an erasable word to decide anything, and gives the same session every time.
"""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry, Event, without_sender
from fishbowl.domain.session.evolve import (
    access,
    chairs,
    debrief,
    floor,
    lifecycle,
    notes,
    people,
    questions,
    run,
    summary,
    takeaways,
    topics,
    votes,
    wall,
)
from fishbowl.domain.session.evolve.history import remember, undo
from fishbowl.domain.session.evolve.queue import places, requests
from fishbowl.domain.session.state import Changes, Session

FOLDS: dict[type[Event], Callable[[Session, Any, Entry], Changes]] = {
    e.SettingsChanged: lifecycle.settings_changed,
    e.MainQuestionBegun: lifecycle.main_question_begun,
    e.RulesChanged: lifecycle.rules_changed,
    e.SessionStarted: lifecycle.session_started,
    e.SessionIdle: lifecycle.session_idle,
    e.SessionClosed: lifecycle.session_closed,
    e.ClockPaused: lifecycle.clock_paused,
    e.ClockResumed: lifecycle.clock_resumed,
    e.BreakBegun: lifecycle.break_begun,
    e.BreakEnded: lifecycle.break_ended,
    e.ClockExtended: lifecycle.clock_extended,
    e.DoorLocked: lifecycle.door_locked,
    e.DoorUnlocked: lifecycle.door_unlocked,
    e.LinksRevoked: access.links_revoked,
    e.WaitingRoomSet: people.waiting_room_set,
    e.PeopleAdmitted: people.people_admitted,
    e.PeopleRemoved: people.people_removed,
    e.PersonKnocked: people.person_knocked,
    e.WallChanged: wall.wall_changed,
    e.WallSet: wall.wall_set,
    e.WifiSet: wall.wifi_set,
    e.WifiErased: wall.wifi_erased,
    e.VoiceInvited: wall.voice_invited,
    e.WordsPassed: summary.words_passed,
    e.SummaryPublished: summary.summary_published,
    e.SummaryWithdrawn: summary.summary_withdrawn,
    e.SummaryIntroduced: summary.summary_introduced,
    e.SummaryItemHidden: summary.summary_item_hidden,
    e.SummaryItemShown: summary.summary_item_shown,
    e.SummaryOrdered: summary.summary_ordered,
    e.PersonJoined: people.person_joined,
    e.PeopleListed: people.people_listed,
    e.PersonAdded: people.person_added,
    e.PersonRenamed: people.person_renamed,
    e.NameHidden: people.name_hidden,
    e.NameShown: people.name_shown,
    e.PersonGrouped: people.person_grouped,
    e.PersonSentOut: people.person_sent_out,
    e.PersonReadmitted: people.person_readmitted,
    e.WhereSaid: people.where_said,
    e.PersonForgotten: people.person_forgotten,
    e.EverybodyForgotten: people.everybody_forgotten,
    e.QueueJoined: requests.queue_joined,
    e.RequestChanged: requests.request_changed,
    e.QueueLeft: requests.queue_left,
    e.QueueEmptied: requests.queue_emptied,
    e.QueueMoved: requests.queue_moved,
    e.RequestKept: places.request_kept,
    e.RequestSnoozed: places.request_snoozed,
    e.RequestWoken: places.request_woken,
    e.PlaceGiven: places.place_given,
    e.RequestRead: places.request_read,
    e.CallMade: requests.call_made,
    e.CallAccepted: requests.call_accepted,
    e.CallEnded: requests.call_ended,
    e.ChairTaken: chairs.chair_taken,
    e.ChairLeft: chairs.chair_left,
    e.ChairsMoved: chairs.chairs_moved,
    e.RoomAsked: chairs.room_asked,
    e.RoomOffered: chairs.room_offered,
    e.RoomOfferWithdrawn: chairs.room_offer_withdrawn,
    e.PersonNudged: chairs.person_nudged,
    e.FloorGiven: chairs.floor_given,
    e.ChairKindChanged: chairs.chair_kind_changed,
    e.ChairsChanged: chairs.chairs_changed,
    e.RoomTapped: chairs.room_tapped,
    e.MinuteAsked: chairs.minute_asked,
    e.MinuteEnded: chairs.minute_ended,
    e.FloorCorrected: floor.floor_corrected,
    e.TurnCorrected: floor.turn_corrected,
    e.PeopleMerged: floor.people_merged,
    e.PersonMovedDevice: floor.person_moved_device,
    e.VolunteerMarked: floor.volunteer_marked,
    e.TopicSuggested: topics.topic_suggested,
    e.TopicPutUp: topics.topic_put_up,
    e.TopicSetAside: topics.topic_set_aside,
    e.TopicAdded: topics.topic_added,
    e.TopicBegun: topics.topic_begun,
    e.TopicEnded: topics.topic_ended,
    e.TopicRenamed: topics.topic_renamed,
    e.TopicTimed: topics.topic_timed,
    e.TopicParked: topics.topic_parked,
    e.TopicMerged: topics.topic_merged,
    e.VoteOpened: votes.vote_opened,
    e.VotersAdmitted: votes.voters_admitted,
    e.VoterConfirmed: votes.voter_confirmed,
    e.DotsCast: votes.dots_cast,
    e.VoteClosed: votes.vote_closed,
    e.ThumbsOpened: votes.thumbs_opened,
    e.ThumbCast: votes.thumb_cast,
    e.ThumbsClosed: votes.thumbs_closed,
    e.QuestionAsked: questions.question_asked,
    e.QuestionPutUp: questions.question_put_up,
    e.QuestionSetAside: questions.question_set_aside,
    e.QuestionTakenBack: questions.question_taken_back,
    e.QuestionUpvoted: questions.question_upvoted,
    e.QuestionShown: questions.question_shown,
    e.QuestionAnswered: questions.question_answered,
    e.NoteAdded: notes.note_added,
    e.NoteChanged: notes.note_changed,
    e.NoteRemoved: notes.note_removed,
    e.NoteChecked: notes.note_checked,
    e.TakeawayKept: takeaways.takeaway_kept,
    e.TakeawayChanged: takeaways.takeaway_changed,
    e.TakeawayWithdrawn: takeaways.takeaway_withdrawn,
    e.TakeawayReworded: takeaways.takeaway_reworded,
    e.TakeawayMerged: takeaways.takeaway_merged,
    e.TakeawayPutUp: takeaways.takeaway_put_up,
    e.TakeawaySetAside: takeaways.takeaway_set_aside,
    e.DebriefOpened: debrief.debrief_opened,
    e.DebriefClosed: debrief.debrief_closed,
    e.AnswerGiven: debrief.answer_given,
    e.AnswerChanged: debrief.answer_changed,
    e.AnswerTakenBack: debrief.answer_taken_back,
    e.AnswerPutUp: debrief.answer_put_up,
    e.AnswerSetAside: debrief.answer_set_aside,
    e.ItemClosed: summary.item_closed,
    e.ItemReopened: summary.item_reopened,
    e.SignalsTotalled: lifecycle.signals_totalled,
    e.PhaseBegun: run.phase_begun,
    e.PhaseDue: run.phase_due,
    e.PhaseReplanned: run.phase_replanned,
    e.RunEdited: run.run_edited,
    e.QueueClosed: run.queue_closed,
    e.QueueOpened: run.queue_opened,
    e.PointLeft: run.point_left,
    e.PointWithdrawn: run.point_withdrawn,
    e.PersonCredited: summary.person_credited,
    e.RecordingMarked: summary.recording_marked,
    e.RecordingEnded: summary.recording_ended,
}
"""One fold an event. ``session.created`` makes the session, ``action.undone`` reads history."""

MANY = frozenset({
    e.DotsCast, e.VoterConfirmed, e.ThumbCast, e.QuestionUpvoted, e.SignalsTotalled,
    e.TakeawayKept, e.TakeawayChanged, e.TakeawayWithdrawn,
    e.AnswerGiven, e.AnswerChanged, e.AnswerTakenBack,
})  # fmt: skip
"""What a whole room does at once: it would wash everything else out of "just now". What people
keep for themselves is nobody's news either."""

RECENT_MAX = 40
"""How many entries a session keeps at hand for "just now"."""


def evolve(before: Session | None, entry: Entry) -> Session:
    """Return the session after one more entry.

    :param before: the session so far; ``None`` before the first entry.
    :param entry: the next entry of its log.
    :raises ValueError: if the entry does not follow the session: the log is broken.
    """
    event = entry.event
    if isinstance(event, e.SessionCreated):
        if before is not None or entry.seq != 1:
            raise ValueError(f"entry {entry.seq} creates a session that exists")
        return lifecycle.session_created(event, entry)
    if before is None or entry.seq != before.seq + 1:
        raise ValueError(f"entry {entry.seq} does not follow {before.seq if before else 0}")
    if isinstance(event, e.ActionUndone):
        after = undo(before, event, entry)
    else:
        changes = FOLDS[type(event)](before, event, entry)
        after = remember(before, before.with_parts(changes), changes, entry)
    return msgspec.structs.replace(
        after,
        seq=entry.seq,
        at_ms=entry.at_ms,
        sent_at_ms=before.sent_at_ms if entry.role is Role.TIME else entry.at_ms,
        recent=_recent(before, entry),
        **_counters(before, event, entry),
    )


def fold(entries: Iterable[Entry], start: Session | None = None) -> Session | None:
    """Fold many entries, oldest first.

    :return: the session after them; ``start`` if there are none.
    :raises ValueError: if the entries are not one unbroken log.
    """
    for entry in entries:
        start = evolve(start, entry)
    return start


def _recent(before: Session, entry: Entry) -> tuple[Entry, ...]:
    """What "just now" can tell, but not from which device; a list of many people is told once."""
    latest = before.recent[-1] if before.recent else None
    if type(entry.event) in MANY:
        return before.recent
    if (
        latest is not None
        and isinstance(latest.event, e.PeopleListed)
        and latest.seq == entry.seq - entry.part
    ):
        return before.recent
    return (*before.recent, without_sender(entry))[-RECENT_MAX:]


def _counters(before: Session, event: Event, entry: Entry) -> dict[str, Any]:
    """Numbers that only grow: an undo must not hand them out again."""
    if isinstance(event, (e.PersonJoined, e.PersonAdded)):
        return {"guest_count": before.guest_count + 1}
    if isinstance(event, (e.WifiSet, e.WifiErased)):
        held = isinstance(event, e.WifiSet) and (before.password_held or bool(event.password))
        return {"password_held": held}
    if isinstance(event, e.NameHidden):
        return {"guest_count": max(before.guest_count, event.no)}
    if isinstance(event, (e.QueueJoined, e.QueueMoved, e.CallEnded)):
        return {"last_rank": max(before.last_rank, event.rank)}
    if isinstance(event, e.SummaryPublished):
        return {"last_edition": before.last_edition + 1}
    if isinstance(event, e.LinksRevoked):
        return {"last_generation": event.generation}
    if isinstance(event, e.CallMade):
        return {"last_call_seq": entry.seq}
    return {}
