"""``fishbowl import``: imports sessions from a backup."""

from pathlib import Path

import click

from fishbowl.cli.backup import import_all
from fishbowl.cli.common import db_option, examples
from fishbowl.cli.progress import progress
from fishbowl.log import StoreError
from fishbowl.services.import_checks import InvalidBackup

KEPT = "What was written is whole and stays; import the folder again for the rest."


@click.command(
    "import",
    epilog=examples(
        "fishbowl import backup-2026",
        "fishbowl import backup-2026 --db talks.db",
    ),
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@db_option
def command(db: Path, folder: Path) -> None:
    """Import the sessions that `fishbowl export --all` has written to FOLDER.

    Sessions that exist already are not changed, so a second import changes nothing. What was
    erased here since the folder was written is erased in what comes in, and a session that was
    deleted here stays deleted.
    """
    try:
        with progress(kept=KEPT) as report:
            done = import_all(db, folder, report)
    except (InvalidBackup, StoreError) as error:
        nothing = " Nothing was imported." if isinstance(error, InvalidBackup) else ""
        raise click.ClickException(f"{error}{nothing}") from error
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be read: {error}.") from error
    click.echo(f"Imported: {done.new}. Here already: {done.known}.")
    if done.deleted:
        click.echo(f"Left out, because they were deleted here: {', '.join(done.deleted)}.")
