"""What members and hosts see of the community; pure."""
