"""Commands and signals made from the types of the wire: as they should be, and spoilt."""

import json
import random
import string
from typing import Any

from msgspec import inspect

from fishbowl.domain.session.commands import COMMANDS
from tests.fuzz.values import nested, odd_text, odd_value

IDS_MAX = 150
"""Numbers up to it are often those of something that is there."""
WORDS = "Who pays for the bowl when nobody stays? ¿Quién? 誰が?"
SIGNALS = ("agree", "thanks", "surprised", "slower", "microphone")


def any_command(draw: random.Random) -> dict[str, Any]:
    """Draw a command that the wire's types let through."""
    made = _any(draw, inspect.type_info(draw.choice(COMMANDS)))
    assert isinstance(made, dict)
    return made


def any_message(draw: random.Random) -> str:
    """Draw the JSON text of an event: two thirds commands, whole or spoilt; the rest anything."""
    kind = draw.randrange(12)
    if kind == 0:
        return f'["command",{nested(draw)}]'
    if kind == 1:
        return json.dumps([draw.choice(("command", "signal")), odd_value(draw), odd_value(draw)])
    if kind == 2:
        return json.dumps(["signal", {"kind": draw.choice((*SIGNALS, odd_value(draw)))}])
    if kind == 3:
        return json.dumps([draw.choice(("connect", "disconnect", "*", "view")), odd_value(draw)])
    command = any_command(draw)
    message: dict[str, Any] = {"id": _id(draw), "command": command}
    if kind < 8:
        _spoil(draw, draw.choice((message, command)))
    return json.dumps(["command", message])


def _id(draw: random.Random) -> str:
    letters = string.ascii_letters + string.digits + "-_"
    return "fuzz-" + "".join(draw.choice(letters) for _ in range(draw.choice((8, 12, 59))))


def _spoil(draw: random.Random, fields: dict[str, Any]) -> None:
    for _ in range(draw.randrange(1, 4)):
        name = draw.choice([*fields, "rank", "actor", "__class__", odd_text(draw)[:30]])
        if draw.random() < 0.2:
            fields.pop(name, None)
        else:
            fields[name] = odd_value(draw)


def _any(draw: random.Random, kind: inspect.Type) -> Any:
    """Draw something of a type."""
    match kind:
        case inspect.IntType() | inspect.FloatType():
            return _number(draw, kind)
        case inspect.StrType():
            most = min(kind.max_length or 80, 400)
            odd = odd_text(draw) if draw.random() < 0.3 else WORDS * 8
            return odd[: draw.randrange(most + 1)].ljust(kind.min_length or 0, "x")
        case inspect.BoolType():
            return draw.random() < 0.5
        case inspect.NoneType():
            return None
        case inspect.LiteralType():
            return draw.choice(kind.values)
        case inspect.EnumType():
            return draw.choice(list(kind.cls)).value
        case inspect.VarTupleType() | inspect.ListType():
            least = kind.min_length or 0
            count = draw.randrange(least, min(kind.max_length or 6, least + 6) + 1)
            return [_any(draw, kind.item_type) for _ in range(count)]
        case inspect.DictType():
            return {}
        case inspect.UnionType():
            return _any(draw, draw.choice(kind.types))
        case inspect.StructType():
            wanted = [field for field in kind.fields if field.required or draw.random() < 0.6]
            made = {field.encode_name: _any(draw, field.type) for field in wanted}
            return made if kind.tag is None else {str(kind.tag_field): kind.tag, **made}
    raise AssertionError(f"the fuzzer knows nothing of {kind}")


def _number(draw: random.Random, kind: inspect.IntType | inspect.FloatType) -> int:
    """Draw a number within its bounds, often a small one."""
    least = int(kind.ge if kind.ge is not None else 0 if kind.gt is None else kind.gt + 1)
    most = int(kind.le if kind.le is not None else 2**53 if kind.lt is None else kind.lt - 1)
    if draw.random() < 0.2:
        return draw.choice((least, most))
    return draw.randint(least, max(least, min(most, least + IDS_MAX)))
