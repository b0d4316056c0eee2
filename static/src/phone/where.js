/**
 * Where a person is in the session, and with it which screen the phone shows.
 *
 * Everything here is worked out from the slices alone; nothing is remembered.
 */

/** @typedef {import("../wire").PhoneSlices} PhoneSlices */
/**
 * @typedef {"connecting" | "refused" | "forgotten" | "out" | "ended" | "join" | "at_door" | "listening"
 *   | "waiting" | "called" | "walking" | "in"} Where
 */

/**
 * @param {Partial<PhoneSlices>} slices
 * @param {string} status how the connection is
 * @returns {Where}
 */
export function whereAmI({ session, me }, status) {
  if (status === "refused") return "refused";
  if (!session || !me) return "connecting";
  if (me.forgotten) return "forgotten";
  if (me.out) return "out";
  if (session.state === "closed") return "ended";
  if (!me.person) return "join";
  if (me.at_door) return "at_door";
  if (me.turn) return "in";
  if (!me.request) return "listening";
  if (me.request.state === "called") return "called";
  return me.request.state === "walking" ? "walking" : "waiting";
}

/** @typedef {"paper" | "called" | "water"} Ground */

/**
 * The background shows the state: paper outside the bowl, coral when called, water in it.
 *
 * @param {string} screen
 * @returns {Ground}
 */
export function groundOf(screen) {
  if (screen === "called" || screen === "walking") return "called";
  return screen === "in" ? "water" : "paper";
}
