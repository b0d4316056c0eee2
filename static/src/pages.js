/** What the pages that the server writes can do besides; all of them work without it. */

import "./styles/pages.css";
import { keepChecking } from "./pages/check.js";
import { searchLive } from "./pages/archive.js";
import { openDoor } from "./pages/key.js";
import { dropWhatIsMended } from "./pages/problems.js";
import { pairByKeys } from "./pages/rounds.js";
import { offerPrinting } from "./pages/sheet.js";
import { offerSteps } from "./pages/stepper.js";
import { keepTold } from "./pages/standby.js";
import { takeUpWhatIsOpen } from "./pages/still-open.js";
import { helpSettingUp, takeOwnZone } from "./pages/setup.js";
import { localTimes } from "./pages/times.js";

/** @type {Record<string, () => void>} */
const HELP = {
  archive: searchLive,
  "event-names": () => (takeOwnZone(), dropWhatIsMended()),
  check: () => (localTimes(), keepChecking()),
  invite: dropWhatIsMended,
  key: openDoor,
  members: searchLive,
  owner: localTimes,
  signed: localTimes,
  open: localTimes,
  round: pairByKeys,
  rounds: offerSteps,
  "series-new": takeOwnZone,
  setup: () => (helpSettingUp(), dropWhatIsMended(), takeUpWhatIsOpen()),
  sheet: offerPrinting,
  "standby-own": keepTold,
};

HELP[document.documentElement.dataset.page ?? ""]?.();
