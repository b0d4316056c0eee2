"""Parsing of whole numbers in forms and addresses, with a bound on their length."""

import re

_NUMBER = re.compile(r"[0-9]{1,9}")


def read_number(text: str) -> int | None:
    """Read a number of at most nine digits; ``None`` for anything else.

    >>> read_number("12"), read_number("٣"), read_number("9" * 5_000)
    (12, None, None)
    """
    return int(text) if _NUMBER.fullmatch(text) else None
