/** The phone: an attendee's way into a session. */

import { render } from "preact";
import { deviceSecret } from "./lib/device.js";
import { connect } from "./lib/live.js";
import { Phone } from "./phone/Phone.jsx";
import { movingToken, recover } from "./phone/recovery.js";
import "./css/phone.css";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const { code = "", question = "" } = app.dataset;
const device = deviceSecret();
const token = movingToken();
if (token) recover(code, device, { token }); // the place comes by itself, or the page stays as it is
const room = connect({ code, face: "phone", device });

render(<Phone room={room} code={code} device={device} question={question} />, app);
