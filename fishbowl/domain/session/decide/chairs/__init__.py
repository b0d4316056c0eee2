"""Decisions about chairs: sitting down, making room, free entry, kinds of chairs."""
