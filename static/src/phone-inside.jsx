/** The phone's second script: what is shown inside the room, fetched when it is wanted. */

import "./styles/phone-inside.css";
import "./phone/start.jsx"; // what the first script has, this one takes from there

export { Inside } from "./phone/Inside.jsx";
