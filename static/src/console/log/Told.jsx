import { useEffect, useRef } from "preact/hooks";
import { announce, hush } from "../../shared/ui/Announce.jsx";
import { logWords } from "./log-lines.js";

/** More at once would still be read when the next thing happens. */
const TOLD_MAX = 3;

/** What a full room does all the time: the rails count it, and nobody could listen to it. */
const CROWD = ["person.joined", "point.left", "point.withdrawn", "topic.suggested", "question.asked"];

/** From here on a name is nowhere to be read. */
const UNNAMES = ["name.hidden", "person.forgotten"];

/** Says what happened just now, wherever it came from, in the order in which it did. @param {{desk: import("../desk/desk.js").Desk}} props */
export function Told({ desk }) {
  const { log, run } = desk.slices;
  const newest = log.lines[0]?.seq ?? 0;
  const told = useRef(newest);
  useEffect(() => {
    const news = log.lines
      .filter(({ seq, event }) => seq > told.current && !CROWD.includes(event))
      .slice(0, TOLD_MAX);
    told.current = newest;
    if (news.some(({ event }) => UNNAMES.includes(event))) hush();
    for (const line of news.reverse()) {
      const words = logWords(line, run);
      if (words) announce(words);
    }
  }, [newest]);
  return null;
}
