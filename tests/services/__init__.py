"""The writer, on real files."""
