import { useEffect } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { ActButton } from "../frame/ActButton.jsx";
import { usePhone } from "../phone.js";

/** @typedef {import("../../wire").Ack} Ack */
/** @typedef {import("../../wire").PhoneSlices} PhoneSlices */
/** @typedef {{request: number, chair: number, name?: string}} Late who came a moment too late to a chair waits */

/**
 * The number of the chair that the first thumb takes; `null` where one is called, or none is open.
 *
 * @param {PhoneSlices} slices
 */
export function chairToTake({ rules, session, bowl }) {
  if (rules.entry !== "free" || session.state !== "running") return null;
  return bowl.chairs.find((chair) => chair.state === "open")?.no ?? null;
}

/** Takes the open chair; if somebody else was faster, a sentence says so. @param {{chair: number}} props */
export function TakeChair({ chair }) {
  const { setLate } = usePhone();
  /** The answer names a request instead of a turn where somebody was sooner. @param {Ack} ack */
  const answered = (ack) => ack.ok && ack.seq !== null && setLate({ request: ack.seq, chair });
  return (
    <ActButton command={{ do: "take_chair", chair }} onAnswer={answered}>
      <Icon name="seat" />
      {_("Take chair {chair}", { chair })}
    </ActButton>
  );
}

/**
 * What to tell somebody who tapped a moment too late; empty for everybody else. Who was sooner is
 * remembered: others may sit there by and by.
 *
 * @param {number} place in the queue
 */
export function useLateText(place) {
  const { slices, late, setLate } = usePhone();
  const { me, bowl } = slices;
  const isMine = late !== null && late.request === me.request?.request;
  const person = bowl.chairs.find((chair) => chair.no === late?.chair)?.person;
  const found = person ? nameOf(person) : "";
  useEffect(() => {
    if (isMine && !late.name && found) setLate({ ...late, name: found });
  }, [isMine, late, found]);
  const name = late?.name || found;
  if (!isMine || !name) return "";
  return place === 1
    ? _("{name} was a moment sooner. You are first in the queue.", { name })
    : _("{name} was a moment sooner. You are in the queue now.", { name });
}
