import { isBreak } from "../../shared/time/break.js";
import { _ } from "../../shared/i18n/i18n.js";
import { may } from "../desk/rights.js";

/**
 * @import {ConsoleSlices, WallScreen} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** What the wall shows, in a word or two. @type {Record<WallScreen, () => string>} */
const SHOWN = {
  lobby: () => _("the join page"),
  stage: () => _("the bowl"),
  topics: () => _("the topics"),
  pairs: () => _("the pair share"),
  part: () => _("this part"),
  debrief: () => _("the debrief"),
  takes: () => _("takeaways"),
  closing: () => _("the closing page"),
  join: () => _("the QR"),
  known: () => _("the invitation to be known"),
  break: () => _("the break"),
};

/** A small live picture of the wall, and what is to be known of it in words. @param {{desk: Desk}} props */
export function WallPicture({ desk }) {
  const { address } = desk.slices;
  const words = wordsOf(desk.slices);
  return (
    <figure class={`wall-picture is-${address.showing}`}>
      <iframe src={`/${desk.code}/display?picture`} title={_("Small picture of the wall")} tabIndex={-1} aria-hidden="true" />
      <figcaption>
        <p>
          <span class="wall-picture-label">{_("On the wall")}</span> <b>{words}</b>
        </p>
        <Result desk={desk} />
        {isBellSilent(desk) && <p class="wall-picture-bell">{_("Its bell has no sound yet: click once in the wall’s window.")}</p>}
      </figcaption>
    </figure>
  );
}

/** @param {ConsoleSlices} slices */
function wordsOf({ address, vote }) {
  if (address.showing === "blank") return _("nothing");
  const shown = address.screen === "topics" && vote.vote ? voteWords(vote.open) : SHOWN[address.screen]();
  return address.showing === "frozen" ? _("{what}, frozen", { what: shown }) : shown;
}

/** @param {boolean} isOpen */
function voteWords(isOpen) {
  return isOpen ? _("the vote") : _("the result of the vote");
}

/** A result goes when the talk goes on, unless it is kept. @param {{desk: Desk}} props */
function Result({ desk }) {
  const { address, vote, session } = desk.slices;
  const isResult = address.wall === "topics" && vote.vote > 0 && !vote.open;
  if (!isResult || session.state === "closed" || !may(desk.slices, "show_on_wall")) return null;
  return (
    <button
      type="button"
      class="button button-small"
      aria-pressed={address.kept}
      title={address.kept ? undefined : _("The next call shows the bowl again.")}
      onClick={() => desk.send({ do: "show_on_wall", what: "topics", kept: !address.kept })}
    >
      {_("Keep the result")}
    </button>
  );
}

/** Whether a bell is near that a display could not sound. @param {Desk} desk */
function isBellSilent({ room, slices: { clock, run, session } }) {
  if (!room.signals.silent_walls || session.state === "closed") return false;
  const near = run.phases.slice(Math.max(0, run.index), run.index + 2);
  return isBreak(clock) || near.some(({ kind }) => kind === "pair_share");
}
