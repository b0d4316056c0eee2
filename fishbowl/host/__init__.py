"""Access to the machine: files, locks, threads, clock, network, settings."""
