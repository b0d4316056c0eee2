"""What may be written: one place cleans every word that comes through a door."""

import unicodedata
from typing import Any, TypeVar

import msgspec

_JOINERS = {"\u200c", "\u200d"}
"""Zero-width (non-)joiners: Persian, Hindi and family emoji need them."""
_MARKS_MAX = 4
"""Combining marks in a row: Vietnamese needs 2, Hebrew with cantillation 4; the rest is a flood."""

_BLANKS = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0"}
"""Characters that print nothing but count as letters: a name of them is an empty place."""

S = TypeVar("S", bound=msgspec.Struct)


def clean(text: str) -> str:
    """Remove control and direction characters, fold white space, keep everything else.

    Direction overrides can turn a name on the wall into another one; control characters can
    break a page. The faces isolate every name instead.
    """
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        if char.isspace() or char in _BLANKS:
            kept.append(" ")
        elif category in ("Mn", "Me"):
            marks += 1
            if marks <= _MARKS_MAX and kept and kept[-1] != " ":
                kept.append(char)
        elif char in _JOINERS:
            kept.append(char)  # does not end a flood of marks
        elif category not in ("Cc", "Cf", "Cs", "Co"):
            marks = 0
            kept.append(char)
    joined = " ".join("".join(kept).split())
    return joined if joined.strip("".join(_JOINERS) + " ") else ""


def clean_lines(text: str) -> str:
    """Clean words of several lines; empty ones go."""
    return "\n".join(filter(None, map(clean, text.splitlines())))


def cleaned(struct: S) -> S:
    """Return a command with its texts cleaned, but for those that count to the letter."""
    verbatim = getattr(type(struct), "VERBATIM", ())
    values = {n: getattr(struct, n) for n in struct.__struct_fields__ if n not in verbatim}
    changes = {name: new for name, old in values.items() if (new := _cleaned(old)) is not old}
    return msgspec.structs.replace(struct, **changes) if changes else struct


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(cleaned(one) if isinstance(one, msgspec.Struct) else one for one in value)
    return cleaned(value) if isinstance(value, msgspec.Struct) else value
