/** The phone's third script: passes, and being known next time. */

import "./styles/phone-known.css";
import "./phone/start.jsx"; // what the first script has, this one takes from there

export { AboutKnown } from "./phone/known/AboutKnown.jsx";
export { HavePass } from "./phone/known/HavePass.jsx";
export { InBreak } from "./phone/known/InBreak.jsx";
export { Known } from "./phone/known/Known.jsx";
export { linkSession } from "./phone/known/members.js";
