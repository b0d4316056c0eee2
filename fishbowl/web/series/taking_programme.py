"""Taking a programme from a file: what it would change is shown before it does."""

import secrets
from collections.abc import Sequence
from contextlib import closing
from typing import NamedTuple

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import LINES_MAX, ImportProgramme, ProgrammeLine
from fishbowl.domain.series.model import Slot
from fishbowl.domain.series.rules.programme import Comparison, compare
from fishbowl.domain.series.rules.times import zone_of
from fishbowl.domain.series.state import Series
from fishbowl.services import audit as a
from fishbowl.services.programme import BadProgramme, Programme, pack, read_programme, unpack
from fishbowl.web.community.hosts.host import Host, note
from fishbowl.web.community.hosts.long_lists import PROGRAMME_MAX_BYTES, allow_list
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.series.hosts import check_saved, find_for_host, now_in
from fishbowl.web.series.programme import programme_page
from fishbowl.web.series.words import name_of, short_day, time_words

bp = Blueprint("taking_programme", __name__)

SHOWN = 200
"""So many lines of each kind are shown one by one."""
_ID_MAX = 40


class Change(NamedTuple):
    """A session that the programme changes, or in which something that was changed here stays.

    :param fields: what is meant, in words: each with the old and the new value.
    """

    title: str
    when: str
    fields: Sequence[tuple[str, str, str]]


@bp.post("/hosts/series/<id>/programme/look")
def look(id: str) -> str | tuple[str, int]:
    """Show what a file would change; nothing is changed yet."""
    host, series = find_for_host(id)
    try:
        allow_list(PROGRAMME_MAX_BYTES)
        found = read_programme(_file(), zone_of(series.about.time_zone))
    except RequestEntityTooLarge:
        return programme_page(host, series, file_problem=file_problem("too_long")), 413
    except BadProgramme as problem:
        return programme_page(host, series, file_problem=file_problem(problem.code)), 422
    return _preview(host, series, found)


@bp.post("/hosts/series/<id>/programme/take")
def take(id: str) -> Response | tuple[str, int]:
    """Take the programme that was shown."""
    host, series = find_for_host(id)
    allow_list(PROGRAMME_MAX_BYTES)
    try:
        lines = unpack(request.form.get("lines", ""))
    except BadProgramme:
        abort(400)
    found = _compared(series, lines)
    sent = request.form.get("id", "")[:_ID_MAX] or secrets.token_urlsafe(12)
    outcome = here().series.ask(
        series.id,
        ImportProgramme(lines=lines[: LINES_MAX + 1]),
        role=Role.OWNER,
        command_id=f"programme-{sent}",
    )
    check_saved(outcome)
    if not outcome.ok:
        words = _("The programme could not be taken. Nothing has changed.")
        if outcome.code == "limit_reached":
            words = _("This series would have too many dates. Nothing has changed.")
        return programme_page(host, series, file_problem=words), 422
    changed = len(found.new) + len(found.gone) + sum(one.is_changed for one in found.named)
    if changed:
        note(host, a.PROGRAMME_TAKEN, count=changed)
    return redirect(f"/hosts/series/{id}/programme?taken={changed}", 303)


def file_problem(code: str) -> str:
    """Why a file was not read, and what to do."""
    words = {
        "too_long": _("This file is too long. A programme has at most 4 MB. Nothing has changed."),
        "too_many": _(
            "This file has more sessions than a programme can have: %(most)s. Nothing has changed."
        )
        % {"most": f"{LINES_MAX:,}"},
        "broken": _(
            "This file is cut off or damaged, so it cannot be read. Please export it again. "
            "Nothing has changed."
        ),
        "empty": _("No session with a time is in this file. Nothing has changed."),
    }
    other = _(
        "This is no programme that can be read here. Please choose schedule.json, the JSON of "
        "Sessionize, a calendar (.ics), or a table (.csv) with headings. Nothing has changed."
    )
    return words.get(code, other)


def _file() -> bytes:
    file = request.files.get("file")
    if file is None:
        return b""
    with closing(file):
        return bytes(file.read())


def _compared(series: Series, lines: Sequence[ProgrammeLine]) -> Comparison:
    return compare(series, [(line.source, line.slot) for line in lines], now_in(series))


def _preview(host: Host, series: Series, read: Programme) -> str:
    found = _compared(series, read.lines)
    kinds = {
        "frab": _("a schedule.json of pretalx or frab"),
        "sessionize": _("a file of Sessionize"),
        "calendar": _("a calendar"),
        "table": _("a table"),
    }
    why = {
        "no_title": _("A title is missing."),
        "no_time": _("Day or time cannot be read."),
        "no_end": _("It is not said how long it takes."),
        "too_long": _("It takes longer than a day."),
        "all_day": _("It has a day, but no time."),
        "repeats": _("It repeats; such dates belong into the series itself."),
        "unreadable": _("It cannot be read."),
    }
    rest = sum(not one.is_changed and not one.kept for one in found.named) + len(found.settled)
    changed = [one for one in found.named if one.is_changed]
    kept = [one for one in found.named if one.kept]
    return render_template(
        "series/programme_preview.html",
        is_owner=host.is_owner,
        series=series,
        kind=kinds[read.kind],
        total=len(read.lines),
        new=[_new(series, slot) for _source, slot in found.new[:SHOWN]],
        changed=[
            _change(series, one.occasion.slot, one.slot, one.changed, one.comes_back)
            for one in changed[:SHOWN]
        ],
        kept=[
            _kept(series, one.occasion.slot, one.kept, dict(_said(read, one.occasion.source)))
            for one in kept[:SHOWN]
        ],
        gone=[_new(series, one.slot) for one in found.gone[:SHOWN]],
        counts={
            "new": len(found.new),
            "changed": len(changed),
            "kept": len(kept),
            "gone": len(found.gone),
            "same": rest,
        },
        changes_nothing=found.changes_nothing,
        problems=read.problems,
        unread=read.unread,
        breaks=read.breaks,
        why=why,
        lines=pack(read.lines),
        id=secrets.token_urlsafe(12),
    )


def _said(read: Programme, source: str) -> list[tuple[str, str | int]]:
    slot = next(line.slot for line in read.lines if line.source == source)
    return [(name, getattr(slot, name)) for name in Slot.__struct_fields__]


def _new(series: Series, slot: Slot) -> Change:
    return Change(title=name_of(series.about, slot), when=_when(slot), fields=())


def _change(
    series: Series, before: Slot, after: Slot, changed: Sequence[str], comes_back: bool
) -> Change:
    fields = [(field_words(name), _value(before, name), _value(after, name)) for name in changed]
    if comes_back:
        fields.insert(0, (_("comes back"), "", ""))
    return Change(title=name_of(series.about, before), when=_when(before), fields=fields)


def _kept(series: Series, here: Slot, kept: Sequence[str], said: dict[str, str | int]) -> Change:
    there = Slot(**said)  # type: ignore[arg-type]
    fields = [(field_words(name), _value(there, name), _value(here, name)) for name in kept]
    return Change(title=name_of(series.about, here), when=_when(here), fields=fields)


def field_words(name: str) -> str:
    """What a field of a session is called."""
    words = {
        "on": _("day"),
        "at": _("time"),
        "minutes": _("minutes"),
        "title": _("title"),
        "room": _("room"),
        "people": _("people"),
        "note": _("note"),
        "format": _("format"),
    }
    return words[name]


def _value(slot: Slot, name: str) -> str:
    if name == "on":
        return short_day(slot.on)
    if name == "at":
        return time_words(slot.at)
    return str(getattr(slot, name))


def _when(slot: Slot) -> str:
    words = _("%(day)s, %(time)s") % {"day": short_day(slot.on), "time": time_words(slot.at)}
    return f"{words} · {slot.room}" if slot.room else words
