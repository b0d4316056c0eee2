import { OnTheWay } from "../frame/NoticePage.jsx";
import { usePart } from "../load-part.js";
import { usePhone } from "../phone.js";

/** @typedef {import("../load-part.js").Known} Known */

/** Being known next time: the question, or the pass; its script is fetched for it. */
export function KnownPage() {
  const { known, slices } = usePhone();
  const { part, late } = usePart(known, true);
  const found = /** @type {Known | null} */ (part);
  return found ? <found.Known /> : <OnTheWay question={slices.session.question} late={late} />;
}
