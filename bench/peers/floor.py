"""The floor: a WebSocket server that does nothing but write the same bytes to everybody.

Its first argument is the port; the two views' JSON comes on standard input.
"""

import asyncio
import json
import sys

from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_create_server

lines: set[WSTransport] = set()
whole, change = (
    b'42["view",' + json.dumps(view, separators=(",", ":")).encode() + b"]"
    for view in json.load(sys.stdin)
)


class Line(WSListener):  # type: ignore[misc]
    """One connection; whatever it sends means "go"."""

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Greet with the whole view."""
        lines.add(transport)
        transport.send(WSMsgType.TEXT, whole)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """Forget the line."""
        lines.discard(transport)

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Send the change to everybody, and the answer to who asked."""
        for line in lines:
            line.send(WSMsgType.TEXT, change)
        number = frame.get_payload_as_bytes()[2:].partition(b"[")[0]
        transport.send(WSMsgType.TEXT, b"43" + number + b'[{"ok":true}]')


async def main() -> None:
    """Serve until killed."""
    server = await ws_create_server(
        lambda request: Line(), "127.0.0.1", int(sys.argv[1]), backlog=4096
    )
    print("ready", flush=True)
    await server.serve_forever()


asyncio.run(main())
