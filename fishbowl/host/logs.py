"""The log of the server, on standard error: plain lines, or a JSON object on each.

A line never has the message of an exception, which may contain what people wrote: it has the type
and where it was raised. That holds for every library as well, because the handler of the root
logger writes the lines.
"""

import json
import logging
import os
import sys
import threading
from datetime import UTC, datetime
from typing import Any, Literal

from fishbowl.host.supervisor import described

Format = Literal["text", "json"]
FORMATS: tuple[Format, ...] = ("text", "json")
VARIABLE = "FISHBOWL_LOG"
"""Tells the format to processes that the server starts."""

log = logging.getLogger("fishbowl.process")


class TextFormatter(logging.Formatter):
    """A line for people: time, level, logger, message, and the place of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        error = _error(record)
        at = _at(record).isoformat(sep=" ", timespec="seconds").removesuffix("+00:00")
        end = f" ({error})" if error else ""
        return f"{at}Z {record.levelname} {record.name}: {_one_line(record.getMessage())}{end}"


class JsonFormatter(logging.Formatter):
    """An object with ``time``, ``level``, ``logger``, ``message`` and perhaps ``error``."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        line = {
            "time": _at(record).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        error = _error(record)
        return json.dumps({**line, "error": error} if error else line, ensure_ascii=False)


def set_up(format: Format) -> None:
    """Let everything be logged in a format; replaces what was set up before.

    Text has what went wrong. JSON is read by programs and has starts and stops as well.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if format == "json" else TextFormatter())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    level = logging.INFO if format == "json" else logging.WARNING
    logging.getLogger("fishbowl").setLevel(level)
    logging.captureWarnings(format == "json")
    threading.excepthook = _thread_died
    sys.excepthook = _process_ends
    os.environ[VARIABLE] = format


def chosen() -> Format:
    """The format that the process which started this one uses."""
    return "json" if os.environ.get(VARIABLE) == "json" else "text"


def _thread_died(args: Any) -> None:
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        log.error("a thread died: %s", described(args.exc_value))


def _process_ends(kind: type[BaseException], error: BaseException, trace: Any) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    log.critical("the process ends: %s", described(error))


def _error(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    return "" if error is None else described(error)


def _at(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)


def _one_line(message: str) -> str:
    return " ".join(message.split("\n"))
