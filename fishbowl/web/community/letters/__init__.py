"""What the links of letters lead to."""
