/** The microphone runner's phone. */

import { render } from "preact";
import { connect } from "./shared/connection/live.js";
import { Runner } from "./runner/Runner.jsx";
import "./styles/runner.css";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const { code = "", question = "" } = app.dataset;

render(<Runner room={connect({ code, face: "runner" })} code={code} question={question} />, app);
