/** @typedef {import("../../wire").SessionSlice} SessionSlice */

/** What it is about. @param {{session: SessionSlice}} props */
export function Welcome({ session }) {
  return (
    <div>
      {session.event && <p class="event">{session.event}</p>}
      <h1 class="question" tabIndex={-1}>
        {session.question}
      </h1>
    </div>
  );
}
