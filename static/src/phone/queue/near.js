/** Telling the person with the phone in the lap that it comes near: it shakes, and sounds softly. */

import { useEffect, useRef } from "preact/hooks";
import { announce } from "../../components/Announce.jsx";
import { ring } from "../../lib/bell.js";
import { _ } from "../../lib/i18n.js";
import { buzz } from "../../lib/buzz.js";
import { nearest, signFor, standOf } from "./nearness.js";
import { placeOf } from "./place.js";
import { isSoundOn } from "./sound.js";

/** @typedef {import("./nearness.js").Stand} Stand */

/** How each is felt and heard: the nearer, the plainer. */
const SIGNS = {
  far: { shakes: [], times: 0, loudness: 0 },
  third: { shakes: [120], times: 1, loudness: 0.25 },
  next: { shakes: [200, 120, 200], times: 1, loudness: 0.5 },
  called: { shakes: [300, 150, 300, 150, 300], times: 2, loudness: 0.8 },
};

/** @param {import("../../wire").PhoneSlices} slices */
export function useNear({ me, queue }) {
  const before = useRef(/** @type {Stand | null} */ (null));
  const { request } = me;
  const now = standOf(request, request ? placeOf(queue, request.listed) : 0);
  useEffect(() => {
    const sign = signFor(before.current, now);
    before.current = nearest(before.current, now);
    if (!sign) return;
    const { shakes, times, loudness } = SIGNS[sign];
    buzz(shakes);
    if (isSoundOn()) ring(times, loudness);
    if (sign === "third") announce(_("Your turn comes near."));
  }, [now?.request, now?.call, now?.near]);
}
