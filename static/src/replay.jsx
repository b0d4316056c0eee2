/** A session played back. */

import "./styles/replay.css";
import { render } from "preact";
import { Replay } from "./replay/Replay.jsx";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const asked = new URLSearchParams(location.search).get("at");
const at = asked === null ? NaN : Number(asked);
const { tape = "", back = "", backLabel = "", about = "" } = app.dataset;
const way = { href: back, label: backLabel };
render(<Replay address={tape} way={way} about={about} atMs={Number.isFinite(at) ? at : null} />, app);
