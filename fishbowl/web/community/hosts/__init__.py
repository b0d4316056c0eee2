"""The hosts' pages of the community."""
