"""What may be written: one place cleans every word that comes through a door."""

import unicodedata
from typing import TypeVar

import msgspec

_DIRECTION = set(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_JOINERS = {"\u200c", "\u200d"}
"""Zero-width (non-)joiners: Persian, Hindi and family emoji need them."""
_MARKS_MAX = 4
"""Combining marks in a row: Vietnamese needs 2, Hebrew with cantillation 4; the rest is a flood."""

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
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > _MARKS_MAX or char in _DIRECTION:
            continue
        if char.isspace():
            kept.append(" ")
        elif category in ("Cc", "Cs", "Co") or (category == "Cf" and char not in _JOINERS):
            continue
        else:
            kept.append(char)
    joined = " ".join("".join(kept).split())
    return joined if joined.strip("".join(_JOINERS)) else ""


def cleaned(struct: S) -> S:
    """Return a command with all its texts cleaned."""
    changes = {
        name: clean(value)
        for name in struct.__struct_fields__
        if isinstance(value := getattr(struct, name), str)
    }
    return msgspec.structs.replace(struct, **changes) if changes else struct
