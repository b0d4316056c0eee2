/**
 * A button for an action that may need to be held for a second, by key, pointer or Enter.
 *
 * Assistive technology presses without holding; it is asked nothing more.
 *
 * @param {{
 *   desk: import("../desk/desk.js").Desk,
 *   action: import("../keyboard/key-table.js").Action,
 *   hold: boolean,
 *   shortcut?: string,
 *   class: string,
 *   children: import("preact").ComponentChildren,
 * }} props
 */
export function HoldButton({ desk, action, hold, shortcut, class: name, children }) {
  const begin = (/** @type {string} */ code) => hold && desk.keyInput.hold(action, code);
  const end = () => desk.keyInput.release("pointer");
  /** Where no key list listens, Space belongs to the button, too. @param {KeyboardEvent} event */
  const isItsKey = (event) => hold && (event.key === "Enter" || (event.key === " " && !event.defaultPrevented));
  return (
    <button
      type="button"
      class={`${name}${desk.holding === action ? " is-holding" : ""}`}
      aria-keyshortcuts={shortcut}
      onPointerDown={(event) => event.button === 0 && begin("pointer")}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onKeyDown={(event) => {
        if (!isItsKey(event)) return;
        event.preventDefault();
        if (!event.repeat) begin(event.code);
      }}
      onKeyUp={(event) => {
        if (!isItsKey(event)) return;
        event.preventDefault();
        desk.keyInput.release(event.code);
      }}
      onBlur={() => desk.keyInput.letGo()}
      onClick={(event) => {
        // The second half of a double click would press the next action; so would a
        // click just after another console has pressed.
        const isMeant = event.detail === 0 || !desk.isDeaf(action);
        if (hold ? event.detail === 0 : event.detail < 2 && isMeant) desk.perform(action);
      }}
    >
      {children}
    </button>
  );
}
