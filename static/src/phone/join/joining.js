/** Coming in, also when so many come at once that some have to wait a moment. */

import { _ } from "../../shared/i18n/i18n.js";
import { reasonFor } from "../../shared/connection/refusals.js";

/** @typedef {import("../phone.js").PhoneRoom} PhoneRoom */

const AGAIN_MS = 2_000;
const SPREAD_MS = 2_000; // so that those who wait do not all come back in the same moment

/**
 * Asks until there is an answer.
 *
 * @param {PhoneRoom} room
 * @param {string} name
 * @param {(text: string) => void} tell says what there is to say meanwhile
 */
export async function comeIn(room, name, tell) {
  for (;;) {
    const { error } = await room.send({ do: "join_session", name });
    if (error?.code !== "too_fast") {
      if (error) tell(reasonFor(error));
      return;
    }
    tell(_("Very many people are joining right now. You are let in shortly: stay on this page."));
    await new Promise((again) => setTimeout(again, AGAIN_MS + Math.random() * SPREAD_MS));
  }
}
