"""A simulated room: attendees and, optionally, a facilitator, each a real Socket.IO client.

It runs as a separate process (``python -m fishbowl.simulation``). It uses the same pages and
messages as browsers do, and imports nothing of the server but the wire protocol and the commands.
"""
