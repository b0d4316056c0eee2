import { Brand } from "../components/Brand.jsx";
import { Icon } from "../components/Icon.jsx";
import { _, n_ } from "../lib/i18n.js";
import { usePhone } from "./phone.js";
import { lostText } from "./screen.js";

/**
 * The top of every screen.
 *
 * @param {{open: boolean, own: boolean}} props `open` while there is a room to be in, `own` where
 *   one may look at oneself
 */
export function Top({ open, own }) {
  const { room, slices, lost, view, go } = usePhone();
  const { here } = room.signals;
  const { me } = slices;
  return (
    <header>
      {lost && <Banner placed={Boolean(me?.person)} />}
      <div class="phone-top">
        <Brand />
        <span>{open && here > 0 && !lost && n_("{n} here", "{n} here", here)}</span>
        {own && (
          <button
            class="you-button"
            aria-label={_("About you")}
            aria-pressed={view === "you"}
            onClick={() => go(view === "you" ? "bowl" : "you")}
          >
            <Icon name="person" />
          </button>
        )}
      </div>
      <p role="status" class={slices.session?.recording ? "recording" : undefined}>
        {slices.session?.recording && _("This talk is being recorded.")}
      </p>
    </header>
  );
}

/** Last known facts stay below, in the past tense. @param {{placed: boolean}} props */
export function Banner({ placed }) {
  return (
    <div class="banner">
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <circle cx="13" cy="13" r="10" />
        <path d="M13 3a10 10 0 0 1 10 10" />
      </svg>
      <span>{lostText(placed)}</span>
    </div>
  );
}

/** The pages of a session, where there is a choice. */
export function Tabs() {
  const { view, go, slices } = usePhone();
  /** @type {[import("./phone.js").View, string][]} */
  const pages = [
    ["bowl", _("Bowl")],
    ["topics", _("Topics")],
    ["questions", _("Questions")],
  ];
  const { taking, stage } = slices.looking_back;
  if (taking || stage) pages.push(["takeaways", stage ? _("Looking back") : _("Takeaways")]);
  return (
    <nav class="phone-tabs" aria-label={_("Session")}>
      {pages.map(([page, title]) => (
        <button key={page} aria-current={view === page ? "page" : undefined} onClick={() => go(page)}>
          {title}
        </button>
      ))}
    </nav>
  );
}
