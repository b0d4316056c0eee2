"""Rules of the summary: its contents, what is published, what stays open."""
