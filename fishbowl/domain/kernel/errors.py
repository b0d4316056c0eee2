"""Why a command did not happen, as a code with parameters; the faces make the sentence."""

from typing import Any, Literal

RejectionCode = Literal[
    "already_begun",
    "already_in_queue",
    "already_seated",
    "answer_unknown",
    "bad_date",
    "bad_hours",
    "bad_link",
    "bad_size",
    "bad_times",
    "both_seated",
    "call_over",
    "chair_closing",
    "chair_held",
    "chair_kept",
    "chair_taken",
    "chair_tapped",
    "chair_unknown",
    "device_taken",
    "door_locked",
    "doors_closed",
    "doors_not_open",
    "facilitator_only",
    "forgotten",
    "format_unknown",
    "has_phone",
    "invalid_command",
    "item_unknown",
    "kinds_differ",
    "limit_reached",
    "link_revoked",
    "name_needed",
    "names_settled",
    "nobody_signed_up",
    "not_behind",
    "not_for_reading",
    "not_looking_back",
    "not_recorded",
    "not_running",
    "not_saved",
    "not_yours",
    "note_unknown",
    "nothing_to_undo",
    "person_unknown",
    "phase_moved",
    "phase_over",
    "phase_unknown",
    "promise_given",
    "question_over",
    "question_taken_up",
    "question_unknown",
    "queue_closed",
    "request_over",
    "rule_changed",
    "same_takeaway",
    "same_topic",
    "sent_out",
    "session_closed",
    "session_deleted",
    "session_exists",
    "session_unknown",
    "stage_over",
    "summary_not_ready",
    "summary_published",
    "takeaway_unknown",
    "too_fast",
    "too_few_topics",
    "too_large",
    "too_little_left",
    "topic_merged",
    "topic_not_current",
    "topic_not_up",
    "topic_unknown",
    "turn_over",
    "under_18",
    "under_18_date",
    "under_18_names",
    "undo_overtaken",
    "vote_code_needed",
    "vote_over",
    "vote_too_late",
    "waiting_room_full",
    "waits_at_door",
    "web_names_people",
    "words_needed",
    "words_unknown",
    "wrong_code",
]
"""Every reason for which a command can be refused. Faces have a sentence for each."""

CommunityCode = Literal[
    "already_answered",
    "already_met",
    "answer_over",
    "ask_over",
    "consent_needed",
    "group_over",
    "hosts_only",
    "introduction_over",
    "invitation_over",
    "linked_otherwise",
    "may_not_meet",
    "member_unknown",
    "merge_open",
    "merge_over",
    "nobody_to_ask",
    "nobody_to_pair",
    "not_asked",
    "not_due",
    "not_linked",
    "not_met",
    "offer_over",
    "outcome_told",
    "pair_forbidden",
    "pair_pinned",
    "pass_taken",
    "pinned_already",
    "round_asked",
    "round_open",
    "round_over",
    "same_member",
    "solve_again",
    "suggestion_over",
    "switched_off",
    "token_over",
]
"""Every further reason for which a command to a community can be refused."""

SeriesCode = Literal[
    "already_session",
    "bad_recurrence",
    "name_taken",
    "named_twice",
    "no_rota",
    "nobody_left",
    "not_in_rota",
    "occasion_left_out",
    "occasion_over",
    "occasion_unknown",
    "series_unknown",
    "swap_open",
    "swap_over",
    "turn_asked",
    "turn_taken",
    "zone_unknown",
]
"""Every further reason for which a command to a series can be refused."""

AlreadyCode = Literal["already_called", "already_seated_there", "already_so"]
"""Every way in which a command can be true already."""


class Rejected(Exception):
    """A rule refused a command; nothing has changed.

    :param code: one of :data:`RejectionCode`, of :data:`CommunityCode` or of :data:`SeriesCode`.
    :param params: what the sentence needs: ids, numbers, names of parts; never a sentence.
    """

    def __init__(self, code: RejectionCode | CommunityCode | SeriesCode, **params: Any) -> None:
        super().__init__(code)
        self.code: RejectionCode | CommunityCode | SeriesCode = code
        self.params = params


class AlreadyTrue(Exception):
    """What a command asks for is so already; it is acknowledged and leaves no entry.

    :param code: one of :data:`AlreadyCode`.
    :param params: what the sentence needs.
    """

    def __init__(self, code: AlreadyCode = "already_so", **params: Any) -> None:
        super().__init__(code)
        self.code: AlreadyCode = code
        self.params = params
