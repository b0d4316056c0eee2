"""The archive of finished sessions: extraction, index, search."""
