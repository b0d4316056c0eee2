/** The phone: an attendee's way into a session. */

import "./css/phone.css";
import "./lib/plain.js";
import "./phone/start.jsx";
