"""Pages of series: those of hosts, the public ones, and the wall between sessions."""
