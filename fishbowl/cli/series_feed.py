"""``fishbowl series feed``: the calendar of a series, as its feed has it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from fishbowl.cli.common import db_option, examples, open_for_reading
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.rules.slugs import same_name
from fishbowl.domain.series.state import Series
from fishbowl.domain.series.stream import SERIES
from fishbowl.harvest.calendars import series_calendar
from fishbowl.host.clock import wall_ms
from fishbowl.log import Store, StoreError
from fishbowl.views.series.public import Shown, public_series


@click.command(
    "feed",
    epilog=examples(
        "fishbowl series feed first-thursday-lunch > lunch.ics",
        "fishbowl series feed first-thursday-lunch --json",
    ),
)
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print the next dates as a JSON array.")
@click.option("--page", default="", help="The address of its page, which the calendar leads to.")
@db_option
def feed(db: Path, name: str, as_json: bool, page: str) -> None:
    """Print the calendar of a series (iCalendar), public or not.

    NAME is its name, or its name in addresses. Nobody of the rota is in it, and no join code.
    """
    store = open_for_reading(db)
    try:
        series = _find(store, name)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    finally:
        store.close()
    if as_json:
        days = public_series(series, Millis(wall_ms())).days
        rows = [_row(one) for day in days for one in day.occasions]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    click.echo(series_calendar(series, page=page), nl=False)


def _find(store: Store, name: str) -> Series:
    """The series with a name.

    :raises click.ClickException: there is none, or it cannot be read.
    """
    for one in store.streams(SERIES.name):
        row: Any = one.row
        if row.slug == name or same_name(row.label, name):
            found = store.folded(one.stream)
            if isinstance(found, Series):
                return found
    raise click.ClickException(f"There is no series “{name}”. “fishbowl series list” lists all.")


def _row(one: Shown) -> dict[str, Any]:
    return {
        "id": one.id,
        "on": one.on,
        "starts": _instant(one.starts_at_ms),
        "ends": _instant(one.ends_at_ms),
        "title": one.title,
        "room": one.room,
        "people": one.people,
        "takes_place": one.left_out is None,
        "comers": one.comers,
    }


def _instant(at_ms: Millis) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="seconds")
