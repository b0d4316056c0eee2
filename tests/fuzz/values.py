"""Values that nobody honest sends: of wrong types, huge, deeply nested, or odd as text."""

import random
import string
from typing import Any

NUMBERS: tuple[Any, ...] = (
    0, -1, 1, 2**31, 2**53, 2**53 + 1, 2**63 - 1, 2**63, -(2**63) - 1, 2**64, 10**18, 10**40,
    int("9" * 4_000), 0.5, -0.0, 1e308, 5e-324, float("inf"), float("-inf"), float("nan"),
)  # fmt: skip
TEXTS = (
    "", " ", "\x00", "a\x00b", "\n\r\t\v\f", "\u202eevil\u2066", "\u200b\u200d\ufeff", "\ud800",
    "\udfff\ud800", "\U000e0041\U000e007f", "e" + "\u0301" * 300, "👩‍👩‍👧‍👦" * 20, "ﷺ" * 100,
    "İıſßﬁ", "Ａｎｎａ", "Аnna", "عبد الرحمن", "小野寺", "__proto__", "constructor", "null", "NaN",
    "../../../etc/passwd", "..%2f..%2f", "%00", "%ff%fe", "<script>alert(1)</script>",
    "{{7*7}}", "%(name)s", "{0.__class__}", "' or 1=1 --", '"; drop table entries; --',
    "javascript:alert(1)", "https://a@b.example/", "=cmd|' /C calc'!A0", "\r\nSet-Cookie: x=1",
    "0x10", "1e5", "٣", "½", "-0", "9" * 30, "2026-02-30", "9999-99-99T99:99", "24:61", "true",
)  # fmt: skip
LONG = (300, 5_000, 70_000)
DEEP = (3, 60, 1_500)


def odd_text(draw: random.Random) -> str:
    """Draw a text that is odd."""
    kind = draw.randrange(6)
    if kind < 3:
        return draw.choice(TEXTS)
    if kind == 3:
        return draw.choice(TEXTS) + draw.choice(TEXTS)
    if kind == 4:
        return draw.choice(string.printable + "é友😀") * draw.choice(LONG)
    return "".join(chr(draw.randrange(1, 0x11_0000)) for _ in range(draw.randrange(1, 60)))


def odd_value(draw: random.Random) -> Any:
    """Draw a JSON value of any type."""
    kind = draw.randrange(8)
    if kind < 2:
        return draw.choice(NUMBERS)
    if kind < 4:
        return odd_text(draw)
    if kind == 4:
        return draw.choice((None, True, False, [], {}, [[]], {"": {}}))
    if kind == 5:
        return [draw.choice(TEXTS + NUMBERS) for _ in range(draw.choice((1, 9, 2_000)))]
    if kind == 6:
        return {odd_text(draw)[:40]: draw.choice(NUMBERS) for _ in range(draw.choice((1, 9, 500)))}
    return draw.choice(({"do": "start_session"}, {"_placeholder": True, "num": 0}, "2[]"))


def nested(draw: random.Random) -> str:
    """Draw the JSON text of something deep; it may never be closed."""
    depth = draw.choice(DEEP)
    opened, closed = draw.choice((("[", "]"), ('{"a":', "}"), ('[{"do":', "}]")))
    return opened * depth + "1" + closed * (depth if draw.random() < 0.8 else depth // 2)


def noise(draw: random.Random, most: int = 200) -> bytes:
    """Draw raw bytes."""
    return draw.randbytes(draw.randrange(most))


def broken(draw: random.Random, data: bytes) -> bytes:
    """Cut something short, double a piece of it, or change some of its bytes."""
    if not data:
        return data
    here, there = sorted((draw.randrange(len(data)), draw.randrange(len(data))))
    kind = draw.randrange(4)
    if kind == 0:
        return data[:there]
    if kind == 1:
        return data[:there] + data[here:]
    if kind == 2:
        return data[:here] + noise(draw, 8) + data[there:]
    changed = bytearray(data)
    for _ in range(draw.randrange(1, 6)):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)
