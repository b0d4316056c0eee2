import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";
import { isUsed, offersWay } from "./offered.js";

/** For members, at the closing and under "About you": what they give and look for stands after the session. */
export function OffersHint() {
  const phone = usePhone();
  if (!isUsed(phone, "offers")) return null;
  return (
    <a class="button" href={offersWay(phone.code)}>
      {_("What you give and look for")}
    </a>
  );
}
