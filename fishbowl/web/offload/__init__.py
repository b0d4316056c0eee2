"""Long work on logs, offloaded to a process of its own."""
