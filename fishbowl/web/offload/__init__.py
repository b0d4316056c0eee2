"""Long jobs on logs, which run in a separate process."""
