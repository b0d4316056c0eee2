"""The log on disk, in real files."""
