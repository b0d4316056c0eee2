"""Rules of the session itself: its deadlines and the hours in which phones may join."""
