/** Times on the timeline, as they are read and typed: 4:05, or 1:04:05. */

/** Letters of the longest one. */
export const CLOCK_LENGTH = "1:04:05".length;

/** @param {string} text @returns {number | null} milliseconds; `null` if it is no time */
export function parseClock(text) {
  const parts = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(text.trim());
  if (!parts) return null;
  const [hours, minutes, seconds] = [parts[1] ?? "0", parts[2], parts[3]].map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
