"""Pages about what is kept about people."""
