import { Name } from "../../shared/ui/Name.jsx";
import { isBreak } from "../../shared/time/break.js";
import { _, fill, n_ } from "../../shared/i18n/i18n.js";
import { breakText } from "../words.js";
import { usePhone } from "../phone.js";

/** One line of what goes on: who speaks, or why nobody does. */
export function LiveLine() {
  const { slices, lost } = usePhone();
  const { clock } = slices;
  const { state } = slices.session;
  if (state === "lobby") return <p class="live-line">{_("It has not started yet.")}</p>;
  if (state === "paused") {
    return <p class="live-line">{isBreak(clock) ? breakText(clock) : _("Paused for a moment. You keep your place.")}</p>;
  }
  const taken = slices.bowl.chairs.filter(({ state }) => state === "seated" || state === "speaking");
  const speaker = taken.find((chair) => chair.state === "speaking")?.person;
  if (!speaker) return <p class="live-line">{seatedText(taken.length)}</p>;
  const name = (
    <b>
      <Name of={speaker} />
    </b>
  );
  return (
    <p class="live-line">
      <i class={lost ? "voice is-past" : "voice"} />
      <span>{fill(lost ? _("{name} was speaking") : _("{name} is speaking"), { name })}</span>
    </p>
  );
}

/** @param {number} count */
function seatedText(count) {
  return count === 0
    ? _("Nobody is in the bowl yet.")
    : n_("One person is in the bowl.", "{n} people are in the bowl.", count);
}

/** The current topic, if there is one. */
export function OnTheTable() {
  const { slices } = usePhone();
  const topic = slices.topics.topics.find((topic) => topic.state === "current");
  if (!topic) return null;
  return <p class="on-the-table">{fill(_("On the table: {topic}"), { topic: <bdi>{topic.title}</bdi> })}</p>;
}
