/** The stage monitor: a calm screen for those on the chairs. */

import "./styles/stage.css";
import { render } from "preact";
import { connect } from "./shared/connection/live.js";
import { Monitor } from "./stage/Monitor.jsx";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));

render(<Monitor room={connect({ code: app.dataset.code ?? "", face: "stage" })} />, app);
