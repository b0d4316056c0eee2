import { useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { usePart } from "../load-part.js";
import { usePhone } from "../phone.js";

/** @typedef {import("../load-part.js").Known} Known */

/** The way in with a pass that this browser does not hold; its script comes when it is wanted. @param {{onRead: () => void}} props */
export function PassWay({ onRead }) {
  const { known } = usePhone();
  const [wanted, want] = useState(false);
  const { part } = usePart(known, wanted);
  const found = /** @type {Known | null} */ (part);
  if (found) return <found.HavePass onRead={onRead} isOpen />;
  return (
    <button type="button" class="button button-quiet" onClick={() => want(true)}>
      {_("I have a pass")}
    </button>
  );
}
