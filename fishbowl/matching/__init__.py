"""Which offers meet which needs: a pure score of texts, and who is suggested to whom."""
