"""The machine: files, locks, threads, clock, network, settings. It knows no rules and no pages."""
