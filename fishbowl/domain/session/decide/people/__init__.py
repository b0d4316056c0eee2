"""Decisions about people: joining, lists, identity, the waiting room, retention."""
