"""What runs between the doors and the log: the writer's parts, session time, health."""
