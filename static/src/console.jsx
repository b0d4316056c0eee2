/** The facilitator's console. */

import "./styles/console.css";
import { render } from "preact";
import { Console } from "./console/Console.jsx";
import { Desk } from "./console/desk/desk.js";
import { listen } from "./console/keyboard/key-listener.js";
import { readyBell } from "./shared/device/bell.js";
import { connect } from "./shared/connection/live.js";

const place = /** @type {HTMLElement} */ (document.getElementById("app"));
const code = place.dataset.code ?? "";
const desk = new Desk(connect({ code, face: "console" }), code, Boolean(place.dataset.community));
readyBell();
listen(desk);
render(<Console desk={desk} />, place);
