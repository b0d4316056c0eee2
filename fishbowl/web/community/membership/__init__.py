"""Becoming a member, the passes that open doors, a session's person, and leaving."""
