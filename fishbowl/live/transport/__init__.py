"""The transport: all that knows Engine.IO, Socket.IO or the async mode from inside.

It accepts connections, limits how fast they are read, keeps their heartbeat, writes to them, and
closes them. :mod:`fishbowl.live.transport.server` is what the rest of the program uses.
"""
