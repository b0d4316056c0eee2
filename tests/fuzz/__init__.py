"""Fuzzing of the wire and of the pages: ``make fuzz ARGS="--minutes N"``."""
