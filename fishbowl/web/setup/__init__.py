"""Pages on which a session is made and planned, and checked before it starts."""
