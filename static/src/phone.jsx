/** The phone: an attendee's way into a session. */

import { render } from "preact";
import { deviceSecret } from "./lib/device.js";
import { connect } from "./lib/live.js";
import { Phone } from "./phone/Phone.jsx";
import "./css/phone.css";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const { code = "", question = "" } = app.dataset;
const device = deviceSecret();
const room = connect({ code, face: "phone", device });

render(<Phone room={room} code={code} device={device} question={question} />, app);
