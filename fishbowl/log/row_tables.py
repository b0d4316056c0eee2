"""The table of each kind of stream, in which a list of its streams is read without their logs.

A column for each field of the kind's row. Table and columns follow the struct: what is missing is
added when the database is opened, so a new kind needs no migration for it.
"""

import sqlite3
from collections.abc import Iterable
from types import NoneType
from typing import Any, get_args, get_type_hints

import msgspec

from fishbowl.domain.kernel.streams import StreamKind, StreamRow

_TYPES = {str: "text", int: "integer", bool: "integer"}


def missing(connection: sqlite3.Connection, kinds: Iterable[StreamKind[Any]]) -> list[str]:
    """The statements that make the tables what they should be; none if they are."""
    found: list[str] = []
    for kind in kinds:
        columns = _columns(kind.row_type)
        there = {row[1] for row in connection.execute(f"pragma table_info({kind.table})")}
        if not there:
            listed = ", ".join(f'"{name}" {type}' for name, type in columns.items())
            found.append(
                f"create table {kind.table}"
                f" (id integer primary key references streams (id), {listed})"
            )
        else:
            found += (
                f'alter table {kind.table} add column "{name}" {type}'
                for name, type in columns.items()
                if name not in there
            )
    return found


def put_row(
    connection: sqlite3.Connection, kind: StreamKind[Any], stream_id: int, row: StreamRow
) -> None:
    """Write the row of a stream, new or not."""
    names = row.__struct_fields__
    listed = ", ".join(f'"{name}"' for name in names)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    connection.execute(
        f"insert into {kind.table} (id, {listed}) values (?{', ?' * len(names)})"
        f" on conflict (id) do update set {changes}",
        (stream_id, *msgspec.structs.astuple(row)),
    )


def read_rows(
    connection: sqlite3.Connection, kind: StreamKind[Any], key: str | None = None
) -> list[tuple[str, StreamRow]]:
    """Read the rows of a kind with the keys of their streams, the one that began last first.

    :param key: of one stream alone.
    """
    names = kind.row_type.__struct_fields__
    listed = ", ".join(f'{kind.table}."{name}"' for name in names)
    rows = connection.execute(
        f"select key, {listed} from {kind.table} join streams using (id)"
        " where kind = ?1 and (?2 is null or key = ?2) order by id desc",
        (kind.name, key),
    ).fetchall()
    flags = [name for name, hint in get_type_hints(kind.row_type).items() if hint is bool]
    found = []
    for key, *values in rows:
        fields = dict(zip(names, values, strict=True))
        for flag in flags:
            fields[flag] = bool(fields[flag])
        found.append((key, kind.row_type(**fields)))
    return found


def count_rows(connection: sqlite3.Connection, kind: StreamKind[Any], field: str) -> dict[Any, int]:
    """Count the rows of a kind by the values of a field, without reading the rows themselves."""
    assert field in kind.row_type.__struct_fields__
    counts = f'select "{field}", count(*) from {kind.table} group by "{field}"'
    return dict(connection.execute(counts).fetchall())


def remove_row(connection: sqlite3.Connection, kind: StreamKind[Any], stream_id: int) -> None:
    """Remove the row of a stream."""
    connection.execute(f"delete from {kind.table} where id = ?", (stream_id,))


def _columns(row_type: type[StreamRow]) -> dict[str, str]:
    hints = get_type_hints(row_type)
    columns: dict[str, str] = {}
    for field in msgspec.structs.fields(row_type):
        hint = hints[field.name]
        (plain,) = (one for one in get_args(hint) or (hint,) if one is not NoneType)
        column = _TYPES[plain]
        if field.default is not msgspec.NODEFAULT and field.default is not None:
            value = field.default if isinstance(field.default, str) else int(field.default)
            column += f" not null default {_quoted(value)}"
        columns[field.name] = column
    return columns


def _quoted(value: str | int) -> str:
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
