"""What members and hosts of a community are shown."""
