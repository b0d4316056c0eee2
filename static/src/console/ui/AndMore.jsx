import { n_ } from "../../shared/i18n/i18n.js";

/** Under a list: how many more there are, and the press that lists them. @param {{left: number, show: () => void}} props */
export function AndMore({ left, show }) {
  if (left < 1) return null;
  return (
    <button type="button" class="button button-small button-quiet" onClick={show}>
      {n_("and {n} more", "and {n} more", left)}
    </button>
  );
}
