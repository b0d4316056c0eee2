/** The member's own pages: being known, their page, their pass, and what letters lead to. */

import "./styles/member.css";
import { showAway } from "./member/away.js";
import { showCard } from "./member/card.js";
import { openDoor } from "./member/door.js";
import { showHome } from "./member/home.js";
import { beKnown } from "./member/known.js";
import { leaveBrowser } from "./member/left.js";
import { answerLetter } from "./member/letter.js";

/** @type {Record<string, () => void>} */
const HELP = {
  away: showAway,
  card: showCard,
  known: beKnown,
  left: leaveBrowser,
  letter: answerLetter,
  me: showHome,
  "pass-door": openDoor,
};

HELP[document.documentElement.dataset.page ?? ""]?.();
