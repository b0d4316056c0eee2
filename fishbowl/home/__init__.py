"""A home: an installation that stays up, to which laptops hand over what was held elsewhere."""
