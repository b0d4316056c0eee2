/** The phone: an attendee's way into a session. */

import "./css/phone.css";
import "./phone/frame/start.jsx";
