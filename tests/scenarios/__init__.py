"""Scenes from real rooms, as far as the rules alone can tell them."""
