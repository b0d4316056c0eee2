import { runningMs } from "../shared/time/clock.js";
import { ENOUGH_MS, gini, sharedHow, talkMs } from "../shared/method/equity.js";
import { useNow } from "../shared/ui/hooks.js";
import { _, n_ } from "../shared/i18n/i18n.js";

/** @import {BalanceSlice, ClockSlice} from "../wire" */

/**
 * How many are here and, where the facilitator shows it, how well the talk is shared: how many, never who.
 *
 * @param {{here: number | null, balance: BalanceSlice, clock: ClockSlice}} props
 */
export function Facts({ here, balance, clock }) {
  if (here === null && !balance.shown) return null;
  return (
    <p class="stage-facts">
      {here !== null && <span>{n_("{n} here", "{n} here", here)}</span>}
      {balance.shown && <Balance balance={balance} clock={clock} />}
    </p>
  );
}

/** @param {{balance: BalanceSlice, clock: ClockSlice}} props */
function Balance({ balance, clock }) {
  useNow();
  const talks = balance.voices.map((voice) => talkMs(voice, runningMs(clock)));
  const total = talks.reduce((sum, ms) => sum + ms, 0);
  return (
    <>
      <span>{n_("{n} voice so far", "{n} voices so far", talks.length)}</span>
      {talks.length > 1 && total >= ENOUGH_MS && <b>{SHARED[sharedHow(gini(talks))]()}</b>}
    </>
  );
}

const SHARED = {
  well: () => _("The talk is well shared."),
  fairly: () => _("The talk is fairly shared."),
  few: () => _("A few people do most of the talking."),
};
