"""Services between the entry points and the log: the writer, session time, snapshots, health."""
