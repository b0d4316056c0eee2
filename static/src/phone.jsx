/** The phone: an attendee's way into a session. */

import "./styles/phone.css";
import "./phone/start.jsx";
