"""Decisions about the queue: requests, places, calls, calls that no hand makes."""
