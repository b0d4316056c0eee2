"""Pages and answers for a second machine that follows this one, or that takes over from it."""
