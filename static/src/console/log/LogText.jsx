import { logParts } from "./log-lines.js";

/**
 * One line of what happened. It runs as the page does, whatever the name at its beginning.
 *
 * @param {{line: import("../../wire").LogLine, run: import("../../wire").RunSlice}} props
 */
export function LogText({ line, run }) {
  return logParts(line, run).map((part, place) => (place % 2 ? <bdi key={place}>{part}</bdi> : part));
}
