"""Decisions about the session itself: planning, beginning and end, clock, door."""
