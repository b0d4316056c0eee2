"""The owner's audit list."""
