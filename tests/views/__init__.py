"""What each face is shown."""
