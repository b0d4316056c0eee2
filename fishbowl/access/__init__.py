"""Access: keys, join codes, recovery words, sign-ins and rate limits."""
