import { useState } from "preact/hooks";
import { dayText, kindBegins } from "../../shared/method/debrief-words.js";
import { _ } from "../../shared/i18n/i18n.js";
import { isUsed, offersWay } from "../known/offered.js";
import { usePhone } from "../phone.js";
import { BringForm } from "./BringForm.jsx";
import { TakeForm } from "./TakeForm.jsx";

/** @typedef {import("../../wire").MyTakeaway} MyTakeaway */

/** What one keeps: private or shared, and what can be done with it. @param {{title?: string}} props */
export function Kept({ title }) {
  const { takeaways } = usePhone().slices.me;
  if (takeaways.length === 0) return null;
  return (
    <section class="kept" aria-label={_("Your takeaways")}>
      {title && <h2 class="section">{title}</h2>}
      <ul>
        {takeaways.map((takeaway) => (
          <One key={takeaway.id} takeaway={takeaway} />
        ))}
      </ul>
    </section>
  );
}

/** @param {{takeaway: MyTakeaway}} props */
function One({ takeaway }) {
  const phone = usePhone();
  const { slices, act, tell } = phone;
  const [isEdited, edit] = useState(false);
  const { id, kind, words, shared, closed, edited } = takeaway;
  if (isEdited) {
    return (
      <li>
        {kind === "brought" ? (
          <BringForm takeaway={takeaway} onDone={() => edit(false)} />
        ) : (
          <TakeForm takeaway={takeaway} onDone={() => edit(false)} />
        )}
      </li>
    );
  }
  const isSettled = shared && Boolean(slices.session.summary);
  const withdraw = async () => {
    const ack = await act({ do: "withdraw_takeaway", takeaway: id });
    if (ack.ok) tell(_("Deleted."));
  };
  return (
    <li>
      <small>{noteOf(takeaway)}</small>
      <p class={closed ? "is-closed" : undefined}>
        <bdi>{words}</bdi>
      </p>
      {edited && <p class="kept-edited">{_("In the facilitator’s words: “{words}”", { words: edited })}</p>}
      <div class="kept-ways">
        {kind === "will" && (
          <Way
            label={closed ? _("Not done yet") : _("Done")}
            about={closed ? _("Not done yet: {words}", { words }) : _("Done: {words}", { words })}
            run={() => act({ do: closed ? "reopen_item" : "close_item", item: id })}
          />
        )}
        {(kind === "offer" || kind === "need") && isUsed(phone, "offers") && (
          <a class="take-back" href={offersWay(phone.code, id)} aria-label={_("Let it stand after the session: {words}", { words })}>
            {_("Let it stand after the session")}
          </a>
        )}
        {!isSettled && <Way label={_("Change")} about={_("Change: {words}", { words })} run={() => edit(true)} />}
        {!isSettled && <Way label={_("Remove")} about={_("Remove: {words}", { words })} run={withdraw} />}
      </div>
    </li>
  );
}

/** @param {{label: string, about: string, run: () => void}} props */
function Way({ label, about, run }) {
  return (
    <button type="button" class="take-back" aria-label={about} onClick={run}>
      {label}
    </button>
  );
}

/** What it is, who sees it, by when. @param {MyTakeaway} takeaway */
function noteOf({ kind, shared, state, due, closed, origin }) {
  const notes = [kindBegins(kind), origin, seenBy(shared, state), due && _("by {day}", { day: dayText(due) }), closed && _("done")];
  return notes.filter(Boolean).join(" · ");
}

/** @param {boolean} shared @param {MyTakeaway["state"]} state */
function seenBy(shared, state) {
  if (!shared) return _("only you see this");
  if (state === "up") return _("on the wall");
  return state === "aside" ? _("the facilitator left it out; only you see it") : _("shared");
}
