"""Pages over all sessions: search, related sessions, open items."""
