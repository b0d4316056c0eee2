"""The pages of the community: of members, and of hosts."""
