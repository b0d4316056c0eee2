import { _, n_ } from "../../shared/i18n/i18n.js";

const CHOICES = [1, 2, 3, 5, 10];

/**
 * For how long the room is asked; without a length it is open until somebody closes it.
 *
 * @param {{minutes: number | null, choose: (minutes: number | null) => void}} props
 */
export function VoteLength({ minutes, choose }) {
  return (
    <select
      class="vote-choice"
      aria-label={_("Open for")}
      value={minutes ?? ""}
      onChange={(event) => choose(Number(event.currentTarget.value) || null)}
    >
      <option value="">{_("no time limit")}</option>
      {CHOICES.map((n) => (
        <option key={n} value={n}>
          {n_("{n} minute", "{n} minutes", n)}
        </option>
      ))}
    </select>
  );
}
