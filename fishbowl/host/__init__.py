"""What the machine gives: files, and later clocks, addresses and networks."""
