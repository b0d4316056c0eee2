"""The rules of the community, by subject; pure functions of state, command and time."""
