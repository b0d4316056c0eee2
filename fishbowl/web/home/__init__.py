"""The pages of a laptop that has a home, and of a home that has laptops."""
