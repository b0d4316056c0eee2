"""Pages of what a session came to: summary, published summary, file, replay."""
