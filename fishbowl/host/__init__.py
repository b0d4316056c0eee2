"""The machine underneath: files, locks, threads, the clock. It knows no rules and no pages."""
