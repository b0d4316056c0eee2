"""Who may come in and how it is proven: keys, join codes, recovery words, sign-in."""
