"""What takes long to make runs in a process of its own."""
