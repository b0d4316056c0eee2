import { useState } from "preact/hooks";
import { TimeToClose } from "../../shared/time/TimeToClose.jsx";
import { _, listed, n_ } from "../../shared/i18n/i18n.js";
import { isVotable } from "../../shared/method/votes.js";
import { DOTS_EACH } from "../desk/actions.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { KeyCap } from "../keyboard/KeyCap.jsx";
import { signOf } from "../keyboard/key-lookup.js";
import { mayPress } from "../desk/rights.js";
import { Voters } from "./Voters.jsx";
import { VoteLength } from "./VoteLength.jsx";

/** @import {Desk} from "../desk/desk.js" */

const CHOICES = [1, 2, 3, 4, 5];

/** Opens and closes votes; how they go is told in one line, and chosen in one place under it. @param {{desk: Desk}} props */
export function VoteRow({ desk }) {
  const { topics, vote } = desk.slices;
  const [dots, setDots] = useState(DOTS_EACH);
  const [minutes, setMinutes] = useState(/** @type {number | null} */ (null));
  const [withCode, setWithCode] = useState(false);
  const [isOpen, open] = useState(false);
  if (!mayPress(desk, "vote")) return null;
  if (vote.open) {
    return (
      <>
        <ActionButton desk={desk} action="vote" label={_("Close the vote")} />
        <TimeToClose asked={vote} />
        <Voters desk={desk} />
      </>
    );
  }
  if (topics.topics.filter(isVotable).length < 2) return null;
  return (
    <div class="vote" role="group" aria-label={_("Vote")}>
      <button
        type="button"
        class="button button-small"
        onClick={() => desk.send({ do: "open_vote", dots, minutes, with_code: withCode })}
      >
        {_("Open a vote")} <KeyCap sign={signOf("vote")} extra />
      </button>
      <button type="button" class="vote-way" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {listed([
          n_("{n} dot", "{n} dots", dots),
          minutes === null ? _("no time limit") : n_("{n} minute", "{n} minutes", minutes),
          withCode && _("with a number from the wall"),
        ])}
      </button>
      {isOpen && (
        <div class="vote-options">
          <label>
            {_("Dots for each")}{" "}
            <select class="vote-choice" value={dots} onChange={(event) => setDots(Number(event.currentTarget.value))}>
              {CHOICES.map((n) => (
                <option key={n} value={n}>
                  {n_("{n} dot", "{n} dots", n)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {_("Open for")} <VoteLength minutes={minutes} choose={setMinutes} />
          </label>
          <label class="vote-with-code">
            <input type="checkbox" checked={withCode} onChange={(event) => setWithCode(event.currentTarget.checked)} />{" "}
            {_("with a number from the wall")}
          </label>
          <small class="vote-open">
            {_("Only people in the room now can vote. It is not a secret ballot: the record shows who voted for what.")}
          </small>
        </div>
      )}
    </div>
  );
}
