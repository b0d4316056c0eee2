/** Linking the session to the member who ticked that, once they are in. */

import { useEffect } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { fetchPart } from "../load-part.js";
import { usePhone } from "../phone.js";
import { isAsked } from "./asked.js";
import { linkOf } from "./offered.js";

/** @typedef {import("../load-part.js").Known} Known */

/** Does what was ticked on the way in; what could not be done stays wanted, and is tried at the next start. */
export function useLinking() {
  const { code, device, known, slices, tell } = usePhone();
  const { person } = slices.me;
  useEffect(() => {
    if (!person || linkOf(code) !== "wanted") return;
    /** @type {Promise<Known>} */ (fetchPart(known))
      .then(({ linkSession }) => linkSession(code, device))
      .then(async (refused) => {
        if (refused) tell(_("This session is not linked to you yet. You find it under “About you”."));
        else if (await isAsked()) tell(_("You are asked something. It waits on your page, under “About you”."));
      })
      .catch(() => undefined);
  }, [code, device, person]);
}
