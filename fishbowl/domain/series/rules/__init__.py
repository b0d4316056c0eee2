"""The rules of series: when occasions are, whose turn is next, what time does."""
