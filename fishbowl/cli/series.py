"""``fishbowl series``: lists the series of a database, and prints the calendar of one."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from fishbowl.cli.common import db_option, examples, open_for_reading
from fishbowl.cli.series_feed import feed
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Occasion, Recurrence
from fishbowl.domain.series.rules.occasions import upcoming
from fishbowl.domain.series.rules.recurrence import parts
from fishbowl.domain.series.rules.times import starts_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.domain.series.stream import SERIES
from fishbowl.host.clock import wall_ms
from fishbowl.log import StoreError


@click.group(
    "series",
    epilog=examples("fishbowl series list", "fishbowl series feed first-thursday-lunch"),
)
def command() -> None:
    """Show the series; beside a running server as well."""


command.add_command(feed)


@command.command(
    "list",
    epilog=examples("fishbowl series list", "fishbowl series list --json --db talks.db"),
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@db_option
def list_series(db: Path, as_json: bool) -> None:
    """List all series by name, with the next date of each; no names of people."""
    store = open_for_reading(db)
    found: list[Series] = []
    problems: list[str] = []
    try:
        for one in store.streams(SERIES.name):
            try:
                found.extend(filter(None, [store.folded(one.stream)]))
            except (StoreError, ValueError) as error:  # one that is damaged hides no other
                problems.append(f"{one.stream.key}: {error}")
    finally:
        store.close()
    now_ms = Millis(wall_ms())
    rows = [_row(one, now_ms) for one in found]
    rows.sort(key=lambda row: (row["ended"], row["name"].casefold(), row["id"]))
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return _tell(problems)
    if not rows:
        click.echo("No series yet.")
    for row in rows:
        coming = row["next"]
        told = "ended" if row["ended"] else "nothing planned"
        if coming and not row["ended"]:
            told = f"{coming['on']} {coming['at']}"
        marks = ["public"] if row["public"] else []
        click.echo("  ".join([row["id"], f"{told:16}", row["name"], *marks]))
    _tell(problems)


def _tell(problems: list[str]) -> None:
    """Say which series cannot be read; the others were listed.

    :raises click.ClickException: there are any.
    """
    if problems:
        raise click.ClickException("These series cannot be read:\n" + "\n".join(problems))


def _row(series: Series, now_ms: Millis) -> dict[str, Any]:
    about = series.about
    coming = [] if series.is_ended else upcoming(series, now_ms)
    return {
        "id": series.id,
        "name": about.label,
        "address": f"/series/{about.slug}",
        "purpose": about.purpose,
        "place": about.place,
        "time_zone": about.time_zone,
        "recurrence": _rule(series.recurrence),
        "public": about.is_public,
        "ended": series.is_ended,
        "taking_turns": len(series.rota),
        "invited": len(series.followers),
        "sessions": sorted(one.code for one in series.occasions.values() if one.code),
        "next": _occasion(series, coming[0]) if coming else None,
    }


def _occasion(series: Series, one: Occasion) -> dict[str, Any]:
    starts_ms = starts_at_ms(one.slot, zone_of(series.about.time_zone))
    return {
        "id": one.id,
        "on": one.slot.on,
        "at": one.slot.at,
        "minutes": one.slot.minutes,
        "starts": datetime.fromtimestamp(starts_ms / 1000, UTC).isoformat(timespec="seconds"),
        "title": one.slot.title,
        "room": one.slot.room,
        "session": one.code,
    }


def _rule(recurrence: Recurrence | None) -> dict[str, Any] | None:
    """The recurrence with its rule as calendars write it (RFC 5545)."""
    if recurrence is None:
        return None
    rule = ";".join(
        f"{name}={','.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in parts(recurrence).items()
    )
    return {**msgspec.to_builtins(recurrence), "rule": rule}
