"""One fishbowl: commands, events, model, state, rules, evolve and decide, by subject."""
