"""What talks to other machines."""
