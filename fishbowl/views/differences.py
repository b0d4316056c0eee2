"""What changed between two states of a slice, as JSON that is shorter than the slice.

The difference of two objects is an object with at most three parts: ``set`` has the fields that
are new or have another value, ``in`` the differences within fields that stay, ``drop`` the names
of those that are gone. The difference of two strings or two lists is a list of steps: ``n`` keeps
so many characters or items, ``-n`` drops them, a string or a list is put in, and an object is the
difference of the next item. What comes after the last step is kept.

It works on the JSON itself: values are compared as bytes and copied, not read. The other half,
which puts a difference into effect, is ``static/src/shared/connection/differences.js``; both are
held to ``tests/vectors/differences.json``.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec

from fishbowl.views.sequences import Edit, common_ends, edits

Difference = dict[str, Any] | list[Any]

WORTH_IT = 0.8
"""A difference is used where it has at most so much of the length of the value itself."""
SPLICED_FROM = 24
"""Shorter strings are replaced: steps would not be shorter."""

_fields = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_items = msgspec.json.Decoder(list[msgspec.Raw]).decode
_encoded = msgspec.json.Encoder().encode
_words = re.compile(rb" ?[^ ]+| ").findall


def difference(before: bytes, after: bytes) -> bytes | None:
    """Find what changed, as JSON; ``None`` if ``after`` itself is hardly longer.

    :param before: the JSON of a value, without blanks, as msgspec writes it.
    :param after: the same of another one.
    """
    found = _between(before, after)
    if found is None:
        return None
    written = _encoded(found)
    return written if len(written) <= WORTH_IT * len(after) else None


def _between(before: bytes, after: bytes) -> Difference | None:
    """The difference of two values of one kind; ``None`` where there is no short one."""
    kind = after[:1]
    if kind != before[:1]:
        return None
    if kind == b"{":
        return _of_objects(_fields(before), _fields(after))
    if kind == b"[":
        return _of_lists(_items(before), _items(after))
    if kind == b'"' and len(before) > SPLICED_FROM and _is_plain(before) and _is_plain(after):
        return _of_strings(before[1:-1], after[1:-1])
    return None


def _of_objects(before: dict[str, msgspec.Raw], after: dict[str, msgspec.Raw]) -> Difference:
    found: dict[str, Any] = {"set": {}, "in": {}, "drop": [k for k in before if k not in after]}
    for name, value in after.items():
        old = before.get(name)
        if old == value:
            continue
        inner = None if old is None else difference(bytes(old), bytes(value))
        if inner is None:
            found["set"][name] = value
        else:
            found["in"][name] = msgspec.Raw(inner)
    return {part: content for part, content in found.items() if content}


def _of_lists(before: list[msgspec.Raw], after: list[msgspec.Raw]) -> Difference:
    old, new = [bytes(item) for item in before], [bytes(item) for item in after]
    return [step for edit in edits(old, new) for step in _list_steps(edit)]


def _list_steps(edit: Edit) -> Iterator[Any]:
    if edit.keep:
        yield len(edit.keep)
    if len(edit.drop) == len(edit.insert):
        yield from _replacing(edit)
        return
    if edit.drop:
        yield -len(edit.drop)
    if edit.insert:
        yield [msgspec.Raw(item) for item in edit.insert]


def _replacing(edit: Edit) -> Iterator[Any]:
    """Where as many items come as go, most of them are the same ones, and differ a little."""
    inner = [
        difference(old, new) if new[:1] == b"{" else None
        for old, new in zip(edit.drop, edit.insert, strict=True)
    ]
    for is_replaced, run in groupby(zip(inner, edit.insert, strict=True), lambda it: it[0] is None):
        items = list(run)
        if is_replaced:
            yield -len(items)
            yield [msgspec.Raw(new) for _, new in items]
        else:
            yield from (msgspec.Raw(found) for found, _ in items if found is not None)


def _of_strings(before: bytes, after: bytes) -> Difference:
    start, end = common_ends(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    steps: list[Any] = [start] if start else []
    if not old or not new:  # whoever is called or comes: nothing has to be looked for
        return [*steps, -len(old)] if old else [*steps, new.decode()] if new else steps
    for edit in edits(_pieces(old), _pieces(new)):
        if edit.keep:
            steps.append(sum(map(len, edit.keep)))
        if edit.drop:
            steps.append(-sum(map(len, edit.drop)))
        if edit.insert:
            steps.append(b"".join(edit.insert).decode())
    return steps


def _pieces(text: bytes) -> Sequence[bytes]:
    """The words of a text with the blanks before them; where there are none, its letters."""
    return _words(text) if b" " in text else [text[at : at + 1] for at in range(len(text))]


def _is_plain(text: bytes) -> bool:
    """Whether each byte of a JSON string is one character, and counts as one everywhere."""
    return text.isascii() and b"\\" not in text
