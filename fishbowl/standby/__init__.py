"""A second machine that follows live and takes over: both sides of it."""
