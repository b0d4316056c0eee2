import { Icon } from "../../shared/ui/Icon.jsx";
import { formatLeft, runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _ } from "../../shared/i18n/i18n.js";
import { CALL_HOLD_MS } from "../../shared/limits.js";
import { ActButton } from "../frame/ActButton.jsx";
import { Pool } from "./Pool.jsx";
import { Message, Unsent } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { useSaid } from "../frame/screen.js";

const LAST_MS = 10_000;

/** Called: the whole phone is the signal. */
export function Called() {
  const { request } = usePhone().slices.me;
  const call = request?.call ?? 0;
  const walking = request?.state === "walking";
  // The heading takes the focus; where it cannot, as in a window behind others, this is heard.
  useSaid(request && !walking ? `${yoursText(request)} ${_("Walk up. We hold it for you.")}` : "");
  if (!request) return null;
  return (
    <>
      <main class="phone-main">
        <h1 class="called" tabIndex={-1}>
          {yoursText(request)}
        </h1>
        <p class="called-next">
          {walking ? _("Walk up and sit down.") : _("Walk up. We hold it for you.")}
        </p>
        <Pool />
        {!walking && <Countdown request={request} />}
      </main>
      <footer class="called-actions">
        <Message />
        {walking ? (
          <ActButton key="seated" look="ink" command={{ do: "confirm_seated", call }}>
            <Icon name="seat" />
            {_("I’m on the chair")}
          </ActButton>
        ) : (
          <ActButton key="accept" look="ink" command={{ do: "accept_call", call }}>
            <Walker />
            {_("I’m walking up")}
          </ActButton>
        )}
        <ActButton look="text" command={{ do: "pass_call", call }}>
          {_("Not now, keep my place")}
        </ActButton>
        <Unsent />
      </footer>
    </>
  );
}

/** @param {import("../../wire").MyRequest} request */
function yoursText({ chair }) {
  return _("Chair {chair} is yours.", { chair: chair ?? 0 });
}

/** How long the chair is still held. @param {{request: import("../../wire").MyRequest}} props */
function Countdown({ request }) {
  const { clock } = usePhone().slices;
  useNow(1000);
  const left = Math.max(0, (request.deadline_run_ms ?? 0) - runningMs(clock));
  useSaid(left > 0 && left <= LAST_MS ? _("Ten seconds left.") : "");
  const end = 4 + 292 * Math.min(1, left / CALL_HOLD_MS);
  return (
    <div class="countdown" role="timer">
      <b>{formatLeft(left)}</b>
      <svg viewBox="0 0 300 10" preserveAspectRatio="none" aria-hidden="true">
        <path d="M4 5H296" />
        <path d={`M4 5H${end}`} />
      </svg>
    </div>
  );
}

/** Somebody on the way; the only face that needs it is this one. */
function Walker() {
  return (
    <svg class="icon along" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M13 5.2v-.1M10 21l2-6-2-3 1-4 4 3 3 .5M12 15l3 6M11 8l-3.5 2-.5 3" />
    </svg>
  );
}
