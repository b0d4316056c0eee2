/**
 * The words of the formats: titles of phases, and what the room is told when one begins or ends.
 *
 * Phases carry codes; what a facilitator has written instead goes before them.
 */

import { _ } from "../i18n/i18n.js";

/** @typedef {import("../../wire").Phase} Phase */
/** @typedef {import("../../wire").PhaseKind} PhaseKind */

/** @type {Record<PhaseKind, () => string>} */
const KINDS = {
  gather: () => _("Welcome"),
  think: () => _("Think"),
  pair_share: () => _("Pair share"),
  groups: () => _("Small groups"),
  bowl: () => _("Fishbowl"),
  vote: () => _("Vote"),
  debrief: () => _("Debrief"),
  close: () => _("Closing"),
};

/** @type {Record<string, () => string>} */
const TITLES = {
  as_unobserved: () => _("Talk as if alone"),
  assent: () => _("Rules and assent"),
  both_sides: () => _("Looking back"),
  bowl: () => _("Open fishbowl"),
  caucus: () => _("Back in the groups"),
  choose_delegate: () => _("Groups choose a voice"),
  choose_questions: () => _("Answering questions"),
  closing: () => _("Closing"),
  coaches: () => _("Coaches speak"),
  conversation: () => _("Conversation"),
  delegates: () => _("Delegates talk"),
  delegates_again: () => _("Delegates, again"),
  first_group: () => _("First group inside"),
  form_questions: () => _("Groups form questions"),
  heard_each_other: () => _("Both groups"),
  hot_seat: () => _("Circle and hot seat"),
  lunch_arrive: () => _("Arrive and eat"),
  lunch_close: () => _("Until next time"),
  lunch_neighbour: () => _("With your neighbour"),
  lunch_share: () => _("Sharing"),
  pair_share_after: () => _("Pair share"),
  pair_share_before: () => _("Pair share"),
  pick_up: () => _("Taking it up"),
  read_again: () => _("Read again"),
  round_1: () => _("First round"),
  round_2: () => _("Second round"),
  round_3: () => _("Third round"),
  second_group: () => _("Second group inside"),
  sign_up: () => _("Who was where?"),
  statements: () => _("Short statements"),
  tap_in: () => _("Two chairs"),
  tell: () => _("What we bring back"),
  timed: () => _("Timed seats"),
  try_here: () => _("What we try here"),
  viewpoints: () => _("Viewpoints"),
  welcome: () => _("Welcome"),
  what_is_resolved: () => _("What is resolved"),
  what_so_what: () => _("What, so what, now what"),
  write_questions: () => _("Write questions"),
};

/** @type {Record<string, () => string>} */
const PROMPTS = {
  as_unobserved: () => _("Tell each other how it really was, as if nobody listened."),
  assent: () => _("Only the circle speaks. No clapping, no calling in. Do we all agree?"),
  back_to_group: () => _("Delegates, take back to your group what you heard."),
  both_sides: () => _("What did you hear that you had not thought of?"),
  bowl: () => _("Who sits in the bowl speaks. Who wants to speak takes the open chair."),
  caucus: () => _("What did your delegate bring back? What shall they say next?"),
  chairs_away: () => _("The empty chairs go, one by one. Who has not been heard yet?"),
  choose_delegate: () => _("Talk in your group, and choose one voice for it."),
  choose_questions: () => _("You have the questions. Choose the ones worth answering."),
  closing: () => _("What will you take home from this?"),
  coaches: () => _("Who was heard, who was not, and what helped?"),
  conversation: () => _("Take a free chair to speak, or stand behind one to ask for it."),
  delegates: () => _("Speak for your group. The others listen."),
  delegates_again: () => _("What has changed since the first time?"),
  first_group: () => _("The first group talks. The second one listens and takes notes."),
  form_questions: () => _("In groups of three or four: what do you want to ask them?"),
  groups_swap: () => _("The groups change places now."),
  heard_each_other: () => _("What did you hear from the other group?"),
  hot_seat: () => _("Take the hot seat, say your point, and go back."),
  last_word: () => _("The last minutes: what must not stay unsaid?"),
  lunch_arrive: () => _("Find a seat beside somebody new."),
  lunch_close: () => _("Who hosts the next lunch, and about what?"),
  lunch_neighbour: () => _("What have you tried lately that worked?"),
  lunch_share: () => _("What did you hear from your neighbour that we all should?"),
  pair_share_after: () => _("What has changed for you in this hour?"),
  pick_up: () => _("What of this do we take up, and what would it need here?"),
  pair_share_before: () => _("Tell about something you have done yourself."),
  questions_first: () => _("All questions first; the answers come after."),
  read_again: () => _("Read it again, and mark what you want to ask."),
  recall: () => _("Thank each other, and turn to the front."),
  round_1: () => _("The first group talks. Everybody else listens."),
  round_2: () => _("The second group goes on from there."),
  round_3: () => _("The third group: what is missing?"),
  round_over: () => _("The round is over. The whole group changes."),
  second_group: () => _("Now the other group talks. First to what it heard."),
  sign_up: () => _("Were you somewhere? Say on your phone where, and what you bring back."),
  statements: () => _("One short statement for each view."),
  tap_in: () => _("Tap in when you want to take over from one of the two."),
  tell: () => _("One after another: what you saw, and why it matters to us."),
  timed: () => _("Every chair has a clock. Time up, chair free."),
  try_here: () => _("Which of this will somebody try here, and until when?"),
  viewpoints: () => _("What views are there, what do we share, what did we agree on?"),
  welcome: () => _("A few people talk, the room listens, and the chairs go round."),
  what_is_resolved: () => _("What is resolved, and what stays open?"),
  what_so_what: () => _("What happened? Why does it matter? What do we do now?"),
  write_questions: () => _("Each group writes what it wants to ask the other one."),
};

/** What a phase is called. @param {Phase} phase */
export function titleOf(phase) {
  return phase.title || (TITLES[phase.title_code ?? ""] ?? KINDS[phase.kind])();
}

/** What the room is told when a phase begins; may be empty. @param {Phase} phase */
export function openingOf(phase) {
  return phase.opening || (PROMPTS[phase.opening_code ?? ""]?.() ?? "");
}

/** What the room is told towards the end of a phase; may be empty. @param {Phase} phase */
export function closingOf(phase) {
  return phase.closing || (PROMPTS[phase.closing_code ?? ""]?.() ?? "");
}
