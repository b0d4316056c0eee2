"""What can go wrong with the file, in sentences for whoever started the program."""


class StoreError(Exception):
    """The database cannot be used; the message says why in one sentence."""


class Conflict(Exception):
    """Somebody else has written to this session's log: the append was refused, nothing is lost."""
