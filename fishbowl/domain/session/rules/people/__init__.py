"""Rules about people: who is who, who waits at the door, who has written what."""
