import { Brand } from "../components/Brand.jsx";

/** @typedef {import("preact").ComponentChildren} ComponentChildren */

/**
 * The wall: all water, with light where the bowl is.
 *
 * @param {{screen?: string, event?: string, children?: ComponentChildren}} props
 */
export function Wall({ screen = "waiting", event = "", children }) {
  return (
    <main class={`wall wall-${screen} on-water`}>
      <p class="wall-title">
        <Brand />
        {event && <bdi>{event}</bdi>}
      </p>
      {children}
    </main>
  );
}
