import { Bowl } from "../components/Bowl.jsx";
import { Swim } from "../components/Swim.jsx";
import { spoken } from "../lib/codes.js";
import { _, fill, n_ } from "../lib/i18n.js";
import { closingOf, openingOf } from "../lib/prompts.js";
import { currentPhase } from "../lib/run.js";
import { sizeByLength } from "../lib/names.js";
import { Balance } from "./Balance.jsx";
import { FromTheRoom } from "./FromTheRoom.jsx";
import { Address, JoinQr, site } from "./Join.jsx";
import { Question } from "./Question.jsx";
import { StageClock } from "./StageClock.jsx";
import { Wall } from "./Wall.jsx";

/**
 * @import {ChairView} from "../wire"
 * @import {Shown} from "./Display.jsx"
 */

const ADDRESS_MOST = 20; // letters beside the QR; a longer address goes without the code, which stands below

/** While the talk is on. @param {Shown} props */
export function Stage({ session, run, clock, bowl, queue, topics, thumbs, shown, balance, wall, here }) {
  const current = topics.topics.find((topic) => topic.state === "current");
  const open = bowl.chairs.find((chair) => chair.state === "open");
  const paused = session.state === "paused";
  const chairs = session.wall_names ? bowl.chairs : bowl.chairs.map(byNumber);
  const address = <Address>{wall.join_text.length > ADDRESS_MOST ? site(wall) : wall.join_text}</Address>;
  return (
    <Wall screen="stage" event={session.event}>
      <div class="stage-words">
        <Question>{session.question}</Question>
        {current && (
          <p class="current-topic" data-size={sizeByLength(current.title, [50])}>
            <span>{_("On the table")}</span>
            <bdi>{current.title}</bdi>
          </p>
        )}
        <FromTheRoom thumbs={thumbs} shown={shown} counts={session.wall_counts} />
        <Prompt run={run} quiet={current !== undefined} />
      </div>
      <div class="stage-bowl">
        <Bowl
          chairs={chairs}
          clock={clock}
          limitMs={session.seat_limit_ms}
          here={here ?? undefined}
          wide
          {...(paused && { words: _("Paused"), note: _("The clocks stand still.") })}
        >
          {session.wall_queue && (
            <Swim {...queue} chairs={bowl.chairs} counts={session.wall_counts} />
          )}
        </Bowl>
      </div>
      {session.wall_queue && queue.count === 0 && (
        <Nobody open={open !== undefined && !run.queue_closed} invited={wall.invited} />
      )}
      {here !== null && <p class="stage-here">{n_("{n} here", "{n} here", here)}</p>}
      {balance.shown && <Balance balance={balance} clock={clock} />}
      <StageClock clock={clock} run={run} />
      <div class="stage-join">
        <JoinQr session={session} wall={wall} />
        <p>
          {session.door_locked
            ? [_("The door is closed just now."), address]
            : fill(_("Want the chair? Scan, or {address}"), { address })}
          <span class="stage-code">
            {fill(_("Code {code}"), { code: <b>{spoken(session.code)}</b> })}
          </span>
        </p>
      </div>
    </Wall>
  );
}

/** Whoever sits there, on a wall without names. @param {ChairView} chair @returns {ChairView} */
function byNumber(chair) {
  const { no, person } = chair;
  return person ? { ...chair, person: { ...person, name: _("Chair {no}", { no }) } } : chair;
}

/**
 * What the facilitator wants the room to know in this part; in the last minutes what comes last.
 *
 * @param {{run: import("../wire").RunSlice, quiet: boolean}} props `quiet`: a topic stands there already
 */
function Prompt({ run, quiet }) {
  const phase = currentPhase(run);
  if (!phase) return null;
  if (run.queue_closed) {
    return (
      <p class="stage-last">
        {closingOf(phase) || _("The last minutes.")}
        <span>{_("The queue is closed. Leave your point in writing on your phone.")}</span>
      </p>
    );
  }
  const words = openingOf(phase);
  const isUsual = phase.title_code === "bowl" && !phase.opening;
  return quiet || isUsual || !words ? null : <p class="stage-prompt">{words}</p>;
}

/** Nobody waits: the room may hear that it is asked. @param {{open: boolean, invited: boolean}} props */
function Nobody({ open, invited }) {
  if (open && invited) {
    return (
      <p class="stage-nobody stage-invited">
        <b>{_("This chair is waiting for a voice.")}</b>
        {_("Ask for it on your phone, or just walk up.")}
      </p>
    );
  }
  return (
    <p class="stage-nobody">
      {open ? _("Nobody is waiting. The chair is yours.") : _("Nobody is waiting.")}
    </p>
  );
}
