/**
 * Node's Socket.IO as a peer: it sends the same view to whoever comes, and to everybody on "go".
 *
 * Its first argument is the port; the view's JSON comes on standard input.
 */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Server } from "socket.io";

const [port] = process.argv.slice(2);
const [whole, change] = JSON.parse(readFileSync(0, "utf8"));
const http = createServer();
const io = new Server(http, {
  transports: ["websocket"],
  perMessageDeflate: false,
  pingInterval: 20_000,
  pingTimeout: 20_000,
});

io.on("connection", (socket) => {
  socket.join("room");
  socket.emit("view", whole);
  socket.on("go", (_, acknowledge) => {
    io.to("room").emit("view", change);
    acknowledge({ ok: true });
  });
});

http.listen({ port: Number(port), host: "127.0.0.1", backlog: 4096 }, () => console.log("ready"));
