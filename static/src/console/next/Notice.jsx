import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";

/** One short line about what did not happen, with ways out; or that the connection is lost. @param {{desk: import("../desk/desk.js").Desk}} props */
export function Notice({ desk }) {
  if (desk.room.status === "lost" && desk.room.stopping) {
    return <p class="notice">{_("The server has stopped. What was confirmed is saved, and this page comes back by itself when it runs again.")}</p>;
  }
  if (desk.room.status === "lost") {
    return <p class="notice">{_("Reconnecting… the session is safe, what you press is sent afterwards.")}</p>;
  }
  const { notice } = desk;
  if (!notice) return null;
  return (
    <div class={`notice${notice.undoes ? " offers-undo" : ""}`}>
      <span>{notice.text}</span>
      {notice.ways.map((way) => (
        <button key={way.label} type="button" class="button button-small" onClick={way.run}>
          <span class="notice-way">{way.label}</span> {way.sign && <kbd aria-hidden="true">{way.sign}</kbd>}
        </button>
      ))}
      <button
        type="button"
        class="icon-button"
        aria-label={_("Dismiss")}
        onClick={() => desk.set({ notice: null })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
