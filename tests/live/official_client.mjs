/** A phone that is nothing but the official JavaScript client: it joins, asks, and sees the change. */

import { createRequire } from "node:module";

const [from, url, code] = process.argv.slice(2);
const { io } = createRequire(from)("socket.io-client");
const auth = { code, face: "phone", device: "official-client-0123456789" };
const socket = io(url, { auth, transports: ["websocket"], reconnection: false });

let number = 0;
const send = (command) =>
  socket.emitWithAck("command", { id: `official-${String(++number).padStart(8, "0")}`, command });

const seen = [];
let asked = null;
socket.on("connect_error", (error) => { throw error; });
socket.on("view", async (view) => {
  seen.push(view);
  if (seen.length === 1) {
    const joined = await send({ do: "join_session", name: "Amira" });
    asked = joined.ok && (await send({ do: "ask_for_chair" }));
    if (!asked?.ok) throw new Error(JSON.stringify(asked || joined));
  }
  // The change may be seen before the answer that tells of it.
  const state = asked && seen.map((one) => one.slices.me?.request?.state).findLast(Boolean);
  if (state && seen.some((one) => !one.whole && one.slices.queue)) {
    console.log(JSON.stringify({ whole: seen[0].whole, state }));
    socket.disconnect();
  }
});
