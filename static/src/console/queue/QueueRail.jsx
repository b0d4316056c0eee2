import { nowMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { PendingCall } from "../bowl/PendingCall.jsx";
import { JustNow } from "../log/JustNow.jsx";
import { openNames } from "../people/list/draft.js";
import { QueueOrderLine } from "./OrderPanel.jsx";
import { QueueList } from "./QueueList.jsx";
import { Round } from "./Round.jsx";
import { SoFar } from "../floor/SoFar.jsx";
import { oldTopic } from "../topics/request-topic.js";

/** Who waits, who is on the way, how well the talk is shared, and what happened. @param {{desk: import("../desk/desk.js").Desk}} props */
export function QueueRail({ desk }) {
  return (
    <aside class="rail rail-queue" aria-label={_("Queue")}>
      <h2>
        {_("Queue")} <QueueTotal items={desk.slices.queue.items} />
        <ActionButton desk={desk} action="queue_walk_up" icon="add" iconOnly="always" quiet label={_("Add somebody")} />
        <ListForQueue desk={desk} iconOnly="always" />
      </h2>
      <QueueContents desk={desk} inRail />
    </aside>
  );
}

/**
 * What stands under the heading, in the rail or in a panel.
 * @param {{desk: import("../desk/desk.js").Desk, inRail?: boolean}} props `inRail`: somebody is added beside the heading
 */
export function QueueContents({ desk, inRail = false }) {
  const { items, calls } = desk.slices.queue;
  return (
    <>
      <Round desk={desk} />
      <QueueOrderLine desk={desk} />
      <QueueDoor desk={desk} />
      <UnderOldTopic slices={desk.slices} />
      {calls.length > 0 && (
        <ul class="calls" aria-label={_("On the way")}>
          {calls.map((call) => (
            <PendingCall key={call.call} desk={desk} call={call} />
          ))}
        </ul>
      )}
      {items.length > 0 && <QueueList desk={desk} />}
      {!inRail && (
        <div class="rail-row">
          <ActionButton desk={desk} action="queue_walk_up" icon="add" label={_("Add somebody")} />
          <ListForQueue desk={desk} />
        </div>
      )}
      <SoFar desk={desk} />
      <JustNow desk={desk} />
    </>
  );
}

/** Several at once. @param {{desk: import("../desk/desk.js").Desk, iconOnly?: "always"}} props */
function ListForQueue({ desk, iconOnly }) {
  return (
    <ActionButton
      desk={desk}
      action="names"
      icon="list"
      iconOnly={iconOnly}
      quiet
      label={_("Names from a list")}
      press={() => openNames(desk, "queue")}
    />
  );
}

/** In the last minutes: nobody new can ask, and the way to change that. @param {{desk: import("../desk/desk.js").Desk}} props */
function QueueDoor({ desk }) {
  if (!desk.slices.run.queue_closed) return null;
  return (
    <div class="queue-closed">
      <p>{_("Queue closed")}</p>
      <ActionButton desk={desk} action="queue_door" label={_("Open it again")} />
    </div>
  );
}

/** The talk has moved on from what some people queued for. @param {{slices: import("../../wire").ConsoleSlices}} props */
function UnderOldTopic({ slices }) {
  const n = slices.queue.items.filter((item) => oldTopic(slices, item)).length;
  if (!n) return null;
  return <p class="old-topics">{n_("{n} waits under an old topic", "{n} wait under an old topic", n)}</p>;
}

/** How many wait, and for how long. @param {{items: import("../../wire").QueueItem[]}} props */
export function QueueTotal({ items }) {
  useNow(5_000);
  if (!items.length) return <span>{_("nobody waits")}</span>;
  const first = Math.min(...items.map((item) => item.asked_at_ms));
  const minutes = Math.max(0, Math.floor((nowMs() - first) / 60_000));
  if (!minutes) return <span>{n_("{n} waits", "{n} wait", items.length)}</span>;
  return (
    <span>
      {n_("{n} waits, {minutes} min", "{n} wait, longest {minutes} min", items.length, { minutes })}
    </span>
  );
}
