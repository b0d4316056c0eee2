/** The room display: it shows, and never asks. */

import "./css/display.css";
import { render } from "preact";
import { Display } from "./display/Display.jsx";
import { ringWhenTold } from "./display/bell.js";
import { passKeysOn } from "./display/keys.js";
import { reportScreen } from "./display/screen.js";
import { Still } from "./display/still.js";
import { readyBell } from "./lib/bell.js";
import { connect } from "./lib/live.js";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const code = app.dataset.code ?? "";

const still = new Still();
passKeysOn(code, still);
readyBell();
ringWhenTold(code);
reportScreen(code);
render(<Display room={connect({ code, face: "display" })} still={still} />, app);
