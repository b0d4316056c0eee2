/** The facilitator's console. */

import "./css/console.css";
import { render } from "preact";
import { Console } from "./console/frame/Console.jsx";
import { Desk } from "./console/frame/desk.js";
import { listen } from "./console/keyboard/listen.js";
import { readyBell } from "./lib/bell.js";
import { connect } from "./lib/live.js";

const place = /** @type {HTMLElement} */ (document.getElementById("app"));
const code = place.dataset.code ?? "";
const desk = new Desk(connect({ code, face: "console" }), code);
readyBell();
listen(desk);
render(<Console desk={desk} />, place);
