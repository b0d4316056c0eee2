import { useState } from "preact/hooks";
import { Brand } from "../../shared/ui/Brand.jsx";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _, n_ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";
import { lostText, unconfirmedText } from "./screen.js";
import { isSoundOn, setSound } from "../queue/alert-sound.js";
import { mayLookAt } from "../view.js";

/** @typedef {import("../phone.js").View} View */
/** Where it may ring. @type {import("../where.js").Where[]} */
const NEAR = ["waiting", "called", "walking"];

/**
 * The top of every screen.
 *
 * @param {{open: boolean, where: import("../where.js").Where}} props `open` while there is a room to be in
 */
export function Top({ open, where }) {
  const { room, slices, lost } = usePhone();
  const { here } = room.signals;
  return (
    <header>
      {lost ? <Banner placed={Boolean(slices.me?.person)} /> : <Unconfirmed />}
      <div class="phone-top">
        <Brand />
        <span>{open && here > 0 && !lost && n_("{n} here", "{n} here", here)}</span>
        <div class="top-buttons">
          {open && NEAR.includes(where) && <SoundButton />}
          {mayLookAt("wall", where) && <PageButton page="wall" icon="display" label={_("What the wall shows, as text")} />}
          {mayLookAt("you", where) && <PageButton page="you" icon="person" label={_("About you")} />}
        </div>
      </div>
      <p role="status" class={slices.session?.recording ? "recording" : undefined}>
        {slices.session?.recording && _("This talk is being recorded.")}
      </p>
    </header>
  );
}

/** A way to a page and back. @param {{page: View, icon: import("../../shared/ui/Icon.jsx").IconName, label: string}} props */
function PageButton({ page, icon, label }) {
  const { view, go } = usePhone();
  return (
    <button
      class="top-button is-page"
      aria-label={label}
      aria-pressed={view === page}
      onClick={() => go(view === page ? "bowl" : page)}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Whether the phone sounds when it comes near: at hand as long as it may. */
function SoundButton() {
  const { tell } = usePhone();
  const [on, setOn] = useState(isSoundOn);
  const turn = () => {
    setSound(!on);
    setOn(!on);
    tell(on ? _("This phone stays silent.") : _("A soft bell sounds when your turn comes near."));
  };
  return (
    <button class="top-button" aria-label={_("Sound")} aria-pressed={on} onClick={turn}>
      <Icon name={on ? "bell" : "silent"} />
    </button>
  );
}

/** Last known facts stay below, in the past tense. @param {{placed: boolean}} props */
export function Banner({ placed }) {
  const { room } = usePhone();
  return (
    <div class="banner">
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <circle cx="13" cy="13" r="10" />
        <path d="M13 3a10 10 0 0 1 10 10" />
      </svg>
      <span>{lostText(placed, room.stopping)}</span>
    </div>
  );
}

/** The connection stands, but what was tapped has had no answer for a while. */
function Unconfirmed() {
  const { room } = usePhone();
  if (room.unconfirmed.length === 0) return null;
  return <p class="banner is-still">{unconfirmedText()}</p>;
}

/** The pages of a session, where there is a choice. */
export function Tabs() {
  const { view, go, slices } = usePhone();
  /** @type {[View, string][]} */
  const pages = [
    ["bowl", _("Bowl")],
    ["topics", _("Topics")],
    ["questions", _("Questions")],
  ];
  const { taking, stage, bringing } = slices.looking_back;
  if (taking || stage) pages.push(["takeaways", stage ? _("Looking back") : _("Takeaways")]);
  else if (bringing) pages.push(["takeaways", _("Bring back")]);
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
