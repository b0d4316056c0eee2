"""Rules of the chairs: which are free, who makes room, which are closed."""
