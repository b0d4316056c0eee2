/** Telling the person with the phone in the lap that it comes near: it shakes, and sounds softly. */

import { useEffect, useRef } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { ring } from "../../shared/device/bell.js";
import { _ } from "../../shared/i18n/i18n.js";
import { vibrate } from "../../shared/device/vibrate.js";
import { nearest, signFor, standOf } from "./queue-distance.js";
import { placeOf } from "./place.js";
import { isSoundOn } from "./alert-sound.js";

/** @typedef {import("./queue-distance.js").Stand} Stand */

/** How each is felt and heard: the nearer, the plainer. */
const SIGNS = {
  far: { shakes: [], times: 0, loudness: 0 },
  third: { shakes: [120], times: 1, loudness: 0.25 },
  next: { shakes: [200, 120, 200], times: 1, loudness: 0.5 },
  called: { shakes: [300, 150, 300, 150, 300], times: 2, loudness: 0.8 },
};

/** @param {import("../../wire").PhoneSlices} slices */
export function useQueueAlerts({ me, queue }) {
  const before = useRef(/** @type {Stand | null} */ (null));
  const { request } = me;
  const now = standOf(request, request ? placeOf(queue, request.listed) : 0);
  useEffect(() => {
    const sign = signFor(before.current, now);
    before.current = nearest(before.current, now);
    if (!sign) return;
    const { shakes, times, loudness } = SIGNS[sign];
    vibrate(shakes);
    if (isSoundOn()) ring(times, loudness);
    if (sign === "third") announce(_("Your turn comes near."));
  }, [now?.request, now?.call, now?.near]);
}
