"""Who meets whom in a pairing round: solved for everybody at once, in a process of its own."""
