"""From logs to summaries. A package, so that the tests share a room to play in."""
