"""Rules of the queue: its orders, the coming calls, how long people wait."""
