/** The phone's second script: what is shown inside the room, fetched when it is wanted. */

import "./css/phone-inside.css";
import "./phone/frame/start.jsx"; // what the first script has, this one takes from there

export { Inside } from "./phone/frame/Inside.jsx";
