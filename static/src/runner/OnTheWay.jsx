import { useEffect } from "preact/hooks";
import { Bowl } from "../shared/bowl/Bowl.jsx";
import { Icon } from "../shared/ui/Icon.jsx";
import { Name } from "../shared/ui/Name.jsx";
import { vibrate } from "../shared/device/vibrate.js";
import { formatLeft, runningMs } from "../shared/time/clock.js";
import { useNow } from "../shared/ui/hooks.js";
import { _, fill, nameOf } from "../shared/i18n/i18n.js";
import { ActButton } from "../phone/frame/ActButton.jsx";
import { usePhone } from "../phone/phone.js";
import { ActionFooter } from "../phone/frame/ActionFooter.jsx";
import { useSaid } from "../phone/frame/screen.js";
import { Next } from "./Next.jsx";
import { Seat } from "./Seat.jsx";

/**
 * @import {RunnerCall, RunnerSlices} from "../wire"
 */

/** Somebody is called: who, to which chair, and from where. @param {{slices: RunnerSlices}} props */
export function OnTheWay({ slices }) {
  const { runner, bowl, clock, session } = slices;
  const [call, ...others] = runner.calls;
  const name = nameOf(call.person);
  useEffect(() => vibrate([120]), []);
  useSaid(_("{name} is called to chair {chair}.", { name, chair: call.chair }));
  return (
    <>
      <main class="phone-main">
        <div class="runner-call">
          <span class="runner-chair" aria-hidden="true">
            {call.chair}
          </span>
          <div>
            <h1 class="runner-name" tabIndex={-1}>
              <Name of={call.person} />
            </h1>
            <p class="runner-to">{_("to chair {chair}", { chair: call.chair })}</p>
          </div>
        </div>
        <Seat where={call.where} />
        <Coming slices={slices} call={call} />
        <div class="pool phone-pool">
          <Bowl small chairs={bowl.chairs} clock={clock} limitMs={session.seat_limit_ms} />
        </div>
        {others.length > 0 && <Others calls={others} />}
        <Next runner={runner} />
      </main>
      <ActionFooter>
        <ActButton command={{ do: "confirm_seated", call: call.call }}>
          <Icon name="check" />
          <span>{fill(_("{name} is seated"), { name: <Name of={call.person} /> })}</span>
        </ActButton>
        <ActButton look="text" command={{ do: "withdraw_call", call: call.call }}>
          {_("Not coming, keep their place")}
        </ActButton>
      </ActionFooter>
    </>
  );
}

/** How far they have come. @param {{slices: RunnerSlices, call: RunnerCall}} props */
function Coming({ slices, call }) {
  useNow();
  if (call.walking) return <p class="runner-coming">{_("is walking up")}</p>;
  if (slices.clock.state === "paused") return <p class="runner-coming">{_("Paused for a moment.")}</p>;
  if (call.deadline_run_ms === null) return <p class="runner-coming">{_("has no phone: look for them")}</p>;
  const left = Math.max(0, call.deadline_run_ms - runningMs(slices.clock));
  return <p class="runner-coming">{_("called, {left} to come", { left: formatLeft(left) })}</p>;
}

/** Whoever else is on the way; the first one called has the big button. @param {{calls: RunnerCall[]}} props */
function Others({ calls }) {
  const { act } = usePhone();
  return (
    <section>
      <h2 class="section">{_("Also on the way")}</h2>
      <ul class="runner-list">
        {calls.map(({ call, person, chair, where }) => (
          <li key={call}>
            <p>
              <b>
                <Name of={person} />
              </b>
              <span>
                {_("to chair {chair}", { chair })}
                {where && (
                  <>
                    {" · "}
                    <bdi>{where}</bdi>
                  </>
                )}
              </span>
            </p>
            <button
              type="button"
              class="button"
              aria-label={_("{name} is seated", { name: nameOf(person) })}
              onClick={() => act({ do: "confirm_seated", call })}
            >
              {_("Seated")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
