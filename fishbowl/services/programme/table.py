"""A programme as a table: one session a line, under headings, parted by comma, semicolon or tab."""

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, tzinfo

from fishbowl.services.programme.collecting import Collector, instant, minutes_between
from fishbowl.services.programme.model import BadProgramme, Programme, Unread

CELL_MAX = 20_000
_ROWS_MAX = 10_000
_NAMES: Mapping[str, str] = {
    name: field
    for field, names in {
        "id": "id code guid uid kennung nummer codigo clave 番号 رقم المعرف",
        "day": "day date on tag datum dia fecha 日 日付 اليوم التاريخ",
        "starts": "start starts at begin begins from time uhrzeit beginn von inicio hora desde "
        "開始 時刻 開始時刻 البداية الوقت",
        "ends": "end ends until to ende bis fin hasta 終了 終了時刻 النهاية",
        "minutes": "minutes duration length minuten dauer minutos duracion 分 所要時間 دقائق المدة",
        "title": "title name session question titel frage thema titulo pregunta sesion "
        "題名 タイトル 質問 العنوان السؤال",
        "room": "room place location raum ort saal sala lugar 部屋 会場 場所 القاعة المكان الغرفة",
        "people": "people speaker speakers person persons host hosts personen referent referenten "
        "ponente ponentes personas 登壇者 話し手 المتحدث المتحدثون الأشخاص",
        "note": "note notes description abstract notiz beschreibung nota descripcion "
        "メモ 説明 ملاحظة الوصف",
    }.items()
    for name in names.split()
}
_ACCENTS = str.maketrans("áéíóúñ", "aeioun")
_DAYS = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
)
"""``03/04/2026`` is left out: it is two days, depending on who reads it."""
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*(am|pm)?", re.IGNORECASE)


def read(text: str, zone: tzinfo) -> Programme:
    """Read the programme.

    :raises BadProgramme: there are no headings that name day, time and title, or no session.
    """
    found = Collector("table", zone)
    rows = _rows(text)
    columns = _columns(next(rows, []))
    if "title" not in columns or "starts" not in columns:
        raise BadProgramme("unknown")
    for row in rows:
        cells = {name: row[at].strip()[:CELL_MAX] for name, at in columns.items() if at < len(row)}
        if not any(cells.values()):
            continue
        try:
            _take(cells, found)
        except Unread as problem:
            found.note(cells.get("title") or " ".join(row), problem.code)
    return found.programme()


def _rows(text: str) -> Iterator[list[str]]:
    """The rows, whichever of tab, semicolon and comma parts the headings."""
    head = text.split("\n", 1)[0]
    separator = max("\t;,", key=head.count)
    try:
        for number, row in enumerate(csv.reader(text.splitlines(), delimiter=separator)):
            if number > _ROWS_MAX:
                raise BadProgramme("too_many")
            yield row
    except csv.Error:
        raise BadProgramme("broken") from None


def _columns(headings: list[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, heading in enumerate(headings):
        words = re.findall(r"\w+", heading.casefold().translate(_ACCENTS))
        field = next((_NAMES[word] for word in words if word in _NAMES), None)
        if field is not None:
            columns.setdefault(field, at)
    return columns


def _take(cells: Mapping[str, str], found: Collector) -> None:
    starts = _when(cells.get("day", ""), cells.get("starts", ""))
    found.add(
        source=cells.get("id", ""),
        title=cells.get("title", ""),
        starts=starts,
        minutes=_minutes(cells, starts),
        room=cells.get("room", ""),
        people=re.split(r"[;/]", cells.get("people", "")),
        note=cells.get("note", ""),
    )


def _when(day: str, at: str) -> datetime:
    """The start: a day and a time of day, or both in one cell."""
    if not day:
        return instant(at.replace(" ", "T", 1))
    return datetime.combine(_day(day), _time(at))


def _minutes(cells: Mapping[str, str], starts: datetime) -> int:
    takes = re.match(r"(\d{1,4})(?!\d*:)", cells.get("minutes", ""))
    if takes:
        return int(takes[1])
    ends = cells.get("ends", "")
    if not ends:
        raise Unread("no_end")
    try:
        end = datetime.combine(starts.date(), _time(ends), starts.tzinfo)
    except Unread:
        end = instant(ends.replace(" ", "T", 1))
    minutes = minutes_between(starts, end)
    return minutes if minutes > 0 else minutes + 24 * 60  # it ends after midnight


def _day(words: str) -> date:
    for pattern in _DAYS:
        match = pattern.search(words)
        if match:
            try:
                return date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                break
    raise Unread("no_time")


def _time(words: str) -> time:
    match = _TIME.fullmatch(words.strip())
    if match is None:
        raise Unread("no_time")
    hour, half = int(match[1]), (match[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(match[2]))
    except ValueError:
        raise Unread("no_time") from None
