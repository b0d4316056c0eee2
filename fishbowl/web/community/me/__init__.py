"""A member's own page, and what is done on it."""
