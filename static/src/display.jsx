/** The room display: it shows, and never asks. */

import "./styles/display.css";
import { render } from "preact";
import { Display } from "./display/Display.jsx";
import { goBackWhenOver, wallBefore } from "./display/between.js";
import { ringWhenTold, tellWhetherSilent } from "./display/bell.js";
import { passKeysOn } from "./display/keys.js";
import { reportScreen } from "./display/screen.js";
import { Still } from "./display/still.js";
import { readyBell } from "./shared/device/bell.js";
import { connect } from "./shared/connection/live.js";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const code = app.dataset.code ?? "";
/** In a console's frame it is a picture: no screen of the room, no bell, no keys. */
const isPicture = new URLSearchParams(location.search).has("picture");

const still = new Still();
const room = connect({ code, face: "display", silent: !isPicture });
if (isPicture) {
  document.documentElement.dataset.picture = "";
} else {
  passKeysOn(code, still);
  readyBell();
  ringWhenTold(code);
  tellWhetherSilent(room);
  reportScreen(code);
  const wall = wallBefore(location.search);
  if (wall) goBackWhenOver(room, wall);
}
render(<Display room={room} still={still} />, app);
