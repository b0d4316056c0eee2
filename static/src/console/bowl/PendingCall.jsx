import { runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, nameOf } from "../../shared/i18n/i18n.js";
import { callWords } from "../desk/words.js";

/** Somebody on the way to a chair. @param {{desk: import("../desk/desk.js").Desk, call: import("../../wire").CallView}} props */
export function PendingCall({ desk, call }) {
  useNow();
  const name = nameOf(call.person);
  return (
    <li class="call">
      <span class="call-chair" aria-hidden="true">
        {call.chair}
      </span>
      <p class="call-who">
        <bdi>{name}</bdi>
        <span>{callWords(call, runningMs(desk.slices.clock))}</span>
        {call.where && <span dir="auto">{call.where}</span>}
      </p>
      <CallButtons desk={desk} call={call} />
    </li>
  );
}

/** What can become of a call. @param {{desk: import("../desk/desk.js").Desk, call: import("../../wire").CallView}} props */
function CallButtons({ desk, call: { call, person } }) {
  const name = nameOf(person);
  return (
    <div class="rail-row">
      <button
        type="button"
        class="button button-small"
        aria-label={_("{name} is seated", { name })}
        onClick={() => desk.send({ do: "confirm_seated", call })}
      >
        {_("Seated")}
      </button>
      <button
        type="button"
        class="button button-small button-quiet"
        aria-label={_("Cancel call: {name}", { name })}
        onClick={() => desk.send({ do: "withdraw_call", call })}
      >
        {_("Cancel call")}
      </button>
    </div>
  );
}
