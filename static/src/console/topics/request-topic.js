/** Which topic a request was made under, where the talk has moved on since. */

/**
 * @param {import("../../wire").ConsoleSlices} slices
 * @param {import("../../wire").QueueItem} item
 * @returns {import("../../wire").ConsoleTopic | undefined}
 */
export function oldTopic({ topics: { topics } }, item) {
  const isMoved = item.topic !== null && topics.some(({ id, state }) => state === "current" && id !== item.topic);
  return isMoved ? topics.find(({ id }) => id === item.topic) : undefined;
}
