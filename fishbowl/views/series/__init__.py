"""What hosts see of a series."""
