"""The method, told by a room of people with names."""
