// Made by tools/describe_wire.py from the Python types; edits here are lost.

export type Face = "phone" | "console" | "display" | "runner" | "stage";

export type ClockState = "lobby" | "running" | "paused" | "closed";

export type Attribution = "named" | "opt_in" | "chatham_house";

export type RequestKind = "new_point" | "reply" | "question" | "read_aloud";

export type Wall = "bowl" | "qr" | "topics" | "takeaways" | "known";

export type Showing = "live" | "frozen" | "blank";

export type WallScreen =
  | "lobby"
  | "stage"
  | "topics"
  | "pairs"
  | "part"
  | "debrief"
  | "takes"
  | "closing"
  | "join"
  | "known"
  | "break";

export type WifiSecurity = "wpa" | "wep" | "open";

export type Thumb = "go_on" | "move_on";

export type AsideWhy = "off_topic" | "personal" | "said_already" | "not_a_question";

export type NoteKind = "insight" | "question" | "decision" | "undecided" | "action" | "resource";

export type TakeawayKind = "take" | "offer" | "need" | "will" | "brought";

export type DebriefStage = "what" | "so_what" | "now_what";

export type WordsState = "waiting" | "up" | "aside";

export type ItemKind = "action" | "question" | "undecided" | "commitment";

export type QuestionState = "waiting" | "up" | "aside" | "answered";

export type EntryRule = "called" | "automatic" | "free";

export type ExitRule =
  | "longest_seated"
  | "voluntary"
  | "time_limit"
  | "tap_in"
  | "visitors_leave"
  | "group_swap";

export type QueueOrder =
  | "arrival"
  | "fresh_voices"
  | "least_floor"
  | "alternate_groups"
  | "lottery";

export type Reason =
  | "arrival"
  | "fresh_voices"
  | "least_floor"
  | "alternate_groups"
  | "lottery"
  | "reply"
  | "patience"
  | "behind"
  | "hand"
  | "missed"
  | "resting"
  | "snoozed"
  | "absent"
  | "absent_again"
  | "recalled";

export type ChairKind = "speaker" | "host" | "guest";

export type ExitWhy =
  | "asked"
  | "longest_seated"
  | "offered"
  | "nobody_offered"
  | "time_limit"
  | "tapped"
  | "nobody_tapped"
  | "visitor"
  | "group";

export type PhaseKind =
  | "gather"
  | "think"
  | "pair_share"
  | "groups"
  | "bowl"
  | "vote"
  | "debrief"
  | "close";

export type RebalanceHow = "bowl" | "closing" | "later";

export type PairStepName = "think" | "first" | "second" | "recall";

export type RequestState =
  | "waiting"
  | "called"
  | "walking"
  | "seated"
  | "read"
  | "withdrawn"
  | "removed"
  | "unreached";

export type CallEnd = "" | "passed" | "missed" | "withdrawn";

export type TopicState = "suggested" | "up" | "aside" | "current" | "done" | "parked" | "merged";

export type NudgeCode =
  | "no_show"
  | "overrun"
  | "part_over"
  | "empty_chair"
  | "volunteer"
  | "long_seat"
  | "above_share"
  | "first_timer"
  | "moved_on"
  | "silent"
  | "chairs_away";

export type Role =
  | "attendee"
  | "facilitator"
  | "co_facilitator"
  | "note_taker"
  | "runner"
  | "stage_monitor"
  | "time"
  | "door"
  | "member"
  | "owner";

export type HelperRole = "co_facilitator" | "note_taker" | "runner" | "stage_monitor";

export type RejectionCode =
  | "already_begun"
  | "already_in_queue"
  | "already_seated"
  | "answer_unknown"
  | "bad_date"
  | "bad_hours"
  | "bad_link"
  | "bad_size"
  | "bad_times"
  | "both_seated"
  | "call_over"
  | "chair_closing"
  | "chair_held"
  | "chair_kept"
  | "chair_taken"
  | "chair_tapped"
  | "chair_unknown"
  | "device_taken"
  | "door_locked"
  | "doors_closed"
  | "doors_not_open"
  | "facilitator_only"
  | "forgotten"
  | "format_unknown"
  | "has_phone"
  | "invalid_command"
  | "item_unknown"
  | "kinds_differ"
  | "limit_reached"
  | "link_revoked"
  | "name_needed"
  | "names_settled"
  | "nobody_signed_up"
  | "not_behind"
  | "not_for_reading"
  | "not_looking_back"
  | "not_recorded"
  | "not_running"
  | "not_saved"
  | "not_yours"
  | "note_unknown"
  | "nothing_to_undo"
  | "person_unknown"
  | "phase_moved"
  | "phase_over"
  | "phase_unknown"
  | "promise_given"
  | "question_over"
  | "question_taken_up"
  | "question_unknown"
  | "queue_closed"
  | "request_over"
  | "rule_changed"
  | "same_takeaway"
  | "same_topic"
  | "sent_out"
  | "session_closed"
  | "session_deleted"
  | "session_exists"
  | "session_unknown"
  | "stage_over"
  | "summary_not_ready"
  | "summary_published"
  | "takeaway_unknown"
  | "too_fast"
  | "too_few_topics"
  | "too_large"
  | "too_little_left"
  | "topic_merged"
  | "topic_not_current"
  | "topic_not_up"
  | "topic_unknown"
  | "turn_over"
  | "under_18"
  | "under_18_date"
  | "under_18_names"
  | "undo_overtaken"
  | "vote_code_needed"
  | "vote_over"
  | "vote_too_late"
  | "waiting_room_full"
  | "waits_at_door"
  | "web_names_people"
  | "words_needed"
  | "words_unknown"
  | "wrong_code";

export type AlreadyCode = "already_called" | "already_seated_there" | "already_so";

export type SignalKind = "agree" | "thanks" | "surprised" | "slower" | "microphone";

export type WaitingRoom = "size" | "open" | "closed";

export type AtDoor = "" | "waits" | "sent_back";

export type ConnectRefusal =
  | "session_unknown"
  | "session_deleted"
  | "facilitator_only"
  | "link_revoked"
  | "invalid_command"
  | "too_fast"
  | "not_saved";

/**
 * One step of the run of show, as planned.
 *
 * `title`, `opening` and `closing` are the facilitator's own words; where they are empty, the faces
 * have a text for `title_code`, `opening_code` and `closing_code`. The rules are those that begin
 * to hold with the phase; `null` leaves a rule as it is. `chairs_to`: near its end empty chairs are
 * taken away one by one, until so many are left. `tells`: whoever signed up tells what they bring
 * back, one after another.
 */
export interface Phase {
  kind: PhaseKind;
  planned_ms: number;
  title_code?: string;
  opening_code?: string;
  closing_code?: string;
  title?: string;
  opening?: string;
  closing?: string;
  entry?: EntryRule | null;
  exit_rule?: ExitRule | null;
  order?: QueueOrder | null;
  seat_minutes?: number | null;
  chairs_to?: number | null;
  tells?: boolean;
}

/** A Wi-Fi of the room, as part of a plan; every field is that of `SetWifi`. */
export interface RoomWifi {
  network?: string;
  password?: string;
  security?: WifiSecurity;
  hidden?: boolean;
}

/**
 * What Space means, who makes room, and what U and Shift+U would take back and forth.
 *
 * `undo_instead` is the latest action that can be taken back where `undo` cannot: something was
 * built on it.
 */
export interface ActionSlice {
  next: NextSlice | null;
  makes_room: MakesRoom | null;
  undo: number | null;
  undo_instead: number | null;
  redo: number | null;
}

/** A call in the air; without a deadline for somebody without a phone. */
export interface CallView {
  call: number;
  request: number;
  person: Label;
  chair: number;
  walking: boolean;
  deadline_run_ms: number | null;
  phone: boolean;
  where: string;
}

/** Everybody who waits, and everybody who is on the way. */
export interface ConsoleQueueSlice {
  items: QueueItem[];
  calls: CallView[];
  pace: PaceView | null;
}

/**
 * A topic in any state, with who suggested it.
 *
 * `merged` lists the titles that it stands for as well. When the session clock shows `due_run_ms`
 * its time is up.
 */
export interface ConsoleTopic {
  id: number;
  title: string;
  state: TopicState;
  by: Label | null;
  ran_ms: number;
  began_run_ms: number | null;
  due_run_ms: number | null;
  merged: string[];
}

/**
 * Topics in the order in which they came; `next` is what the votes would take up.
 *
 * Of those that are suggested, and of those that were set aside, the first are sent; `more` counts
 * the others of a state that has any.
 */
export interface ConsoleTopicsSlice {
  topics: ConsoleTopic[];
  next: number | null;
  more: Record<string, number>;
}

/**
 * Something that happened: the stored event name, and what its sentence needs.
 *
 * `undo` is the action that taking this back would undo, where that is possible now. `by` is the
 * role of a helper who did it, `until_ms` until when a break lasts.
 */
export interface LogLine {
  seq: number;
  at_ms: number;
  event: string;
  person: Label | null;
  other: Label | null;
  chair: number | null;
  title: string | null;
  minutes: number | null;
  count: number | null;
  why: string | null;
  phase: number | null;
  own: boolean;
  undo: number | null;
  by: string | null;
  until_ms: number | null;
}

/** What happened lately, newest first. */
export interface LogSlice {
  lines: LogLine[];
}

/**
 * Who should leave next, and why; before `minute_until_run_ms` they finish a thought.
 *
 * `takes` has tapped in and gets this very chair.
 */
export interface MakesRoom {
  turn: number;
  person: Label;
  chair: number;
  why: ExitWhy;
  began_run_ms: number;
  minute_until_run_ms: number | null;
  takes: Label | null;
}

/**
 * The one next action: `do` names the command, `args` are its fields.
 *
 * `calm` actions are offered quietly; `hold` ones need the key held for a second. `words` are to be
 * read aloud.
 */
export interface NextSlice {
  do: string;
  args: Record<string, number | string | null>;
  person: Label | null;
  chair: number | null;
  leaves: Label | null;
  calm: boolean;
  hold: boolean;
  words: string;
}

/**
 * A waiting request. `seated_ms` is the person's time in the bowl so far.
 *
 * `why` tells why it stands there; `topic` is the one under which it was made; `where` is where the
 * person said that they sit. `origin` is where they were, if they tell what they bring back.
 */
export interface QueueItem {
  request: number;
  person: Label;
  kind: RequestKind;
  words: string;
  asked_at_ms: number;
  turns: number;
  seated_ms: number;
  phone: boolean;
  resting: boolean;
  why: WhyView;
  topic: number | null;
  group: string;
  where: string;
  origin: string;
}

/** Why somebody stands in a place: the same numbers as in the phones' `whys`. */
export interface WhyView {
  reason: Reason;
  ahead: number;
  replies: number;
  overtaken: number;
}

/** The generation of each role's links: another number means that they were taken back. */
export interface AccessSlice {
  facilitator: number;
  co_facilitator: number;
  note_taker: number;
  runner: number;
  stage_monitor: number;
}

/**
 * The address in the QR, and what the wall shows, for the console.
 *
 * `screen` is what the displays draw unless `showing` is blank; `kept` tells that the topics stay
 * there, whoever is called.
 */
export interface AddressSlice {
  join_url: string;
  join_text: string;
  chosen: string;
  wall: Wall;
  screen: WallScreen;
  kept: boolean;
  showing: Showing;
  invited: boolean;
}

/** How the talk is shared, in the session and in the current topic, as sums to count on from. */
export interface EquitySlice {
  session: TalkView;
  topic: TalkView | null;
}

/** How well the talk is shared: people who joined, voices heard, turns taken. */
export interface FiguresSlice {
  people: number;
  voices: number;
  turns: number;
  hidden: number;
  out: number;
  points: number;
}

/** A stretch of the floor: a turn's, or the facilitator's without one; may go on. */
export interface FloorLine {
  turn: number | null;
  person: Label | null;
  from_run_ms: number;
  until_run_ms: number | null;
}

/** What the facilitator may want to be told, most important first; and when they want it. */
export interface NudgesSlice {
  items: NudgeView[];
  share_percent: number;
  silent_ms: number;
  empty_ms: number;
}

/**
 * A hint that is due at `due_run_ms` if nothing happens until then; first ones first.
 *
 * `do` and `args` are the remedy; `key` tells one hint from the next of its kind.
 */
export interface NudgeView {
  key: string;
  code: NudgeCode;
  due_run_ms: number;
  since_run_ms: number;
  person: Label | null;
  chair: number | null;
  count: number;
  title: string;
  people: Label[];
  do: string;
  args: Record<string, number | string | boolean | null>;
}

/**
 * Who talked in a scope; `tracked` tells whether the floor counts, or time on a chair.
 *
 * `marked`: the floor was marked, if for too little to count. The facilitator's own share stands
 * apart; it is known by the floor alone. `topic` is `null` for the whole session.
 */
export interface TalkView {
  topic: number | null;
  title: string;
  tracked: boolean;
  voices: VoiceView[];
  facilitator_ms: number;
  facilitator_since_run_ms: number | null;
  marked: boolean;
}

/** The last turns and the last stretches of the floor, newest first. */
export interface TimelineSlice {
  turns: TurnLine[];
  floor: FloorLine[];
}

/** A turn on the timeline; `ended_run_ms` is `null` while it goes on. */
export interface TurnLine {
  turn: number;
  person: Label;
  chair: number;
  began_run_ms: number;
  ended_run_ms: number | null;
}

/**
 * A voice with its person. `first` marks who has had one turn so far and no more.
 *
 * `minutes` are runs of minutes of the session clock in which the voice was heard, as the first and
 * the last of each; what goes on since `since_run_ms` is not in them.
 */
export interface VoiceView {
  talk_ms: number;
  since_run_ms: number | null;
  longest_ms: number;
  person: Label;
  turns: number;
  first: boolean;
  minutes: [number, number][];
}

/** Whether the conversation web is turned on; once the session is over, why it is not shown. */
export interface WebSlice {
  on: boolean;
  refusal: "chatham_house" | "few_marks" | "few_voices" | null;
}

/** Who is at this console: their role, and the commands (`do`) that it may send. */
export interface YouSlice {
  role: Role;
  may: string[];
}

/** How the talk is shared, without names; empty unless the facilitator shows it on the wall. */
export interface BalanceSlice {
  shown: boolean;
  tracked: boolean;
  voices: VoiceSum[];
}

/** Somebody who was called and has not sat down yet, and when, on the session clock. */
export interface CalledView {
  chair: number;
  person: Label;
  called_run_ms: number;
}

/** The first who wait, and how many there are in all. */
export interface DisplayQueueSlice {
  first: WaitingView[];
  count: number;
}

/**
 * What one voice has talked: `talk_ms` is over, `since_run_ms` is when what goes on began.
 *
 * `longest_ms` is the longest turn that is over.
 */
export interface VoiceSum {
  talk_ms: number;
  since_run_ms: number | null;
  longest_ms: number;
}

/** Somebody in the queue, as the wall shows it. */
export interface WaitingView {
  person: Label;
  kind: RequestKind;
}

/**
 * What the wall shows, and how to get in. `join_url` is what the QR says.
 *
 * `screen` is what a display draws unless `showing` is blank; `what` is what was asked for.
 * `called` are the calls in the air, the first call first. `voices` counts people who have sat in
 * the bowl: the closing thanks them. The clocks of a frozen wall stand at `stands_at_ms`.
 */
export interface WallSlice {
  what: Wall;
  screen: WallScreen;
  showing: Showing;
  stands_at_ms: number | null;
  invited: boolean;
  join_url: string;
  join_text: string;
  voices: number;
  called: CalledView[];
}

/**
 * People who came in the same minute: from one to another by their ids, and how many.
 *
 * `people` are the first of them.
 */
export interface ArrivalGroup {
  since: number;
  up_to: number;
  from_ms: number;
  count: number;
  people: Label[];
}

/**
 * Who waits at the door, those who came last first.
 *
 * `is_open` tells whether new people wait now; by its size the room makes them wait from `opens_at`
 * people on. `waiting` counts who waits, `up_to` is the last of them. `sent_back` counts those who
 * were sent back and do not ask to be let in.
 */
export interface DoorSlice {
  waiting_room: WaitingRoom;
  is_open: boolean;
  expected: number;
  opens_at: number;
  waiting: number;
  up_to: number;
  sent_back: number;
  groups: ArrivalGroup[];
}

/** All notes as they were written, oldest first. */
export interface NotesSlice {
  notes: NoteView[];
}

/**
 * A note. `topic` is the one that it stands under now, `null` for none.
 *
 * Who does it is a `person` in the room, or `owner`; `due` is a day, like 2026-12-01. `check` tells
 * that it may name somebody who asked to be forgotten since.
 */
export interface NoteView {
  id: number;
  kind: NoteKind;
  words: string;
  at_ms: number;
  topic: number | null;
  person: Label | null;
  owner: string;
  due: string;
  link: string;
  check: boolean;
}

/**
 * What only one person's phones are told; never broadcast. `person` is 0 before joining.
 *
 * `public_id` is the number by which everybody's screens know the person. `where` is where the
 * person said that they sit; `credited` whether the person chose to be named in the summary.
 * `let_in` are votes that the person came too late for and may take part in all the same,
 * `code_typed` those for which they have typed the code from the wall. `at_door` tells that they
 * are not in yet, or not any more.
 */
export interface MeSlice {
  person: number;
  label: Label | null;
  out: boolean;
  forgotten: boolean;
  turns: number;
  turn: MyTurn | null;
  request: MyRequest | null;
  topics: MyTopic[];
  group: string;
  public_id: number;
  read: number;
  let_in: number[];
  code_typed: number[];
  dots: MyDots[];
  thumb: MyThumb | null;
  questions: MyQuestion[];
  upvoted: number[];
  where: string;
  credited: boolean;
  points: MyPoint[];
  takeaways: MyTakeaway[];
  answers: MyAnswer[];
  at_door: AtDoor;
}

/** The dots of this person on one topic, in the vote named. */
export interface MyDots {
  vote: number;
  topic: number;
  dots: number;
}

/** A point that this person left in writing; with a `request`, after the end. */
export interface MyPoint {
  id: number;
  words: string;
  request: number | null;
}

/** A question of this person, and for what it was set aside. */
export interface MyQuestion {
  id: number;
  words: string;
  state: QuestionState;
  why: AsideWhy | null;
}

/**
 * The open request of the person whose phone this is.
 *
 * `listed` is the number by which it stands in the queue that all phones share. `deadline_run_ms`
 * is until when a call is in the air; `last` tells how the last call came to nothing. `tapped` is
 * the chair that they would like to take over. `topic` is the one under which it was made; `wanted`
 * asks whether the chair is still wanted. `gave_to` and `given_by` tell with whom the place was
 * exchanged.
 */
export interface MyRequest {
  request: number;
  listed: number;
  kind: RequestKind;
  words: string;
  state: RequestState;
  call: number | null;
  chair: number | null;
  deadline_run_ms: number | null;
  last: CallEnd;
  misses: number;
  tapped: number | null;
  topic: number | null;
  wanted: boolean;
  snoozed_until_run_ms: number | null;
  gave_to: Label | null;
  given_by: Label | null;
}

/** What this person said when asked whether to go on. */
export interface MyThumb {
  thumbs: number;
  way: Thumb;
}

/** A topic that this person suggested. */
export interface MyTopic {
  id: number;
  title: string;
  state: TopicState;
}

/**
 * The turn of the person whose phone this is.
 *
 * `tapped_by` takes over when they have finished. `minute` tells whether one more minute was asked
 * for, `minute_until_run_ms` until when it runs.
 */
export interface MyTurn {
  turn: number;
  chair: number;
  began_run_ms: number;
  asked: boolean;
  offered: boolean;
  nudged_at_ms: number | null;
  tapped_by: Label | null;
  minute: boolean;
  minute_until_run_ms: number | null;
}

/**
 * Who waits, in order, one string a column, ids apart by blanks; kinds as one letter each.
 *
 * `whys` has for each the reason of the place with its numbers, apart by colons: how many who came
 * later go first by the order, how many because they reply, and how often the order has stepped
 * over this request so far. Zeroes at the end are left out; a dot is arrival.
 */
export interface PhoneQueueSlice {
  requests: string;
  people: string;
  kinds: string;
  next: Label[];
  whys: string;
  pace: PaceView | null;
}

/** Somebody whom the microphone may have to find: who, and where they said that they sit. */
export interface FindView {
  person: Label;
  where: string;
}

/** A call in the air, the oldest first: who is expected on which chair, and from where. */
export interface RunnerCall {
  call: number;
  person: Label;
  where: string;
  chair: number;
  walking: boolean;
  deadline_run_ms: number | null;
}

/** Who is on the way, who is likely to be called after them, and how many wait in all. */
export interface RunnerSlice {
  calls: RunnerCall[];
  next: FindView[];
  count: number;
}

/** The chairs in the order of their numbers. */
export interface BowlSlice {
  chairs: ChairView[];
}

/**
 * One chair. `began_run_ms` is `null` where seated times are not shown.
 *
 * A `closing` chair goes away when it is left; a free one that is kept for its host or guest, or
 * that nobody can ask for any more, is `empty`. `asked` tells that somebody is to make room here,
 * asked by hand or tapped.
 */
export interface ChairView {
  no: number;
  state: "empty" | "held" | "open" | "seated" | "speaking";
  kind: ChairKind;
  closing: boolean;
  person: Label | null;
  turn: number | null;
  began_run_ms: number | null;
  asked: boolean;
  offered: boolean;
}

/**
 * The session clock as instants; see `clock.js` for how faces count with it.
 *
 * `break_until_ms` is until when the room rests; `null` if it does not.
 */
export interface ClockSlice {
  state: ClockState;
  planned_ms: number;
  started_at_ms: number | null;
  paused_at_ms: number | null;
  paused_ms: number;
  closed_at_ms: number | null;
  break_until_ms: number | null;
}

/**
 * How to call a person: `name` is empty for hidden, unnamed and forgotten people, who are shown as
 * "Guest `no`"; `twin` from 2 tells people of one name apart.
 */
export interface Label {
  id: number;
  name: string;
  no: number;
  twin: number;
}

/** About how long one place takes; the first `free` places have a chair already. */
export interface PaceView {
  low_ms: number;
  high_ms: number;
  free: number;
}

/** A stretch of a pair share; the recall lasts until the next phase. */
export interface PairStepView {
  step: PairStepName;
  from_run_ms: number;
  to_run_ms: number | null;
}

/** The rules that hold now. */
export interface RulesSlice {
  entry: EntryRule;
  exit_rule: ExitRule;
  order: QueueOrder;
  patience: number;
}

/**
 * The run of show, and what time has come to in it.
 *
 * `index` is the phase that goes on, -1 before the start; `began_run_ms` has an instant for every
 * phase up to it. `steps` divide a pair share. `due`: the planned minutes are over; `queue_closed`:
 * the last minutes have begun, nobody new can ask. `last_run_ms` is when they begin, if they do in
 * this phase; `opened_by_hand` that they were called off.
 */
export interface RunSlice {
  format: string;
  phases: Phase[];
  index: number;
  began_run_ms: number[];
  steps: PairStepView[];
  due: boolean;
  queue_closed: boolean;
  opened_by_hand: boolean;
  last_run_ms: number | null;
}

/**
 * The frame of the session. `summary` is the path of the published summary.
 *
 * `question` is the one that goes on, the session's `question_no`-th. Phones may join from
 * `opens_at_ms` until `closes_at_ms`; 0 is at once, and never. `starts_at_ms` is when it is planned
 * to begin, `keep_until_ms` when people are forgotten. With `waiting_room` new people wait at the
 * door. `recording` tells that somebody records the talk. `language` is that of the talk, as far as
 * somebody has said it. With `under_18` no pass is offered.
 */
export interface SessionSlice {
  code: string;
  question: string;
  event: string;
  state: ClockState;
  attribution: Attribution;
  chair_count: number;
  open_chairs: number;
  seat_limit_ms: number;
  show_times: boolean;
  show_balance: boolean;
  wall_names: boolean;
  wall_counts: boolean;
  wall_queue: boolean;
  last_ms: number;
  language: string;
  door_locked: boolean;
  summary: string | null;
  starts_at_ms: number;
  opens_at_ms: number;
  closes_at_ms: number;
  keep_until_ms: number;
  keeps: "nothing" | "published";
  recording: boolean;
  waiting_room: boolean;
  question_no: number;
  under_18: boolean;
}

/** The topics that were put up, in the order in which they came. */
export interface TopicsSlice {
  topics: TopicView[];
}

/**
 * A topic that may be shown. `began_run_ms` is when it became current, if it is.
 *
 * `ran_ms` is how long it was talked about before.
 */
export interface TopicView {
  id: number;
  title: string;
  state: TopicState;
  ran_ms: number;
  began_run_ms: number | null;
}

/** The Wi-Fi of the room; an empty `network` is none. `set_seq` tells QR from QR. */
export interface WifiSlice {
  network: string;
  password: string;
  security: WifiSecurity;
  hidden: boolean;
  set_seq: number;
}

/**
 * Somebody who is asked to make room.
 *
 * `takes` has tapped in and gets this chair; before `minute_until_run_ms` the one who sits there
 * finishes a thought.
 */
export interface RoomView {
  chair: number;
  takes: Label | null;
  minute_until_run_ms: number | null;
}

/**
 * Who is on the way, who is likely to be called after them, and who is to make room.
 *
 * `count` is how many wait in all.
 */
export interface StageSlice {
  calls: CalledView[];
  next: Label[];
  count: number;
  room: RoomView[];
}

/** An answer of the debrief. */
export interface ConsoleAnswer {
  id: number;
  stage: DebriefStage;
  words: string;
  by: Label;
  state: WordsState;
}

/**
 * Answers as they came; `next` is the stage that comes after the open one.
 *
 * Of the many of a stage the first are sent, those that wait before others; `more` counts the rest
 * by stage.
 */
export interface ConsoleAnswersSlice {
  answers: ConsoleAnswer[];
  next: DebriefStage | null;
  more: Record<string, number>;
}

/**
 * A takeaway that somebody shares; what is private is on no console.
 *
 * `words` are as others are told it; `into` is the takeaway in whose place it is told.
 */
export interface ConsoleTakeaway {
  id: number;
  kind: TakeawayKind;
  words: string;
  by: Label;
  due: string;
  state: WordsState;
  into: number | null;
  origin: string;
}

/**
 * Shared takeaways as they came: of many the first, those that wait before others.
 *
 * `more` counts the rest, under `takeaways`.
 */
export interface ConsoleTakeawaysSlice {
  takeaways: ConsoleTakeaway[];
  more: Record<string, number>;
}

/**
 * What the room is asked for now.
 *
 * `taking`: phones offer to keep a takeaway; `shared` counts those that are not private. `stage` of
 * the debrief is open, and `answered` people have answered in it. `bringing`: phones ask what one
 * brings back from elsewhere, and so many `tellers` have signed up.
 */
export interface LookingBackSlice {
  taking: boolean;
  shared: number;
  stage: DebriefStage | null;
  answered: number;
  bringing: boolean;
  tellers: number;
}

/** What this person answered in the debrief. */
export interface MyAnswer {
  id: number;
  stage: DebriefStage;
  words: string;
  state: WordsState;
}

/**
 * What this person keeps. `closed` tells that a commitment is done, `end` how it went.
 *
 * `edited` are the words in which others are told it, if they are not one's own.
 */
export interface MyTakeaway {
  id: number;
  kind: TakeawayKind;
  words: string;
  shared: boolean;
  due: string;
  state: WordsState;
  closed: boolean;
  end: string;
  edited: string;
  origin: string;
}

/** What this session leaves open, what is due first, and at the end what of it is closed. */
export interface OpenItemsSlice {
  items: OpenItemView[];
}

/** Something that stays open until somebody closes it; `end` tells how it went. */
export interface OpenItemView {
  id: number;
  kind: ItemKind;
  words: string;
  by: Label | null;
  owner: string;
  due: string;
  closed: boolean;
  end: string;
}

/** What was put up, the latest first: takeaways, and answers of the stage that is open. */
export interface QuotesSlice {
  takeaways: QuoteView[];
  answers: QuoteView[];
}

/** Somebody's words on the wall; `by` is `null` where the attribution names nobody. */
export interface QuoteView {
  id: number;
  words: string;
  by: Label | null;
  kind: TakeawayKind;
  origin: string;
}

/**
 * The round in which people tell what they bring back, for its planning.
 *
 * `still` have to tell, and `missing` of them are not in the queue yet. `minutes` each have in the
 * time that is planned; `origins` are the places that they come from, in their order.
 */
export interface RoundSlice {
  open: boolean;
  still: number;
  missing: number;
  minutes: number;
  origins: string[];
}

/**
 * Written words that nobody has looked at yet, and that therefore are not in the summary.
 *
 * `takeaways` and `answers` are named by their ids: they are listed elsewhere.
 */
export interface UnseenSlice {
  takeaways: number[];
  answers: number[];
  written: WrittenView[];
}

/** A point that was left in writing, or what somebody waited with until the end. */
export interface WrittenView {
  id: number;
  kind: "point" | "request";
  words: string;
  by: Label;
}

/** How many dots a topic has. */
export interface TopicDots {
  topic: number;
  dots: number;
}

/**
 * The last vote; `vote` is 0 if there was none. `dots` is how many each person has.
 *
 * `voted` counts people. Topics without dots are left out of `counts`. `closes_at_ms` is the
 * instant of session time at which an open vote ends by itself. Where it is `fixed`, only those
 * vote whose number is below that of the vote, and who were let in. `with_code` tells that phones
 * are asked for the `code`, which only the wall and the console show. `voters` counts who has a
 * phone and may vote, for the wall and the console; `late` names who came in after it was opened
 * (`late_count` of them), for the console alone.
 */
export interface VoteSlice {
  vote: number;
  dots: number;
  open: boolean;
  closes_at_ms: number | null;
  voted: number;
  counts: TopicDots[];
  fixed: boolean;
  with_code: boolean;
  code: string;
  voters: number;
  late: Label[];
  late_count: number;
}

/**
 * Whether to go on with the current topic; `thumbs` is 0 if nobody was asked about it.
 *
 * How the thumbs stand is told once they are down, so that nobody follows the others.
 * `closes_at_ms` and `fixed` as in a vote; nobody is let in.
 */
export interface ThumbsSlice {
  thumbs: number;
  open: boolean;
  fixed: boolean;
  closes_at_ms: number | null;
  answered: number;
  go_on: number | null;
  move_on: number | null;
  suggested: Thumb | null;
}

/** A question that was put up; who asked it is not shown to the room. */
export interface QuestionView {
  id: number;
  words: string;
  state: QuestionState;
}

/** The questions that were put up, and which of them is on the wall. */
export interface QuestionsSlice {
  questions: QuestionView[];
  shown: number | null;
}

/** How many people stand behind each question, in the order of the questions. */
export interface UpvotesSlice {
  votes: number[];
}

/** The question that the wall shows, and how many people stand behind it. */
export interface ShownSlice {
  question: QuestionView | null;
  votes: number;
}

/** A question in any state; `why` tells for what it was set aside. */
export interface ConsoleQuestion {
  id: number;
  words: string;
  state: QuestionState;
  why: AsideWhy | null;
  by: Label;
  votes: number;
}

/**
 * Questions, and which of them is on the wall.
 *
 * They stand state by state in the order in which they came, those that are up by their votes. Of
 * each state the first are sent, and `more` counts the others of a state that has any.
 */
export interface ConsoleQuestionsSlice {
  questions: ConsoleQuestion[];
  shown: number | null;
  more: Record<string, number>;
}

/** Every slice of the phone, under its name on the wire. */
export interface PhoneSlices {
  session: SessionSlice;
  rules: RulesSlice;
  run: RunSlice;
  clock: ClockSlice;
  bowl: BowlSlice;
  queue: PhoneQueueSlice;
  topics: TopicsSlice;
  vote: VoteSlice;
  thumbs: ThumbsSlice;
  questions: QuestionsSlice;
  upvotes: UpvotesSlice;
  looking_back: LookingBackSlice;
  me: MeSlice;
}

/** Every slice of the console, under its name on the wire. */
export interface ConsoleSlices {
  you: YouSlice;
  access: AccessSlice;
  session: SessionSlice;
  rules: RulesSlice;
  run: RunSlice;
  clock: ClockSlice;
  bowl: BowlSlice;
  queue: ConsoleQueueSlice;
  action: ActionSlice;
  topics: ConsoleTopicsSlice;
  notes: NotesSlice;
  vote: VoteSlice;
  thumbs: ThumbsSlice;
  looking_back: LookingBackSlice;
  takeaways: ConsoleTakeawaysSlice;
  answers: ConsoleAnswersSlice;
  round: RoundSlice;
  unseen: UnseenSlice;
  open_items: OpenItemsSlice;
  questions: ConsoleQuestionsSlice;
  log: LogSlice;
  door: DoorSlice;
  figures: FiguresSlice;
  equity: EquitySlice;
  nudges: NudgesSlice;
  web: WebSlice;
  timeline: TimelineSlice;
  wifi: WifiSlice;
  address: AddressSlice;
}

/** Every slice of the display, under its name on the wire. */
export interface DisplaySlices {
  session: SessionSlice;
  rules: RulesSlice;
  run: RunSlice;
  clock: ClockSlice;
  bowl: BowlSlice;
  queue: DisplayQueueSlice;
  topics: TopicsSlice;
  vote: VoteSlice;
  thumbs: ThumbsSlice;
  shown: ShownSlice;
  looking_back: LookingBackSlice;
  quotes: QuotesSlice;
  balance: BalanceSlice;
  wall: WallSlice;
  wifi: WifiSlice;
}

/** Every slice of the runner, under its name on the wire. */
export interface RunnerSlices {
  session: SessionSlice;
  rules: RulesSlice;
  clock: ClockSlice;
  bowl: BowlSlice;
  runner: RunnerSlice;
}

/** Every slice of the stage, under its name on the wire. */
export interface StageSlices {
  session: SessionSlice;
  run: RunSlice;
  clock: ClockSlice;
  bowl: BowlSlice;
  topics: TopicsSlice;
  shown: ShownSlice;
  stage: StageSlice;
}

/** Take all links of a role back; the next one that is handed out is another one. */
export interface RevokeLinks {
  do: "revoke_links";
  role: HelperRole;
}

/** Make another link to the console and take the old one back; the owner alone does that. */
export interface RenewLink {
  do: "renew_link";
}

/** Seat a known person on a free chair, whatever the queue says. */
export interface SeatPerson {
  do: "seat_person";
  person: number;
  chair: number;
}

/** Seat somebody without a phone at once; the name is optional and can come later. */
export interface SeatWalkUp {
  do: "seat_walk_up";
  chair: number;
  name?: string;
}

/** End a turn: by the facilitator, or by oneself ("leave my chair"). */
export interface FreeChair {
  do: "free_chair";
  turn: number;
}

/** Move a turn to another chair; two people exchange chairs when it is taken. */
export interface MovePerson {
  do: "move_person";
  turn: number;
  chair: number;
}

/** One person leaves, the other sits down on the same chair: one action, one undo. */
export interface TakeOver {
  do: "take_over";
  request: number;
  turn: number;
}

/** Ask a seated person to make room; their phone and, kindly, the wall say so. */
export interface AskToMakeRoom {
  do: "ask_to_make_room";
  turn: number;
}

/** A seated person offers to make room for whoever waits; with `on` false, not any more. */
export interface OfferRoom {
  do: "offer_room";
  turn: number;
  on?: boolean;
}

/** Remind a seated person of the time, on their own phone only. */
export interface NudgePerson {
  do: "nudge_person";
  turn: number;
}

/** Say who a chair is for; no rule ever names who sits on a host's or a guest's chair. */
export interface SetChairKind {
  do: "set_chair_kind";
  chair: number;
  kind: ChairKind;
}

/** Have more chairs or fewer; nobody has to leave for it, taken chairs close when left. */
export interface ChangeChairs {
  do: "change_chairs";
  count: number;
}

/** Take one empty chair out of the bowl. */
export interface TakeChairAway {
  do: "take_chair_away";
  chair: number;
}

/** Take the open chair without being called; who comes a moment too late waits in line. */
export interface TakeChair {
  do: "take_chair";
  chair: number;
}

/** Name the person whose chair one would like to take over. */
export interface TapIn {
  do: "tap_in";
  turn: number;
}

/** Give one's own chair to the person who has tapped in on it. */
export interface HandOver {
  do: "hand_over";
  turn: number;
}

/** Ask for one more minute to finish a thought, once a turn. */
export interface AskMinute {
  do: "ask_minute";
  turn: number;
}

/** The minute that a seated person asked for is over. */
export interface EndMinute {
  do: "end_minute";
  turn: number;
}

/** Let all speakers leave together and call the next ones; `turn` is one of those seen. */
export interface SwapGroup {
  do: "swap_group";
  turn: number;
}

/** Ask the phones one of the three questions; the one before is closed with it. */
export interface OpenDebrief {
  do: "open_debrief";
  stage: DebriefStage;
}

/** Take no more answers. */
export interface CloseDebrief {
  do: "close_debrief";
}

/** Answer the question of the stage that is open. */
export interface AnswerDebrief {
  do: "answer_debrief";
  stage: DebriefStage;
  words: string;
}

/** Put an answer of one's own otherwise. */
export interface EditAnswer {
  do: "edit_answer";
  answer: number;
  words: string;
}

/** Take back an answer of one's own. */
export interface TakeBackAnswer {
  do: "take_back_answer";
  answer: number;
}

/** Let the wall show an answer. */
export interface PutUpAnswer {
  do: "put_up_answer";
  answer: number;
}

/** Leave an answer out, of the wall and of the summary; its author is told. */
export interface SetAsideAnswer {
  do: "set_aside_answer";
  answer: number;
}

/** Mark which turn is talking; `null` for nobody. */
export interface GiveFloor {
  do: "give_floor";
  turn: number | null;
}

/** Mark that the facilitator is talking: kept apart from everybody else's time. */
export interface TakeFloor {
  do: "take_floor";
}

/**
 * Say who really talked in a stretch: a turn, the facilitator, or (neither) nobody.
 *
 * Whoever was marked for it loses it.
 */
export interface CorrectFloor {
  do: "correct_floor";
  from_run_ms: number;
  until_run_ms: number;
  turn?: number | null;
  facilitator?: boolean;
}

/** Say when a turn really began or ended; `null` leaves that as it is. */
export interface CorrectTurn {
  do: "correct_turn";
  turn: number;
  began_run_ms?: number | null;
  ended_run_ms?: number | null;
}

/**
 * Go on to a later phase; those in between are left out.
 *
 * `seen` is the phase that went on when the button was pressed: if it is another by now, nothing is
 * left out by mistake.
 */
export interface BeginPhase {
  do: "begin_phase";
  index: number;
  seen?: number | null;
}

/** From phase `index` on, the run is these; what is over stays as it was. */
export interface EditRun {
  do: "edit_run";
  index: number;
  phases: Phase[];
}

/** Plan other minutes for a phase; the end moves with it. */
export interface SetPhaseMinutes {
  do: "set_phase_minutes";
  index: number;
  minutes: number;
}

/** Decide where `ms` that phases took too long come from; negative, where gained ones go. */
export interface RebalanceRun {
  do: "rebalance_run";
  how: RebalanceHow;
  ms: number;
}

/** The minutes of the current phase are over. */
export interface MarkPhaseDue {
  do: "mark_phase_due";
  index: number;
}

/** Let nobody new into the queue: the last minutes have begun. */
export interface CloseQueue {
  do: "close_queue";
}

/** Let people ask for a chair again; time will not close the queue a second time. */
export interface OpenQueue {
  do: "open_queue";
}

/**
 * Leave a point in writing, for the summary.
 *
 * Once the session is over, only with what one had waited with until the end: `request`.
 */
export interface LeavePoint {
  do: "leave_point";
  words: string;
  request?: number | null;
}

/** Take back a point that one left in writing. */
export interface WithdrawPoint {
  do: "withdraw_point";
  point: number;
}

/**
 * Choose what the room display shows: the bowl, or the QR over the whole wall.
 *
 * `known`: beside the QR of the session, one that invites to be known next time. `kept`: the result
 * of a vote stays there, also when the talk goes on.
 */
export interface ShowOnWall {
  do: "show_on_wall";
  what: Wall;
  kept?: boolean;
}

/** Time itself: the result of a vote has stood long enough, and the talk goes on. */
export interface ReturnToBowl {
  do: "return_to_bowl";
}

/** Let every display go on, keep the picture that it shows, or show nothing but water. */
export interface SetWall {
  do: "set_wall";
  showing: Showing;
}

/** Tell the room, kindly, that a chair is waiting for somebody. */
export interface InviteVoice {
  do: "invite_voice";
}

/**
 * Say which Wi-Fi the room uses, exactly as it is typed; an empty `network` is none.
 *
 * `hidden` networks do not call out their name, so that a phone has to be told to look.
 */
export interface SetWifi {
  do: "set_wifi";
  network: string;
  password?: string;
  security?: WifiSecurity;
  hidden?: boolean;
}

/** Time's own act: the end of the session is final, so the Wi-Fi's password goes for good. */
export interface EraseWifi {
  do: "erase_wifi";
}

/**
 * Begin the log: the question, and the rules that stand in the first event.
 *
 * What is left out is as the `format` has it; its phases are fitted into `minutes`, unless `phases`
 * names them one by one. `chair_count` includes the `open_chairs` that are kept free.
 * `seat_limit_minutes` is a hint for the time on a chair, never a lock. In the `last_minutes` of
 * the last bowl the queue closes; 0 leaves it open. `address` is the web address that phones on
 * this network can reach; empty lets the server choose.
 *
 * `starts_at_ms` is when it is planned to begin; nothing begins by itself. Phones may join from
 * `opens_at_ms` until `closes_at_ms`; 0 is at once, and never. At `keep_until_ms` names, pseudonyms
 * and words are deleted, but for the words that `keeps` names; 0 is never. With `under_18` nobody
 * is named, that date is needed, and no pass is offered. `language` is that of the talk; left
 * empty, the archive guesses it. Above one and a half times `expected_people` new people wait at
 * the door; 0 is not known, and nobody waits. `topics` are up from the beginning, and so is the
 * `wifi`. `entry` and what follows let a session begin with the rules of another one. `series` is
 * what it belongs to, `occasion` the date of the series that it is; `event` is the name that is
 * shown.
 */
export interface CreateSession {
  do: "create_session";
  code: string;
  question: string;
  event?: string;
  format?: string;
  phases?: Phase[];
  chair_count?: number | null;
  open_chairs?: number | null;
  minutes?: number | null;
  seat_limit_minutes?: number | null;
  last_minutes?: number;
  attribution?: Attribution;
  under_18?: boolean;
  address?: string;
  starts_at_ms?: number;
  opens_at_ms?: number;
  closes_at_ms?: number;
  keep_until_ms?: number;
  keeps?: "nothing" | "published";
  language?: string;
  expected_people?: number;
  topics?: string[];
  wifi?: RoomWifi | null;
  entry?: EntryRule | null;
  exit_rule?: ExitRule | null;
  order?: QueueOrder | null;
  kinds?: ChairKind[] | null;
  patience?: number | null;
  show_times?: boolean;
  show_balance?: boolean;
  share_percent?: 0 | 150 | 200 | 300 | null;
  silent_ms?: number | null;
  empty_ms?: number | null;
  series?: string;
  occasion?: string;
}

/**
 * Plan a session anew before it starts: everything that setting it up asks for, at once.
 *
 * Phases that are not named are those of the `format`, fitted into `minutes`. The `attribution` and
 * `under_18` are promises: they can change until somebody has come in. `topics` are those of the
 * facilitator; `null` leaves them, and likewise the `wifi`.
 */
export interface PlanSession {
  do: "plan_session";
  question: string;
  event?: string;
  format?: string;
  phases?: Phase[];
  chair_count: number;
  minutes?: number | null;
  seat_limit_minutes: number;
  attribution: Attribution;
  under_18?: boolean;
  starts_at_ms?: number;
  opens_at_ms?: number;
  closes_at_ms?: number;
  keep_until_ms?: number;
  keeps?: "nothing" | "published";
  language?: string;
  expected_people?: number;
  topics?: string[] | null;
  wifi?: RoomWifi | null;
  series?: string;
  occasion?: string;
}

/**
 * Change what was chosen at creation; a field left out stays as it is.
 *
 * Of the chairs `open_chairs` are kept open: when they are taken, somebody is to make room.
 * `wall_names`, `wall_counts` and `wall_queue` are what the room display may show. A hint is due
 * when a voice has `share_percent` of the median talk, when somebody on a chair has not had the
 * floor for `silent_ms`, and when a chair has been empty for `empty_ms`; 0 is never. The server
 * finds the `series` by the name in `event`; what a client says of it is ignored.
 */
export interface ChangeSettings {
  do: "change_settings";
  question?: string | null;
  event?: string | null;
  open_chairs?: number | null;
  seat_limit_minutes?: number | null;
  show_times?: boolean | null;
  show_balance?: boolean | null;
  wall_names?: boolean | null;
  wall_counts?: boolean | null;
  wall_queue?: boolean | null;
  last_minutes?: number | null;
  share_percent?: 0 | 150 | 200 | 300 | null;
  silent_ms?: number | null;
  empty_ms?: number | null;
  address?: string | null;
  starts_at_ms?: number | null;
  opens_at_ms?: number | null;
  closes_at_ms?: number | null;
  keep_until_ms?: number | null;
  keeps?: "nothing" | "published" | null;
  expected_people?: number | null;
  series?: string | null;
}

/**
 * Go on to another question; the one before stays in the record, with its time.
 *
 * To put the same question otherwise, change the settings.
 */
export interface NextQuestion {
  do: "next_question";
  question: string;
}

/** Say in which language the talk is; empty lets it be guessed from the words again. */
export interface SetLanguage {
  do: "set_language";
  language: string;
}

/**
 * Show who spoke straight after whom, in the summary and the replay, or show it no more.
 *
 * It is off at first. Where speakers were marked too rarely, or few spoke, nothing is shown.
 */
export interface ShowWeb {
  do: "show_web";
  on: boolean;
}

/**
 * File a session under a series, or under none if `series` is empty.
 *
 * The `event` is the name that is shown; `null` leaves it as it is.
 */
export interface FileUnderSeries {
  do: "file_under_series";
  series: string;
  occasion?: string;
  event?: string | null;
}

/**
 * Change, live, how people get in, who makes room and who is next; `null` leaves a rule.
 *
 * `patience` is how often the order may step over somebody.
 */
export interface ChangeRules {
  do: "change_rules";
  entry?: EntryRule | null;
  exit_rule?: ExitRule | null;
  order?: QueueOrder | null;
  patience?: number | null;
}

/** Start the session clock; until then the room gathers. */
export interface StartSession {
  do: "start_session";
}

/** End the session: everybody leaves the bowl, the summary is there. */
export interface CloseSession {
  do: "close_session";
}

/** Stop session, seat and floor clocks. */
export interface PauseClock {
  do: "pause_clock";
}

/** Let the stopped clocks run on; a break is over with it. */
export interface ResumeClock {
  do: "resume_clock";
}

/** Let the room rest until an instant, with all clocks stopped; in a break, set another one. */
export interface BeginBreak {
  do: "begin_break";
  until_ms: number;
}

/** Add minutes to the end (or take some away, with a negative number). */
export interface ExtendClock {
  do: "extend_clock";
  minutes: number;
}

/** Let nobody new in; who is in stays in and can come back. */
export interface LockDoor {
  do: "lock_door";
}

/** Let new people in again. */
export interface UnlockDoor {
  do: "unlock_door";
}

/** Take a facilitator's action back; on an undo, this is the redo. */
export interface UndoAction {
  do: "undo_action";
  action: number;
}

/** Time's own act: the sum of what the room signalled under a topic, or under none. */
export interface TotalSignals {
  do: "total_signals";
  topic?: number | null;
  agree?: number;
  thanks?: number;
  surprised?: number;
  slower?: number;
  microphone?: number;
}

/**
 * Write a note under `topic`; without one, under what is talked about now.
 *
 * `person` is somebody in the room who will do it, `owner` anybody else, `due` the day by when,
 * like 2026-12-01.
 */
export interface AddNote {
  do: "add_note";
  kind: NoteKind;
  words: string;
  topic?: number | null;
  person?: number | null;
  owner?: string;
  due?: string;
  link?: string;
}

/**
 * Change what is given of a note, and leave the rest.
 *
 * `person` or `owner` replace whoever it was before; an empty `owner` is nobody.
 */
export interface EditNote {
  do: "edit_note";
  note: number;
  kind?: NoteKind | null;
  words?: string | null;
  topic?: number | null;
  person?: number | null;
  owner?: string | null;
  due?: string | null;
  link?: string | null;
}

/** Take a note away; undo brings it back. */
export interface RemoveNote {
  do: "remove_note";
  note: number;
}

/** Say that a note which may have spoken of a forgotten person stays as it is. */
export interface CheckNote {
  do: "check_note";
  note: number;
}

/** Come in by phone under a name of one's own choice. */
export interface JoinSession {
  do: "join_session";
  name: string;
}

/**
 * Bring a list of people without phones in: one command, one undo.
 *
 * With `chairs` the first ones sit down on the free chairs, as far as those are not kept open, and
 * the others wait in the queue.
 */
export interface AddPeople {
  do: "add_people";
  people: NewPerson[];
  place?: "chairs" | "queue" | "room";
}

/** Give a person another name; people may rename themselves. */
export interface RenamePerson {
  do: "rename_person";
  person: number;
  name: string;
}

/** Show a person everywhere at once as a numbered guest. */
export interface HideName {
  do: "hide_name";
  person: number;
}

/** Show a hidden name again. */
export interface ShowName {
  do: "show_name";
  person: number;
}

/** Send a person out of the session and keep them out. */
export interface SendOut {
  do: "send_out";
  person: number;
}

/** Let a person who was sent out come back. */
export interface ReadmitPerson {
  do: "readmit_person";
  person: number;
}

/** Say which group one speaks for, in a word of one's own; empty takes it back. */
export interface SetGroup {
  do: "set_group";
  person: number;
  group?: string;
}

/** Say where one sits, so that the microphone finds the way; empty takes it back. */
export interface SayWhere {
  do: "say_where";
  words: string;
}

/** Delete everything held about a person, for good; this cannot be undone. */
export interface ForgetPerson {
  do: "forget_person";
  person: number;
}

/**
 * Forget everybody: the date until which people were to be kept has come.
 *
 * What stays is as the session's `keeps` says.
 */
export interface ForgetEverybody {
  do: "forget_everybody";
}

/** Say that a guest without a phone is a person who has come in since: all is theirs. */
export interface MergePeople {
  do: "merge_people";
  guest: number;
  person: number;
}

/** Go on as a person on the device that asks; a door has seen the words or the link. */
export interface RecoverPerson {
  do: "recover_person";
  person: number;
}

/** Note who has agreed to take a chair that nobody takes, or has not. */
export interface MarkVolunteer {
  do: "mark_volunteer";
  person: number;
  on: boolean;
}

/** Let new people wait at the door, or come straight in; `null` lets the size decide. */
export interface SetWaitingRoom {
  do: "set_waiting_room";
  open: boolean | null;
}

/**
 * Let in everybody who waits from one person to another: one of them, or all who were seen.
 *
 * Who comes after `up_to` was not on the screen, and goes on waiting. `since` left out means from
 * the first one on.
 */
export interface AdmitPeople {
  do: "admit_people";
  up_to: number;
  since?: number;
}

/**
 * Send everybody who came by phone from one person to another back to the door.
 *
 * They can ask to be let in again. Who has sat in the bowl stays. From now on new people wait. With
 * `waiting_only` it concerns those alone who wait at the door.
 */
export interface RemovePeople {
  do: "remove_people";
  since: number;
  up_to: number;
  waiting_only?: boolean;
}

/** Put a question to the bowl in writing; it waits for the facilitator. */
export interface AskBowl {
  do: "ask_bowl";
  words: string;
}

/** Let the phones see a question. */
export interface PutUpQuestion {
  do: "put_up_question";
  question: number;
}

/** Leave a question out; who asked is told why. */
export interface SetAsideQuestion {
  do: "set_aside_question";
  question: number;
  why: AsideWhy;
}

/** Take back a question of one's own that the bowl has not got yet. */
export interface TakeBackQuestion {
  do: "take_back_question";
  question: number;
}

/** Say that one would like to hear the answer as well, or no longer. */
export interface UpvoteQuestion {
  do: "upvote_question";
  question: number;
  on?: boolean;
}

/** Show one question on the wall, or none. */
export interface ShowQuestion {
  do: "show_question";
  question: number | null;
}

/** Mark a question as answered. */
export interface AnswerQuestion {
  do: "answer_question";
  question: number;
}

/** Join the queue. `person` is for the facilitator who asks on somebody's behalf. */
export interface AskForChair {
  do: "ask_for_chair";
  person?: number | null;
  kind?: RequestKind;
  words?: string;
}

/** Put somebody without a phone into the queue; the name is optional. */
export interface QueueWalkUp {
  do: "queue_walk_up";
  name?: string;
}

/** Change what one wants to bring, keeping the place. */
export interface ChangeRequest {
  do: "change_request";
  request: number;
  kind: RequestKind;
  words?: string;
}

/** Leave the queue (by oneself), or be taken off it (by the facilitator). */
export interface LowerHand {
  do: "lower_hand";
  request: number;
}

/** Put a request right before another one, or last with `before` left out. */
export interface MoveRequest {
  do: "move_request";
  request: number;
  before?: number | null;
}

/** Say that the request still stands: under the topic of now, and after "not now" too. */
export interface KeepRequest {
  do: "keep_request";
  request: number;
}

/** Be stepped over for some minutes and keep the place; 0 ends it. */
export interface SnoozeRequest {
  do: "snooze_request";
  request: number;
  minutes: number;
}

/** Time's own act: the minutes are over. */
export interface WakeRequest {
  do: "wake_request";
  request: number;
}

/** Exchange places with somebody who waits further behind. */
export interface GivePlace {
  do: "give_place";
  request: number;
  to: number;
}

/** The words of a request were read to the room: it is fulfilled, without a chair. */
export interface ReadAloud {
  do: "read_aloud";
  request: number;
}

/** Invite one request to one chair. */
export interface CallPerson {
  do: "call_person";
  request: number;
  chair: number;
}

/** Say "I am walking up"; the chair stays held. */
export interface AcceptCall {
  do: "accept_call";
  call: number;
}

/** Say "not now"; the place in the queue is kept. */
export interface PassCall {
  do: "pass_call";
  call: number;
}

/** Take a call back; the person keeps the place in the queue. */
export interface WithdrawCall {
  do: "withdraw_call";
  call: number;
}

/** The called person is on the chair: said by the console or by the person's phone. */
export interface ConfirmSeated {
  do: "confirm_seated";
  call: number;
}

/** Time's own act: nobody came, the next person is offered. */
export interface ExpireCall {
  do: "expire_call";
  call: number;
}

/** Time's own act: who said "I am walking up" a while ago counts as seated. */
export interface SettleCall {
  do: "settle_call";
  call: number;
}

/**
 * Let words that people wrote stand in the summary: somebody has looked at them, or at the lot.
 *
 * They are takeaways, answers of the debrief, points, and what people waited with until the end.
 */
export interface PassWords {
  do: "pass_words";
  items: number[];
}

/** Put the summary under its unguessable link; the phones show it. */
export interface PublishSummary {
  do: "publish_summary";
}

/** Take the published summary back. */
export interface WithdrawSummary {
  do: "withdraw_summary";
}

/**
 * Write what stands around the summary: a paragraph before it, one after it, and a credit.
 *
 * What is left out stays as it is; an empty text takes it away.
 */
export interface IntroduceSummary {
  do: "introduce_summary";
  opening?: string | null;
  closing?: string | null;
  credit?: string | null;
}

/** Leave a topic, note, question, request or point out of the summary; it stays in the log. */
export interface HideFromSummary {
  do: "hide_from_summary";
  item: number;
}

/** Let something that was left out stand in the summary again. */
export interface ShowInSummary {
  do: "show_in_summary";
  item: number;
}

/** Tell a topic before another one in the summary; without `before` at the end. */
export interface MoveInSummary {
  do: "move_in_summary";
  topic: number;
  before?: number | null;
}

/**
 * Say that something is done, or does not matter any more; `words` may say how it went.
 *
 * `item` is the id of a note, a question or a commitment: ids are one row of numbers.
 */
export interface CloseItem {
  do: "close_item";
  item: number;
  words?: string;
}

/** Say that something is open after all. */
export interface ReopenItem {
  do: "reopen_item";
  item: number;
}

/**
 * Move a commitment of one's own, or an action that was noted for one, to another day.
 *
 * `due` is a day like 2026-12-01.
 */
export interface MoveItem {
  do: "move_item";
  item: number;
  due: string;
}

/** Have one's own name in the summary, or not; where everybody chooses for themself. */
export interface CreditMe {
  do: "credit_me";
  on: boolean;
}

/** Say that a recording starts now; every screen in the room says so until it ends. */
export interface MarkRecordingStart {
  do: "mark_recording_start";
}

/** Say that the recording has ended. */
export interface MarkRecordingStop {
  do: "mark_recording_stop";
}

/**
 * Keep something to take home, for oneself or `shared` with the room and the summary.
 *
 * `due` is the day by when a commitment is to be done, like 2026-12-01; empty is no day. `origin`
 * is where somebody was who brings something back; that is always shared.
 */
export interface KeepTakeaway {
  do: "keep_takeaway";
  kind: TakeawayKind;
  words: string;
  shared?: boolean;
  due?: string;
  origin?: string;
}

/** Change what is given of a takeaway of one's own, and leave the rest. */
export interface EditTakeaway {
  do: "edit_takeaway";
  takeaway: number;
  kind?: TakeawayKind | null;
  words?: string | null;
  shared?: boolean | null;
  due?: string | null;
  origin?: string | null;
}

/** Let a takeaway of one's own go. */
export interface WithdrawTakeaway {
  do: "withdraw_takeaway";
  takeaway: number;
}

/** Let the wall show a shared takeaway. */
export interface PutUpTakeaway {
  do: "put_up_takeaway";
  takeaway: number;
}

/** Let the wall show several shared takeaways at once. */
export interface PutUpTakeaways {
  do: "put_up_takeaways";
  takeaways: number[];
}

/** Put a shared takeaway otherwise for wall and summary; its author keeps their own words. */
export interface RewordTakeaway {
  do: "reword_takeaway";
  takeaway: number;
  words: string;
}

/** Tell a shared takeaway together with another one of its kind; with `null`, alone again. */
export interface MergeTakeaway {
  do: "merge_takeaway";
  takeaway: number;
  into?: number | null;
}

/** Leave a shared takeaway out, of the wall and of the summary; its author is told. */
export interface SetAsideTakeaway {
  do: "set_aside_takeaway";
  takeaway: number;
}

/**
 * Let everybody who signed up tell, each for so many `minutes`: they are put first in line.
 *
 * The telling takes as long as all of them together; the longest talk behind it gives or takes the
 * difference, and what it cannot give moves the end.
 */
export interface PlanRound {
  do: "plan_round";
  minutes: number;
}

/** Suggest a thread of the question; it waits for the facilitator. */
export interface SuggestTopic {
  do: "suggest_topic";
  title: string;
}

/** Put up a topic of one's own, without beginning it: to prepare, before the start too. */
export interface AddTopic {
  do: "add_topic";
  title: string;
}

/** Let a suggested topic reach the wall and the phones. */
export interface PutUpTopic {
  do: "put_up_topic";
  topic: number;
}

/** Leave a suggested topic off the wall. */
export interface SetAsideTopic {
  do: "set_aside_topic";
  topic: number;
}

/**
 * Make a topic the current one: a known `topic`, or a new one called `title`.
 *
 * With `minutes` it has a time: when that is up, the console offers to ask the room.
 */
export interface BeginTopic {
  do: "begin_topic";
  topic?: number | null;
  title?: string;
  minutes?: number | null;
}

/** Give the current topic so many minutes from now on. */
export interface GiveTopicTime {
  do: "give_topic_time";
  topic: number;
  minutes: number;
}

/** Put a topic by for later: it stays to be seen, apart from the others. */
export interface ParkTopic {
  do: "park_topic";
  topic: number;
}

/** Take a topic together with another: its votes and its time go along. */
export interface MergeTopics {
  do: "merge_topics";
  topic: number;
  into: number;
}

/** Close the current topic without beginning another. */
export interface EndTopic {
  do: "end_topic";
  topic: number;
}

/** Give a topic another title; everything that refers to it stays linked. */
export interface RenameTopic {
  do: "rename_topic";
  topic: number;
  title: string;
}

/**
 * Let the room vote on what to take up next, with so many `dots` each.
 *
 * After `minutes` it closes by itself, whether the session clock runs or stands; without them it is
 * open until somebody closes it. Those vote who are in the room now. `with_code` puts a number on
 * the wall that every phone types once.
 */
export interface OpenVote {
  do: "open_vote";
  dots?: number;
  minutes?: number | null;
  with_code?: boolean;
}

/** Let people vote who came in after the vote was opened; nobody named means all of them. */
export interface AdmitVoters {
  do: "admit_voters";
  vote: number;
  people?: number[];
}

/** Type the code that is on the wall; once is enough for a vote. */
export interface ConfirmVoter {
  do: "confirm_voter";
  vote: number;
  code: string;
}

/** End the vote; the topics stay ranked by it. */
export interface CloseVote {
  do: "close_vote";
  vote: number;
}

/** Put so many of one's own dots on a topic; 0 takes them back. */
export interface CastDots {
  do: "cast_dots";
  vote: number;
  topic: number;
  dots: number;
}

/** Ask the room whether to go on with the current topic; `minutes` as in a vote. */
export interface OpenThumbs {
  do: "open_thumbs";
  topic: number;
  minutes?: number | null;
}

/** Say whether to go on or to move on; it can be changed while the thumbs are up. */
export interface CastThumb {
  do: "cast_thumb";
  thumbs: number;
  way: Thumb;
}

/** End the asking; the console shows what the room would like. */
export interface CloseThumbs {
  do: "close_thumbs";
  thumbs: number;
}

export type CommandBody =
  | RevokeLinks
  | RenewLink
  | SeatPerson
  | SeatWalkUp
  | FreeChair
  | MovePerson
  | TakeOver
  | AskToMakeRoom
  | OfferRoom
  | NudgePerson
  | SetChairKind
  | ChangeChairs
  | TakeChairAway
  | TakeChair
  | TapIn
  | HandOver
  | AskMinute
  | EndMinute
  | SwapGroup
  | OpenDebrief
  | CloseDebrief
  | AnswerDebrief
  | EditAnswer
  | TakeBackAnswer
  | PutUpAnswer
  | SetAsideAnswer
  | GiveFloor
  | TakeFloor
  | CorrectFloor
  | CorrectTurn
  | BeginPhase
  | EditRun
  | SetPhaseMinutes
  | RebalanceRun
  | MarkPhaseDue
  | CloseQueue
  | OpenQueue
  | LeavePoint
  | WithdrawPoint
  | ShowOnWall
  | ReturnToBowl
  | SetWall
  | InviteVoice
  | SetWifi
  | EraseWifi
  | CreateSession
  | PlanSession
  | ChangeSettings
  | NextQuestion
  | SetLanguage
  | ShowWeb
  | FileUnderSeries
  | ChangeRules
  | StartSession
  | CloseSession
  | PauseClock
  | ResumeClock
  | BeginBreak
  | ExtendClock
  | LockDoor
  | UnlockDoor
  | UndoAction
  | TotalSignals
  | AddNote
  | EditNote
  | RemoveNote
  | CheckNote
  | JoinSession
  | AddPeople
  | RenamePerson
  | HideName
  | ShowName
  | SendOut
  | ReadmitPerson
  | SetGroup
  | SayWhere
  | ForgetPerson
  | ForgetEverybody
  | MergePeople
  | RecoverPerson
  | MarkVolunteer
  | SetWaitingRoom
  | AdmitPeople
  | RemovePeople
  | AskBowl
  | PutUpQuestion
  | SetAsideQuestion
  | TakeBackQuestion
  | UpvoteQuestion
  | ShowQuestion
  | AnswerQuestion
  | AskForChair
  | QueueWalkUp
  | ChangeRequest
  | LowerHand
  | MoveRequest
  | KeepRequest
  | SnoozeRequest
  | WakeRequest
  | GivePlace
  | ReadAloud
  | CallPerson
  | AcceptCall
  | PassCall
  | WithdrawCall
  | ConfirmSeated
  | ExpireCall
  | SettleCall
  | PassWords
  | PublishSummary
  | WithdrawSummary
  | IntroduceSummary
  | HideFromSummary
  | ShowInSummary
  | MoveInSummary
  | CloseItem
  | ReopenItem
  | MoveItem
  | CreditMe
  | MarkRecordingStart
  | MarkRecordingStop
  | KeepTakeaway
  | EditTakeaway
  | WithdrawTakeaway
  | PutUpTakeaway
  | PutUpTakeaways
  | RewordTakeaway
  | MergeTakeaway
  | SetAsideTakeaway
  | PlanRound
  | SuggestTopic
  | AddTopic
  | PutUpTopic
  | SetAsideTopic
  | BeginTopic
  | GiveTopicTime
  | ParkTopic
  | MergeTopics
  | EndTopic
  | RenameTopic
  | OpenVote
  | AdmitVoters
  | ConfirmVoter
  | CloseVote
  | CastDots
  | OpenThumbs
  | CastThumb
  | CloseThumbs;

/**
 * What a client says when it connects (Socket.IO `auth`).
 *
 * `device` is the phone's random secret, 16 to 64 characters from A-Z, a-z, 0-9, `-`, `_`. `silent`
 * tells that a display could not sound the bell now. A console, the microphone runner's phone and a
 * stage monitor prove themselves by a key cookie. With `differences` the client takes differences
 * of slices; others are sent whole slices only.
 */
export interface Handshake {
  code: string;
  face: Face;
  device: string;
  silent: boolean;
  differences: boolean;
}

/** `command`, upwards: `id` is made by the client, so that a repeated tap happens once. */
export interface CommandMessage {
  id: string;
  command: CommandBody;
}

/** `signal`, upwards: gathered in memory, shown as a number, kept nowhere by person. */
export interface SignalMessage {
  kind: SignalKind;
}

/** A code and its parameters; the face makes the sentence. */
export interface Said {
  code: string;
  params?: Record<string, any>;
}

/**
 * The answer to a command.
 *
 * With `ok`, the command is on disk: `seq` is its first entry, which is also the id of what it
 * created; `null` if it was true already, and `said` tells how. Without `ok`, nothing has changed
 * and `error` tells why. `version` is the session's, where it is known.
 */
export interface Ack {
  ok: boolean;
  seq: number | null;
  version: number | null;
  said: Said | null;
  error: Said | null;
}

/**
 * `view`, downwards: what changed, in whole slices, or in differences of slices.
 *
 * A client keeps a slice if `version` is not older than the one it has of that slice. With `whole`
 * the message has every slice of the face and the client forgets all others: it is what a
 * connection begins with. `now_ms` and `rate` set the client's idea of session time.
 *
 * `differences` and `number` are there only for clients that said in the `Handshake` that they take
 * them. What everybody who looks at a face is sent is numbered: a whole message gives the number to
 * begin with, and each further one has the next number. A message whose number is not higher than
 * the client's has nothing new. One that skips a number does not fit: the client leaves it alone
 * and emits `resend`, which is answered by an `Ack` and a whole message. A message without a number
 * concerns this client alone and has whole slices.
 *
 * The difference of two objects is an object: `set` has the fields that are new or have another
 * value, `in` the differences within fields that stay, `drop` the names of fields that are gone;
 * parts that would be empty are left out. The difference of two strings or two lists is a list of
 * steps from the beginning on: `n` keeps so many characters or items, `-n` drops them, a string or
 * a list is put in, and an object is the difference of the next item. What comes after the last
 * step is kept. `tests/vectors/differences.json` has examples.
 */
export interface ViewMessage {
  version: number;
  now_ms: number;
  rate: number;
  whole: boolean;
  slices: Record<string, any>;
  differences?: Record<string, any>;
  number?: number;
}

/**
 * A problem, by code; the console has the sentence.
 *
 * `since_ms` is the wall clock time at which it began.
 */
export interface Condition {
  code: string;
  since_ms: number;
  params: Record<string, any>;
}

/**
 * `signals`, downwards, at most once a second: what lives in memory only.
 *
 * `here` counts people who are in the room, `live` those whose phone is connected now, `reached`
 * tells whether any phone has come through the address in the QR; `null`: the people are simulated,
 * so that it says nothing that none has. `agree`, `thanks` and `surprised` count the reactions of
 * the last ten seconds; `slower` and `microphone` the people who wish for it now. Phones are sent
 * no reactions. `helpers` counts the open pages of helpers by role; who has none open is not named.
 * `asking` counts the phones that ask to be let in again, `silent_walls` the displays whose bell
 * could not be heard, and `health` is what is wrong with the server itself; all three are for
 * consoles alone.
 */
export interface SignalsMessage {
  here: number;
  live: number;
  reached: boolean | null;
  agree: number;
  thanks: number;
  surprised: number;
  slower: number;
  microphone: number;
  helpers: Record<string, number>;
  asking: number;
  silent_walls: number;
  health: Condition[];
}

/**
 * `stopping`, downwards: the server ends now, and the line is closed after this message.
 *
 * What was acknowledged is on disk. A client tries to connect again, and sends a command that had
 * no answer again, under its id.
 */
export interface StoppingMessage {
}
