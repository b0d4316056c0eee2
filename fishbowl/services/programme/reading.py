"""Which kind of file it is, and reading it."""

from datetime import tzinfo

from fishbowl.services.people_list import decoded
from fishbowl.services.programme import calendar, frab, sessionize, table
from fishbowl.services.programme.model import FILE_MAX_BYTES, BadProgramme, Programme

_SHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""Spreadsheets and documents are no text; taken as a table they would be noise."""


def read_programme(data: bytes, zone: tzinfo) -> Programme:
    """Read a file.

    :param zone: that of the series: times are put into it, and those without a zone are of it.
    :raises BadProgramme: it is too long, of another kind, broken, or holds no session.
    """
    if len(data) > FILE_MAX_BYTES:
        raise BadProgramme("too_long")
    if data.startswith(_SHEETS):
        raise BadProgramme("unknown")
    text = decoded(data).strip("\ufeff\x00 \t\r\n")
    if not text:
        raise BadProgramme("empty")
    if text[:15].upper() == "BEGIN:VCALENDAR":
        return calendar.read(text, zone)
    if text[0] in "{[":
        return frab.read(text, zone) if _is_frab(text) else sessionize.read(text, zone)
    if text[0] == "<":
        raise BadProgramme("unknown")
    return table.read(text, zone)


def _is_frab(text: str) -> bool:
    return text[0] == "{" and '"schedule"' in text[:4_000] and '"sessions"' not in text[:100]
