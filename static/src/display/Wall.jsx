import { Brand } from "../shared/ui/Brand.jsx";

/** @typedef {import("preact").ComponentChildren} ComponentChildren */

/**
 * The wall: a background of water, lighter where the bowl is.
 *
 * @param {{screen?: string, event?: string, facts?: ComponentChildren, children?: ComponentChildren}} props
 *   `facts`: short ones, beside the event's name
 */
export function Wall({ screen = "waiting", event = "", facts, children }) {
  return (
    <main class={`wall wall-${screen} on-water`}>
      <div class="wall-title">
        <Brand />
        {event && <bdi class="wall-event">{event}</bdi>}
        {facts}
      </div>
      {children}
    </main>
  );
}
