/** Sending commands, and telling what came of them when it was not what was wanted. */

import { useCallback, useEffect, useState } from "preact/hooks";
import { announce } from "../shared/ui/Announce.jsx";
import { _ } from "../shared/i18n/i18n.js";
import { reasonFor } from "../shared/connection/refusals.js";

/** @typedef {import("../wire").Ack} Ack */
/** @typedef {import("../wire").CommandBody} CommandBody */
/** @typedef {import("./phone.js").PhoneRoom} PhoneRoom */

const MESSAGE_MS = 12_000; // long enough to read twice; the next act ends it sooner

/**
 * @param {PhoneRoom} room
 * @returns {{
 *   message: string,
 *   act: (command: CommandBody) => Promise<Ack>,
 *   tell: (text: string) => void,
 *   hush: () => void,
 * }}
 */
export function useAct(room) {
  const [message, setMessage] = useState("");

  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(""), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [message]);

  const tell = useCallback((/** @type {string} */ text) => {
    setMessage(text);
    announce(text);
  }, []);

  const act = useCallback(
    async (/** @type {CommandBody} */ command) => {
      setMessage("");
      const ack = await room.send(command);
      if (ack.error) tell(reasonFor(ack.error, (person) => labelOf(room, person)));
      return ack;
    },
    [room, tell],
  );

  useEffect(() => {
    if (room.dropped) tell(_("What you tapped a while ago was not sent. Tap again if you still want it."));
    for (const answer of room.restored) {
      answer.then(({ error }) => {
        if (error) tell(_("What you tapped before came too late. {why}", { why: reasonFor(error, (person) => labelOf(room, person)) }));
      });
    }
  }, [room, tell]);

  const hush = useCallback(() => setMessage(""), []);

  return { message, act, tell, hush };
}

/** The people whom a phone knows by name: those on chairs. @param {PhoneRoom} room @param {number} person */
function labelOf(room, person) {
  if (person === room.slices.me?.person) return room.slices.me.label ?? undefined;
  const chairs = room.slices.bowl?.chairs ?? [];
  return chairs.find((chair) => chair.person?.id === person)?.person ?? undefined;
}
