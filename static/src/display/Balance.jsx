import { runningMs } from "../lib/clock.js";
import { ENOUGH_MS, gini, sharedHow, talkMs } from "../lib/equity.js";
import { useNow } from "../lib/hooks.js";
import { _, n_ } from "../lib/i18n.js";

/**
 * How well the talk is shared, where the facilitator shows it: how many, never who.
 *
 * @param {{balance: import("../wire").BalanceSlice, clock: import("../wire").ClockSlice}} props
 */
export function Balance({ balance, clock }) {
  useNow();
  const talks = balance.voices.map((voice) => talkMs(voice, runningMs(clock)));
  const total = talks.reduce((sum, ms) => sum + ms, 0);
  return (
    <p class="stage-balance">
      <b>{n_("{n} voice so far", "{n} voices so far", talks.length)}</b>
      {talks.length > 1 && total >= ENOUGH_MS && <span>{SHARED[sharedHow(gini(talks))]()}</span>}
    </p>
  );
}

const SHARED = {
  well: () => _("The talk is well shared."),
  fairly: () => _("The talk is fairly shared."),
  few: () => _("A few voices carry it. Yours?"),
};
