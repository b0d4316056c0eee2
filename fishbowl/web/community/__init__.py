"""The pages of members: being known, their own page, their pass, and what letters lead to."""
