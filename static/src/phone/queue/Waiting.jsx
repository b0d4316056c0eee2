import { useState } from "preact/hooks";
import { _, fill } from "../../shared/i18n/i18n.js";
import { whyOf, whyWords } from "../../shared/method/place-reasons.js";
import { waitWords } from "../../shared/method/wait-estimate.js";
import { ActButton } from "../frame/ActButton.jsx";
import { Asks, Gift } from "./Asks.jsx";
import { Bring } from "./Bring.jsx";
import { QueueArc } from "./QueueArc.jsx";
import { LiveLine } from "../bowl/LiveLine.jsx";
import { NotNow } from "./NotNow.jsx";
import { Message, Unsent } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { Signs } from "../bowl/Signs.jsx";
import { PhaseLine } from "../bowl/PhaseLine.jsx";
import { placeOf, waitingCount } from "./place.js";
import { useSaid } from "../frame/screen.js";
import { chairToTake, TakeChair, useLateText } from "../bowl/TakeChair.jsx";
import { TapIn } from "./TapIn.jsx";
import { SeatLocation } from "./SeatLocation.jsx";
import { KeepWords } from "../me/RecoveryWords.jsx";
import { ordinal } from "../words.js";

/** @import {Reason, WhyView} from "../../wire" */

/** @type {Reason[]} */
const OWN_WISH = ["resting", "snoozed"];
/** What stands on this phone in other words than on the console. @type {Reason[]} */
const TOLD_OTHERWISE = ["snoozed", "absent", "recalled"];

/** Waiting: the water is higher, and the place in the queue is shown on it. */
export function Waiting() {
  const { slices, lost } = usePhone();
  const { clock, me, queue, rules, run } = slices;
  const [writing, setWriting] = useState(false);
  const place = placeOf(queue, me.request?.listed ?? 0);
  const sooner = useLateText(place);
  if (!me.request) return null;
  const { request } = me.request;
  const why = whyOf(queue.whys, place);
  const wait = lost || clock.state !== "running" ? "" : waitWords(queue.pace, place);
  const happened = sooner || (why && OWN_WISH.includes(why.reason) ? "" : whatHappened(me.request, place, why));
  const chair = chairToTake(slices);
  return (
    <main class="waiting">
      <div class="above-tide">
        <LiveLine />
        <PhaseLine />
      </div>
      <div class="tide-edge">
        <div class="tide on-water">
          <Place place={place} lost={lost} wait={wait} said={sooner} />
          <QueueArc place={place} count={waitingCount(queue)} />
          {why && !TOLD_OTHERWISE.includes(why.reason) && <p class="place-why">{whyWords(why, rules)}</p>}
          {run.queue_closed && <p class="happened">{_("The last minutes: you may still be called.")}</p>}
          {happened && <p class="happened">{happened}</p>}
          <TapIn />
          <Gift request={me.request} />
          <Asks request={me.request} change={() => setWriting(true)} />
          <Bring request={me.request} writing={writing} setWriting={setWriting} />
          <NotNow request={me.request} />
          <SeatLocation />
          <Signs />
          <KeepWords />
          <div class="tide-foot">
            <Message />
            {chair !== null && <TakeChair chair={chair} />}
            <ActButton look="line" command={{ do: "lower_hand", request }}>
              {_("Lower my hand")}
            </ActButton>
            <Unsent />
          </div>
        </div>
      </div>
    </main>
  );
}

/**
 * @param {{place: number, lost: boolean, wait: string, said: string}} props `said`: what is more than
 *   the place
 */
function Place({ place, lost, wait, said }) {
  useSaid(said || (place === 1 ? _("You are first in the queue.") : ""));
  const [before, number, after] = fill(ordinal(place), { n: place });
  return (
    <h1 class="place" tabIndex={-1}>
      <svg class="place-rings" viewBox="0 0 400 400" aria-hidden="true">
        {[96, 132, 172, 218, 270].map((radius) => (
          <circle key={radius} cx="200" cy="200" r={radius} />
        ))}
      </svg>
      {place > 0 && (
        <b>
          {before}
          {number}
          <sup>{after}</sup>
        </b>
      )}{" "}
      <span>{lost ? _("in the queue when last connected") : _("in the queue")}</span>
      {wait && <span class="place-wait">{wait}</span>}
    </h1>
  );
}

/**
 * Why a person who was called waits again.
 *
 * @param {import("../../wire").MyRequest} request
 * @param {number} place
 * @param {WhyView | null} why
 */
function whatHappened(request, place, why) {
  switch (request.last) {
    case "missed":
      if (why?.reason === "absent") return _("We went on, and the next goes first. Your place is kept.");
      return place === 1
        ? _("We went on. You are first in the queue again.")
        : _("We went on. You are still in the queue.");
    case "passed":
      return _("Your place is kept.");
    case "withdrawn":
      return _("The call was cancelled. Your place is kept.");
    default:
      return "";
  }
}
