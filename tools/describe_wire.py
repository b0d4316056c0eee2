"""Writes what the faces may rely on from the Python types, so that the two cannot drift apart.

``python tools/describe_wire.py`` writes ``static/src/wire.d.ts``; with ``--check`` it only tells
whether what is there is up to date. No rule lives here: names, fields and docstrings are taken
from the slices, the commands and the protocol.
"""

from __future__ import annotations

import argparse
import inspect
import sys
import textwrap
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import NODEFAULT
from msgspec import inspect as types

from fishbowl.domain.kernel import errors, roles
from fishbowl.domain.session import clock, commands, nudges
from fishbowl.domain.session import model as parts
from fishbowl.domain.session.model import outer_ring, request_states
from fishbowl.domain.session.rules import run, wall
from fishbowl.domain.session.rules.chairs import making_room
from fishbowl.domain.session.rules.queue import order_play
from fishbowl.domain.session.rules.summary import open_items
from fishbowl.live import protocol
from fishbowl.services import health
from fishbowl.views import room_slices, slices

ROOT = Path(__file__).resolve().parent.parent
WIRE = ROOT / "static" / "src" / "wire.d.ts"
WIDTH = 100

UNIONS: dict[str, Any] = {
    "Face": slices.Face,
    "ClockState": clock.ClockState,
    "Attribution": commands.Attribution,
    "RequestKind": commands.RequestKind,
    "Wall": commands.Wall,
    "Showing": commands.Showing,
    "WallScreen": wall.WallScreen,
    "WifiSecurity": commands.WifiSecurity,
    "Thumb": commands.Thumb,
    "AsideWhy": commands.AsideWhy,
    "NoteKind": commands.NoteKind,
    "TakeawayKind": commands.TakeawayKind,
    "DebriefStage": commands.DebriefStage,
    "WordsState": parts.WordsState,
    "ItemKind": open_items.ItemKind,
    "QuestionState": outer_ring.QuestionState,
    "EntryRule": commands.EntryRule,
    "ExitRule": commands.ExitRule,
    "QueueOrder": commands.QueueOrder,
    "Reason": order_play.Reason,
    "ChairKind": commands.ChairKind,
    "ExitWhy": making_room.ExitWhy,
    "PhaseKind": commands.PhaseKind,
    "RebalanceHow": commands.RebalanceHow,
    "PairStepName": run.PairStepName,
    "RequestState": request_states.RequestState,
    "CallEnd": parts.CallEnd,
    "TopicState": parts.TopicState,
    "NudgeCode": nudges.NudgeCode,
    "Role": typing.Literal[tuple(role.value for role in roles.Role)],
    "HelperRole": roles.HelperRole,
    "RejectionCode": errors.RejectionCode,
    "AlreadyCode": errors.AlreadyCode,
    "SignalKind": protocol.SignalKind,
    "WaitingRoom": slices.WaitingRoom,
    "AtDoor": slices.AtDoor,
    "ConnectRefusal": protocol.ConnectRefusal,
}
"""The sets of codes that have a name of their own."""

FACE_SLICES: dict[slices.Face, dict[str, type[slices.Slice]]] = {
    "phone": {
        "session": slices.SessionSlice,
        "rules": slices.RulesSlice,
        "run": slices.RunSlice,
        "clock": slices.ClockSlice,
        "bowl": slices.BowlSlice,
        "queue": slices.PhoneQueueSlice,
        "topics": slices.TopicsSlice,
        "vote": room_slices.VoteSlice,
        "thumbs": room_slices.ThumbsSlice,
        "questions": room_slices.QuestionsSlice,
        "upvotes": room_slices.UpvotesSlice,
        "looking_back": slices.LookingBackSlice,
        "me": slices.MeSlice,
    },
    "console": {
        "you": slices.YouSlice,
        "access": slices.AccessSlice,
        "session": slices.SessionSlice,
        "rules": slices.RulesSlice,
        "run": slices.RunSlice,
        "clock": slices.ClockSlice,
        "bowl": slices.BowlSlice,
        "queue": slices.ConsoleQueueSlice,
        "action": slices.ActionSlice,
        "topics": slices.ConsoleTopicsSlice,
        "notes": slices.NotesSlice,
        "vote": room_slices.VoteSlice,
        "thumbs": room_slices.ThumbsSlice,
        "looking_back": slices.LookingBackSlice,
        "takeaways": slices.ConsoleTakeawaysSlice,
        "answers": slices.ConsoleAnswersSlice,
        "round": slices.RoundSlice,
        "unseen": slices.UnseenSlice,
        "open_items": slices.OpenItemsSlice,
        "questions": room_slices.ConsoleQuestionsSlice,
        "log": slices.LogSlice,
        "door": slices.DoorSlice,
        "figures": slices.FiguresSlice,
        "equity": slices.EquitySlice,
        "nudges": slices.NudgesSlice,
        "web": slices.WebSlice,
        "timeline": slices.TimelineSlice,
        "wifi": slices.WifiSlice,
        "address": slices.AddressSlice,
    },
    "display": {
        "session": slices.SessionSlice,
        "rules": slices.RulesSlice,
        "run": slices.RunSlice,
        "clock": slices.ClockSlice,
        "bowl": slices.BowlSlice,
        "queue": slices.DisplayQueueSlice,
        "topics": slices.TopicsSlice,
        "vote": room_slices.VoteSlice,
        "thumbs": room_slices.ThumbsSlice,
        "shown": room_slices.ShownSlice,
        "looking_back": slices.LookingBackSlice,
        "quotes": slices.QuotesSlice,
        "balance": slices.BalanceSlice,
        "wall": slices.WallSlice,
        "wifi": slices.WifiSlice,
    },
    "runner": {
        "session": slices.SessionSlice,
        "rules": slices.RulesSlice,
        "clock": slices.ClockSlice,
        "bowl": slices.BowlSlice,
        "runner": slices.RunnerSlice,
    },
    "stage": {
        "session": slices.SessionSlice,
        "run": slices.RunSlice,
        "clock": slices.ClockSlice,
        "bowl": slices.BowlSlice,
        "topics": slices.TopicsSlice,
        "shown": room_slices.ShownSlice,
        "stage": slices.StageSlice,
    },
}
"""Which slices each face is sent."""

SHARED: tuple[type[msgspec.Struct], ...] = (commands.Phase, commands.RoomWifi)
"""What slices and commands have in common."""

MESSAGES: tuple[type[msgspec.Struct], ...] = (
    protocol.Handshake,
    protocol.CommandMessage,
    protocol.SignalMessage,
    protocol.Said,
    protocol.Ack,
    protocol.ViewMessage,
    health.Condition,
    protocol.SignalsMessage,
    protocol.StoppingMessage,
)


def main() -> None:
    """Write the file, or check it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if stale")
    check = parser.parse_args().check
    wanted = wire_types()
    if WIRE.is_file() and WIRE.read_text() == wanted:
        return
    if check:
        sys.exit(f"{WIRE.relative_to(ROOT)} is stale: run python tools/describe_wire.py")
    WIRE.write_text(wanted)


def wire_types() -> str:
    """Make the text of ``wire.d.ts``."""
    parts = ["// Made by tools/describe_wire.py from the Python types; edits here are lost."]
    parts += [_union(name, typing.get_args(codes)) for name, codes in UNIONS.items()]
    parts += [_interface(struct) for struct in (*SHARED, *_slice_types())]
    parts += [_face(face, shown) for face, shown in FACE_SLICES.items()]
    parts += [_interface(struct) for struct in _command_types()]
    parts.append(_alternatives("CommandBody", [s.__name__ for s in _command_types()]))
    parts += [_interface(struct) for struct in MESSAGES]
    return "\n\n".join(parts) + "\n"


def _slice_types() -> list[type[msgspec.Struct]]:
    """List the slices and what they are made of, in the order in which they are written."""
    every = {**vars(slices), **vars(room_slices)}
    found = (value for value in every.values() if isinstance(value, type))
    return [kind for kind in found if issubclass(kind, slices.Slice) and kind is not slices.Slice]


def _command_types() -> tuple[type[msgspec.Struct], ...]:
    return commands.COMMANDS


def _interface(struct: type[msgspec.Struct]) -> str:
    config = struct.__struct_config__
    may_be_left_out = config.omit_defaults or issubclass(struct, commands.Command)
    described = types.type_info(struct)
    assert isinstance(described, types.StructType)
    lines = []
    if config.tag_field:
        lines.append(f'  {config.tag_field}: "{config.tag}";')
    for field in described.fields:
        has_default = field.default is not NODEFAULT or field.default_factory is not NODEFAULT
        mark = "?" if may_be_left_out and has_default else ""
        lines.append(f"  {field.encode_name}{mark}: {_type(field.type)};")
    return "\n".join([_comment(struct), f"export interface {struct.__name__} {{", *lines, "}"])


def _face(face: str, shown: dict[str, type[slices.Slice]]) -> str:
    lines = [f"  {name}: {kind.__name__};" for name, kind in shown.items()]
    head = f"/** Every slice of the {face}, under its name on the wire. */"
    return "\n".join([head, f"export interface {face.capitalize()}Slices {{", *lines, "}"])


def _type(kind: types.Type) -> str:
    """Write one type as TypeScript."""
    match kind:
        case types.UnionType():
            return " | ".join(dict.fromkeys(_type(one) for one in kind.types))
        case types.NoneType():
            return "null"
        case types.BoolType():
            return "boolean"
        case types.IntType() | types.FloatType():
            return "number"
        case types.EnumType():
            return kind.cls.__name__
        case types.StrType():
            return "string"
        case types.LiteralType():
            return _literal(kind.values)
        case types.StructType():
            return "CommandBody" if issubclass(kind.cls, commands.Command) else kind.cls.__name__
        case types.VarTupleType() | types.ListType():
            item = _type(kind.item_type)
            return f"({item})[]" if "|" in item else f"{item}[]"
        case types.TupleType():
            return f"[{', '.join(_type(one) for one in kind.item_types)}]"
        case types.DictType():
            return f"Record<{_type(kind.key_type)}, {_type(kind.value_type)}>"
        case types.AnyType():
            return "any"
    raise TypeError(f"no TypeScript for {kind}")


def _literal(values: Iterable[Any]) -> str:
    """Write a set of codes by its name, if it has one."""
    for name, codes in UNIONS.items():
        if set(typing.get_args(codes)) == set(values):
            return name
    return " | ".join(f'"{value}"' if isinstance(value, str) else str(value) for value in values)


def _union(name: str, values: Iterable[str]) -> str:
    return _alternatives(name, [f'"{value}"' for value in values])


def _alternatives(name: str, values: list[str]) -> str:
    line = f"export type {name} = {' | '.join(values)};"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"export type {name} =", *(f"  | {value}" for value in values)]) + ";"


def _comment(struct: type) -> str:
    """Turn a docstring into JSDoc."""
    text = inspect.cleandoc(struct.__doc__ or "").replace("``", "`").replace("`None`", "`null`")
    lines = list(_lines(text))
    if len(lines) == 1 and len(lines[0]) <= WIDTH - 7:
        return f"/** {lines[0]} */"
    return "\n".join(["/**", *(f" * {line}".rstrip() for line in lines), " */"])


def _lines(text: str) -> Iterator[str]:
    for place, paragraph in enumerate(text.split("\n\n")):
        if place > 0:
            yield ""
        yield from textwrap.wrap(paragraph, WIDTH - 3)


if __name__ == "__main__":
    main()
