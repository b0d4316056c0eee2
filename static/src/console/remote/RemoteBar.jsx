import { Icon } from "../../shared/ui/Icon.jsx";
import { runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { spoken } from "../../shared/method/join-code.js";
import { _ } from "../../shared/i18n/i18n.js";
import { titleOf } from "../../shared/method/phase-prompts.js";
import { parts } from "../../shared/method/run-of-show.js";
import { roleWords } from "../desk/rights.js";
import { partWords } from "../run/RunOfShow.jsx";
import { TimeLeft } from "../run/TimeLeft.jsx";

/** The top of the remote: what, which part, the clock, and everything that is rarer. @param {{desk: import("../desk/desk.js").Desk}} props */
export function RemoteBar({ desk }) {
  const { session, clock, you } = desk.slices;
  const isOpen = desk.panel === "more";
  return (
    <header class="remote-bar">
      <div class="remote-what">
        <h1>
          <bdi>{session.question}</bdi>
        </h1>
        <p>
          {you.role === "facilitator" ? <Part desk={desk} /> : <span class="bar-role">{roleWords(you.role)}</span>}
          {session.recording && <span class="bar-fact bar-recording">{_("Being recorded")}</span>}
          {clock.state === "lobby" && <b>{spoken(session.code)}</b>}
        </p>
      </div>
      <TimeLeft clock={clock} run={desk.slices.run} />
      <button
        type="button"
        class="button button-small remote-more"
        aria-expanded={isOpen}
        onClick={() => desk.set({ panel: isOpen ? null : "more" })}
      >
        <Icon name="more" />
        {_("More")}
      </button>
    </header>
  );
}

/** The part that runs, and how long. @param {{desk: import("../desk/desk.js").Desk}} props */
function Part({ desk }) {
  useNow();
  const { clock, run } = desk.slices;
  const now = parts(run, runningMs(clock)).find(({ state }) => state === "now");
  if (!now || clock.state === "lobby") return null;
  return (
    <span>
      <bdi>{titleOf(now.phase)}</bdi> {partWords(now, clock)}
    </span>
  );
}
