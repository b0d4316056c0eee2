import { useEffect, useState } from "preact/hooks";
import { useRoom } from "../lib/hooks.js";
import { currentPhase } from "../lib/run.js";
import { _ } from "../lib/i18n.js";
import { Closing } from "./Closing.jsx";
import { JoinWall } from "./JoinWall.jsx";
import { Lobby } from "./Lobby.jsx";
import { Reactions } from "./Reactions.jsx";
import { PairShare } from "./PairShare.jsx";
import { PartWall } from "./PartWall.jsx";
import { SilentBell } from "./SilentBell.jsx";
import { Stage } from "./Stage.jsx";
import { TopicsWall } from "./TopicsWall.jsx";
import { DebriefWall, TakesWall } from "./TakesWall.jsx";
import { Wall } from "./Wall.jsx";

/** @typedef {import("../lib/live.js").Room<"display">} Room */

const QUIET_MS = 3_000; // after the room says so: a short gap is nobody's business on the wall

/** Chooses what the wall shows. @param {{room: Room}} props */
export function Display({ room }) {
  const { status, slices, signals } = useRoom(room);
  const { session, rules, run, clock, bowl, queue, topics, vote, thumbs, shown, balance, wall, looking_back, quotes } = slices;
  if (!session || !rules || !run || !clock || !bowl || !queue || !topics || !vote || !thumbs || !shown || !balance || !wall || !looking_back || !quotes) {
    return <Wall>{status === "refused" && <Refused code={room.refusal} />}</Wall>;
  }
  const view = { session, rules, run, clock, bowl, queue, topics, vote, thumbs, shown, balance, wall, looking_back, quotes };
  const { here } = signals;
  return (
    <>
      {session.state === "closed" ? (
        quotes.takeaways.length ? <TakesWall {...view} /> : <Closing {...view} />
      ) : wall.what === "qr" ? (
        <JoinWall {...view} here={here} />
      ) : wall.what === "takeaways" ? (
        <TakesWall {...view} />
      ) : wall.what === "topics" ? (
        <TopicsWall {...view} here={here} />
      ) : session.state === "lobby" ? (
        <Lobby {...view} here={here} />
      ) : (
        <PartNow {...view} here={here} />
      )}
      {session.state === "running" && wall.what !== "qr" && <Reactions signals={signals} />}
      <SilentBell {...view} />
      <p role="status" class={session.recording ? "wall-recording" : undefined}>
        {session.recording && _("This talk is being recorded.")}
      </p>
      {status === "lost" && <Lost />}
    </>
  );
}

/** What the room does now. @param {import("../wire").DisplaySlices & {here: number}} view */
function PartNow(view) {
  switch (currentPhase(view.run)?.kind ?? "bowl") {
    case "bowl":
      return <Stage {...view} />;
    case "gather":
      return <Lobby {...view} />;
    case "pair_share":
      return <PairShare {...view} />;
    case "debrief":
      return view.looking_back.stage ? <DebriefWall {...view} /> : <PartWall {...view} />;
    case "close":
      return view.quotes.takeaways.length ? <TakesWall {...view} /> : <PartWall {...view} />;
    case "vote":
      return <TopicsWall {...view} />;
    default:
      return <PartWall {...view} />;
  }
}

/** A quiet mark: what is shown may be a moment old. */
function Lost() {
  const [quiet, setQuiet] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(false), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return quiet ? null : (
    <p class="wall-lost" role="status">
      {_("Reconnecting…")}
    </p>
  );
}

/** @param {{code: string | null}} props */
function Refused({ code }) {
  return (
    <p class="wall-refused" role="alert">
      {code === "session_unknown"
        ? _("No session has this code. Check the address.")
        : _("This display cannot be shown. Reload the page, or open it from the console.")}
    </p>
  );
}
