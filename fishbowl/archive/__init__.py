"""The archive of closed sessions: text extraction, full-text index, search."""
