"""A recorded session that anybody may play back, to see what a fishbowl is."""
