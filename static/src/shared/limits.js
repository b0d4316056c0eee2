/** Made by tools/describe_limits.py from the Python constants; edits here are lost. */

// fishbowl/domain/session/commands/base.py
export const NAME_MAX = 80; // letters of a person's name
export const WORDS_MAX = 280; // letters of what somebody says in writing
export const QUESTION_MAX = 280; // letters of the question of a session
export const TITLE_MAX = 140; // letters of the title of a topic, a part or an event
export const GROUP_MAX = 24; // letters of the name of a group
export const WHERE_MAX = 40; // letters of where somebody sits
export const ADDRESS_MAX = 200; // letters of the web address that phones open
export const CHAIRS_MIN = 2; // chairs of a bowl
export const CHAIRS_MAX = 8; // chairs of a bowl
export const OPEN_CHAIRS_MAX = 2; // chairs that are kept open
export const MINUTES_MAX = 1_440; // minutes of a part, a topic or a turn

// fishbowl/domain/session/commands/notes.py
export const LINK_MAX = 500; // letters of the link of a note

// fishbowl/domain/community/ids.py
export const CONSENTS = /** @type {const} */ (["meet", "answer", "turn", "starters", "neighbours"]); // what a member can agree to, in the order of every page

// fishbowl/web/community/membership/contact.py
export const CONTACT_MAX = 254; // letters of an address, or of whatever else reaches somebody

// fishbowl/domain/session/commands/lifecycle.py
export const EXPECTED_MAX = 5_000; // people who are expected
export const LAST_MINUTES_MAX = 60; // minutes before the end in which the queue is closed

// fishbowl/domain/session/commands/summary.py
export const PARAGRAPH_MAX = 1_200; // letters of the opening and the closing of a summary
export const CREDIT_MAX = 200; // letters of the line about who made it

// fishbowl/domain/session/commands/wall.py
export const NETWORK_MAX = 32; // letters of the name of a Wi-Fi
export const PASSWORD_MAX = 63; // letters of its password

// fishbowl/domain/session/commands/people.py
export const LIST_MAX = 500; // people of one list

// fishbowl/domain/session/rules/people/waiting_room.py
export const PEOPLE_MAX = 5_000; // people of one session

// fishbowl/domain/session/decide/votes.py
export const CODE_DIGITS = 5; // digits of the code of a vote

// fishbowl/access/recovery_words.py
export const TYPED_MAX = 60; // letters in which three recovery words are typed

// fishbowl/domain/session/rules/lifecycle/deadlines.py
export const CALL_HOLD_MS = 45_000; // how long a chair is held for who is called

// fishbowl/domain/session/nudges/talk.py
export const NUDGED_MS = 180_000; // how long a sign to finish is new

// fishbowl/live/signal_counts.py
export const REACTION_MS = 10_000; // how long a reaction is counted

// fishbowl/live/protocol.py
export const CONSOLE_MESSAGE_MAX_BYTES = 65_536; // bytes of one message of a console

// fishbowl/views/console_lists.py
export const LISTED = 40; // items of a list that are sent at once

// fishbowl/web/errors.py
export const LOOK_AGAIN_S = 30; // when to ask again for a code that was not looked up

// fishbowl/domain/session/rules/floor/equity.py
export const BELOW = 0.5; // parts of the median talk below which a voice is marked
export const ABOVE = 1.5; // parts of the median talk above which a voice is marked
export const VOICES_TO_COMPARE = 3; // voices below which none is marked
