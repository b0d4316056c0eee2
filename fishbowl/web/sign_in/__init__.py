"""Pages and helpers by which people prove who they are, and sign out."""
