"""The rules, by subject: questions about a state, which decisions and views ask."""
