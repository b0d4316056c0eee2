"""The smallest message that the wire's types let through, for any of them."""

from typing import Any

import msgspec
from msgspec import inspect


def smallest(kind: type[msgspec.Struct], **chosen: Any) -> dict[str, Any]:
    """Fill what a struct needs, and what was chosen of what it has and can hold."""
    found = inspect.type_info(kind)
    assert isinstance(found, inspect.StructType)
    types = {field.encode_name: field.type for field in found.fields}
    needed = {field.encode_name: _any(field.type) for field in found.fields if field.required}
    tag = {} if found.tag is None else {str(found.tag_field): found.tag}
    return {
        **tag,
        **needed,
        **{name: one for name, one in chosen.items() if name in types and _holds(types[name], one)},
    }


def _holds(kind: inspect.Type, value: Any) -> bool:
    if isinstance(kind, inspect.UnionType):
        return any(_holds(one, value) for one in kind.types)
    return isinstance(kind, inspect.IntType if isinstance(value, int) else inspect.StrType)


def _any(kind: inspect.Type) -> Any:
    match kind:
        case inspect.IntType() | inspect.FloatType():
            return max(1, kind.ge or 1)
        case inspect.StrType():
            return "x" * max(1, kind.min_length or 1)
        case inspect.BoolType():
            return True
        case inspect.LiteralType():
            return kind.values[0]
        case inspect.EnumType():
            return next(iter(kind.cls)).value
        case inspect.VarTupleType() | inspect.ListType():
            return [_any(kind.item_type)] * (kind.min_length or 0)
        case inspect.UnionType():
            return _any(kind.types[0])
        case inspect.StructType():
            return smallest(kind.cls)
    raise AssertionError(f"no example of {kind}")
