"""Pages of series: those of hosts, and the public ones."""
