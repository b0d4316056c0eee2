"""What stands between the sockets and the live door: accepting, reading, pacing, saying goodbye."""
