"""A simulated room: attendees and, if wanted, a facilitator, behind real connections.

It runs as a process of its own (``python -m fishbowl.simulation``), uses the addresses that phones
use, and knows nothing of the server but the wire's messages.
"""
