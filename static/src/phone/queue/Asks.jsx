import { _, fill, nameOf } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/** @typedef {import("../../wire").MyRequest} MyRequest */

/**
 * What the phone asks somebody who waits: the talk has moved on, or "not now" was said three times.
 *
 * @param {{request: MyRequest, change: () => void}} props
 */
export function Asks({ request, change }) {
  const { slices, act } = usePhone();
  const moved = movedOn(slices.topics.topics, request.topic);
  if (!moved && !request.wanted) return null;
  const keep = () => act({ do: "keep_request", request: request.request });
  const letGo = () => act({ do: "lower_hand", request: request.request });
  return (
    <section class="asks" role="group" aria-label={_("A question to you")}>
      <p>{moved ? <MovedText title={moved.title} /> : _("Three times “not now”. Do you still want the chair?")}</p>
      <div class="asks-row">
        <button class="button" onClick={keep}>
          {moved ? _("Keep it") : _("Yes, keep my place")}
        </button>
        {moved && (
          <button class="button" onClick={change}>
            {_("Change it")}
          </button>
        )}
        <button class="button" onClick={letGo}>
          {moved ? _("Withdraw it") : _("No, leave the queue")}
        </button>
      </div>
    </section>
  );
}

/** @param {{title: string}} props */
function MovedText({ title }) {
  if (!title) return <>{_("You asked under an earlier topic. Keep it, change it, or withdraw it?")}</>;
  return <>{fill(_("You asked under “{topic}”. Keep it, change it, or withdraw it?"), { topic: <bdi>{title}</bdi> })}</>;
}

/**
 * The topic under which one asked, if another one is talked about now.
 *
 * @param {import("../../wire").TopicView[]} topics
 * @param {number | null} topic
 * @returns {{title: string} | null} without a title where it is not shown any more
 */
export function movedOn(topics, topic) {
  if (topic === null) return null;
  const isMoved = topics.some(({ id, state }) => state === "current" && id !== topic);
  return isMoved ? { title: topics.find(({ id }) => id === topic)?.title ?? "" } : null;
}

/** Tells who gave this place in the queue, or to whom it was given. @param {{request: MyRequest}} props */
export function Gift({ request }) {
  const { gave_to: taker, given_by: giver } = request;
  if (giver) return <p class="happened">{fill(_("{name} gave you this place."), { name: <bdi>{nameOf(giver)}</bdi> })}</p>;
  if (taker) return <p class="happened">{fill(_("You gave your place to {name}."), { name: <bdi>{nameOf(taker)}</bdi> })}</p>;
  return null;
}
