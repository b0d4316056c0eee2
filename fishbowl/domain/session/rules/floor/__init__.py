"""Rules of the floor: intervals of talk, shares of the talk, contributions."""
