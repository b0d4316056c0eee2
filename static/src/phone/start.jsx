/** What the first page of a phone does: it connects, and shows the door. */

import "../shared/device/plain-style.js";
import { render } from "preact";
import { readyBell } from "../shared/device/bell.js";
import { deviceSecret } from "../shared/device/device-secret.js";
import { KeptTaps, shelf } from "../shared/connection/kept-taps.js";
import { connect } from "../shared/connection/live.js";
import { keepFocus } from "./frame/focus.js";
import { fetchPart } from "./load-part.js";
import { Phone } from "./Phone.jsx";
import { movingToken, recover } from "./join/recovery.js";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const { code = "", question = "", made = "", community = "" } = app.dataset;
const { inside: script = "", insideStyle: style = "", known: knownScript = "", knownStyle = "" } = app.dataset;
const inside = { script, style };
const known = { script: knownScript, style: knownStyle };
const token = movingToken(); // before the secret, which may have to stand in its place
const device = deviceSecret();
if (token) recover(code, device, { token }); // the place comes by itself, or the page stays as it is
// A code may come back with another session; when it was made tells them apart.
const kept = new KeptTaps(shelf(), `${code} ${made} ${device}`);
const room = connect({ code, face: "phone", device }, kept);

readyBell();
keepFocus(app);
// Who types a name comes in a moment later: what is needed inside arrives meanwhile.
for (const type of ["pointerdown", "keydown"]) {
  addEventListener(type, () => fetchPart(inside).catch(() => undefined), { once: true });
}
app.textContent = ""; // what stood there in the meantime
render(
  <Phone room={room} code={code} device={device} question={question} community={community} inside={inside} known={known} />,
  app,
);
