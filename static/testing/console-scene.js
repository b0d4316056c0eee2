/** Scenes for tests: a console's slices, made from little. */

/**
 * @import {ChairView, ConsoleSlices, Label, NextSlice, QueueItem} from "../src/wire"
 */

/** @param {number} id @param {string} name @returns {Label} */
export function person(id, name) {
  return { id, name, no: id, twin: 1 };
}

/** @param {number} no @param {Label | null} [sitting] @returns {ChairView} */
export function chair(no, sitting = null) {
  return {
    no,
    kind: "speaker",
    closing: false,
    state: sitting ? "seated" : "open",
    person: sitting,
    turn: sitting ? 100 + no : null,
    began_run_ms: sitting ? 0 : null,
    asked: false,
    offered: false,
  };
}

/** @param {number} request @param {string} name @param {boolean} [resting] @returns {QueueItem} */
export function waiting(request, name, resting = false) {
  const waits = { asked_at_ms: 0, turns: 0, seated_ms: 0, phone: true, topic: null, group: "", where: "", origin: "" };
  const why = { reason: /** @type {const} */ ("arrival"), ahead: 0, replies: 0, overtaken: 0 };
  return { request, person: person(request + 1000, name), kind: "new_point", words: "", ...waits, resting, why };
}

/**
 * Chairs 1 to 4 are taken, chair 5 is open, Amira, Jonas and Saoirse wait.
 * @returns {ConsoleSlices}
 */
export function slices() {
  return {
    you: { role: "facilitator", may: [] },
    access: { facilitator: 1, co_facilitator: 1, note_taker: 1, runner: 1, stage_monitor: 1 },
    session: {
      code: "WAVE47",
      question: "What makes people stay?",
      event: "",
      state: "running",
      attribution: "named",
      recording: false,
    waiting_room: false,
      under_18: false,
      question_no: 1,
      chair_count: 5,
      open_chairs: 1,
      seat_limit_ms: 480_000,
      show_times: false,
      show_balance: false,
      wall_names: true,
      wall_counts: true,
      wall_queue: true,
      last_ms: 300_000,
      language: "",
      door_locked: false,
      starts_at_ms: 0,
      opens_at_ms: 0,
      closes_at_ms: 0,
      keep_until_ms: 0,
      keeps: "published",
      summary: null,
    },
    rules: { entry: "called", exit_rule: "longest_seated", order: "arrival", patience: 3 },
    run: {
      format: "",
      phases: [{ kind: "bowl", planned_ms: 2_700_000, title_code: "bowl" }],
      index: 0,
      began_run_ms: [0],
      steps: [],
      due: false,
      queue_closed: false,
      opened_by_hand: false,
      last_run_ms: null,
    },
    clock: {
      state: "running",
      planned_ms: 2_700_000,
      started_at_ms: 0,
      paused_at_ms: null,
      paused_ms: 0,
      closed_at_ms: null,
      break_until_ms: null,
    },
    bowl: {
      chairs: [
        ...["Lindiwe", "Tomasz", "Mei-Lin", "Rafael"].map((name, index) =>
          chair(index + 1, person(index + 1, name)),
        ),
        chair(5),
      ],
    },
    queue: { items: [waiting(11, "Amira"), waiting(12, "Jonas"), waiting(13, "Saoirse")], calls: [], pace: null },
    action: { next: call(11, 5), makes_room: null, undo: null, undo_instead: null, redo: null },
    topics: { topics: [], next: null, more: {} },
    notes: { notes: [] },
    vote: { vote: 0, dots: 0, open: false, closes_at_ms: null, voted: 0, counts: [], fixed: true, with_code: false, code: "", voters: 0, late: [], late_count: 0 },
    thumbs: { thumbs: 0, open: false, closes_at_ms: null, answered: 0, go_on: null, move_on: null, suggested: null, fixed: true },
    looking_back: { taking: false, shared: 0, stage: null, answered: 0, bringing: false, tellers: 0 },
    round: { open: false, still: 0, missing: 0, minutes: 0, origins: [] },
    takeaways: { takeaways: [], more: {} },
    answers: { answers: [], next: "what", more: {} },
    unseen: { takeaways: [], answers: [], written: [] },
    open_items: { items: [] },
    questions: { questions: [], shown: null, more: {} },
    log: { lines: [] },
    equity: {
      session: {
        topic: null,
        title: "",
        tracked: false,
        voices: [],
        facilitator_ms: 0,
        facilitator_since_run_ms: null,
        marked: false,
      },
      topic: null,
    },
    nudges: { items: [], share_percent: 150, silent_ms: 360_000, empty_ms: 90_000 },
    web: { on: false, refusal: null },
    timeline: { turns: [], floor: [] },
    door: {
      waiting_room: "size",
      is_open: false,
      expected: 0,
      opens_at: 5000,
      waiting: 0,
      up_to: 0,
      sent_back: 0,
      groups: [],
    },
    figures: { people: 8, voices: 4, turns: 4, hidden: 0, out: 0, points: 0 },
    wifi: { network: "", password: "", security: "wpa", hidden: false, set_seq: 0 },
    address: {
      join_url: "http://10.0.0.2:8080/WAVE47",
      join_text: "10.0.0.2:8080",
      chosen: "",
      wall: "bowl",
      screen: "stage",
      kept: false,
      showing: "live",
      invited: false,
    },
  };
}

/** @param {number} request @param {number} no @returns {NextSlice} */
export function call(request, no) {
  const next = { person: person(request + 1000, "Amira"), chair: no, leaves: null, calm: false, hold: false, words: "" };
  return { do: "call_person", args: { request, chair: no }, ...next };
}
