import { useEffect, useState } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { _, fill, n_, nameOf } from "../../shared/i18n/i18n.js";
import { ORDERS, orderHint, orderWords, whyWords } from "../../shared/method/place-reasons.js";
import { KeyCap } from "../keyboard/KeyCap.jsx";
import { shortcutOf, signOf } from "../keyboard/key-lookup.js";
import { mayPress } from "../desk/rights.js";

/**
 * @import {Label, QueueOrder, WhyView} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 * @typedef {{request: number, person: Label, before: number, after: number, why: WhyView}} Move
 */

const PATIENCE = [1, 2, 3, 4, 5, 6, 8, 10];
const SHOWN = 8;

/** By what the queue goes, and the way to another order. @param {{desk: Desk}} props */
export function QueueOrderLine({ desk }) {
  return (
    <p class="order-now">
      <span>{orderWords(desk.slices.rules.order)}</span>{" "}
      {mayPress(desk, "order") && (
        <button
          type="button"
          aria-expanded={desk.panel === "order"}
          aria-label={_("Change the order of the queue")}
          aria-keyshortcuts={shortcutOf("order")}
          onClick={() => desk.perform("order")}
        >
          <span>{_("Change")}</span> <KeyCap sign={signOf("order")} extra />
        </button>
      )}
    </p>
  );
}

/** The orders, and who would move before anything happens. @param {{desk: Desk}} props */
export function OrderPanel({ desk }) {
  const { order, patience } = desk.slices.rules;
  const [wanted, want] = useState(order);
  const moves = useMoves(desk, wanted);
  const confirm = async () => {
    const ack = await desk.send({ do: "change_rules", order: wanted });
    if (!ack.ok) return;
    announce(_("Queue order: {order}", { order: orderWords(wanted) }));
    desk.set({ panel: null });
  };
  return (
    <div class="orders rail-scroll" tabIndex={0} role="group" aria-label={_("The order of the queue")}>
      <fieldset>
        <legend class="visually-hidden">{_("Who is called next?")}</legend>
        {ORDERS.map((one) => (
          <label key={one} class="order-choice">
            <input type="radio" name="order" checked={one === wanted} onChange={() => want(one)} />
            <span>{orderWords(one)}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint">{orderHint(wanted)}</p>
      {wanted !== order && <Preview moves={moves} desk={desk} wanted={wanted} />}
      {wanted !== order && (
        <button type="button" class="button" onClick={confirm}>
          {_("Use this order")}
        </button>
      )}
      <label class="order-patience">
        {fill(_("Nobody is overtaken more than {times}"), { times: <Patience desk={desk} patience={patience} /> })}
      </label>
    </div>
  );
}

/** How often the order may let others pass somebody. @param {{desk: Desk, patience: number}} props */
function Patience({ desk, patience }) {
  return (
    <select
      class="field-input"
      value={patience}
      onChange={(event) => desk.send({ do: "change_rules", patience: Number(event.currentTarget.value) })}
    >
      {[...new Set([...PATIENCE, patience])]
        .sort((a, b) => a - b)
        .map((n) => (
          <option key={n} value={n}>
            {n_("once", "{n} times", n)}
          </option>
        ))}
    </select>
  );
}

/** "Amira +2, Jonas −1", and why. @param {{moves: Move[] | null, desk: Desk, wanted: QueueOrder}} props */
function Preview({ moves, desk, wanted }) {
  if (!moves) return null;
  const rules = { ...desk.slices.rules, order: wanted };
  const more = moves.length - SHOWN;
  return (
    <div class="order-preview" role="status">
      {moves.length === 0 && <p>{_("Nobody would move.")}</p>}
      <ul>
        {moves.slice(0, SHOWN).map(({ request, person, before, after, why }) => (
          <li key={request}>
            <bdi>{nameOf(person)}</bdi> <b>{signed(before - after)}</b>
            <small>{whyWords(why, rules)}</small>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{n_("and one more", "and {n} more", more)}</p>}
    </div>
  );
}

/** @param {number} places */
function signed(places) {
  return places > 0 ? `+${places}` : `−${-places}`;
}

/**
 * Who would move, asked again whenever the queue has changed.
 * @param {Desk} desk
 * @param {QueueOrder} wanted
 */
function useMoves(desk, wanted) {
  const [moves, setMoves] = useState(/** @type {Move[] | null} */ (null));
  const { queue, rules } = desk.slices;
  useEffect(() => {
    let isWanted = true;
    fetchMoves(desk.code, wanted)
      .then((found) => isWanted && setMoves(found))
      .catch(() => isWanted && setMoves(null));
    return () => {
      isWanted = false;
    };
  }, [desk.code, wanted, queue, rules]);
  return moves;
}

/** @param {string} code @param {QueueOrder} order @returns {Promise<Move[]>} */
async function fetchMoves(code, order) {
  const answer = await fetch(`/${code}/order.json?order=${order}`);
  if (!answer.ok) throw new Error(`order.json answered ${answer.status}`);
  return (await answer.json()).moves;
}
