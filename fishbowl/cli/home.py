"""``fishbowl home``: hand over what was held here to an installation that stays up."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path

import click
import msgspec

from fishbowl.cli.common import contacts_key_option, db_option, examples, note_in_audit
from fishbowl.home.commands import Asked, Done, home_side
from fishbowl.home.desk import Status
from fishbowl.log import StoreError
from fishbowl.services.audit import HOME_JOINED, HOME_LEFT

NOT_JOINED = {
    "bad_address": "This is no address of a home, such as bowl.example.",
    "needs_https": "A home elsewhere is reached by https only, so that nobody can get in between.",
    "wrong_code": "Home does not know this code. It is good once, for ten minutes: press New code "
    "on its page /laptops.",
    "other_version": "Home has another version of Fishbowl. Update the older one.",
    "own_address": "This is the address of this installation itself.",
}
UNREACHABLE = {
    "no_connection": "There is no connection.",
    "no_name": "The name of the home is not found: there is no internet, or the name is wrong.",
    "timed_out": "Home does not answer in time.",
    "bad_certificate": "The certificate of the home is not valid.",
    "no_https": "Home does not speak https.",
    "no_home": "There is no home that this Fishbowl knows at this address.",
    "not_home": "What answers there is not the home that was joined.",
    "damaged": "What was sent came in damaged, several times.",
}
REFUSED = {
    "code_taken": "home has another session with this code",
    "broken": "home could not read it",
    "newer_program": "home has an older Fishbowl that does not know something in it",
    "too_large": "it is too large",
    "not_finished": "it is not over",
    "not_signed": "it was signed with another key",
}

REFUSED_WISHES = {
    "pass_unknown": "home does not know the pass any more: they have left, or have a new one",
    "not_here": "home does not have the person in the session that was to be theirs",
    "newer_program": "home has an older Fishbowl: update it, and they can say it again",
}
NOT_CARRIED_OVER = (
    "{} not carried over from this installation's own community. Their pages here rest as long as "
    "it has a home. They can become members at home; whoever is still signed in here can leave "
    "at /me/leave. Nothing is deleted: after `fishbowl home leave` their pages open again."
)

json_option = click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")


@click.group(
    "home",
    epilog=examples(
        "fishbowl home join bowl.example QUAY 4719",
        "fishbowl home status",
    ),
)
def command() -> None:
    """Join a home, see what waits, hand over, leave; beside a running server as well."""


@command.command(
    "join",
    epilog=examples(
        "fishbowl home join bowl.example QUAY 4719",
        'fishbowl home join https://bowl.example QUAY4719 --name "Boiler House, blue"',
    ),
)
@click.argument("url")
@click.argument("code", nargs=-1, required=True)  # so that "QUAY 4719" needs no quotes
@click.option("--name", default="", help="What this laptop is called there; else its host name.")
@click.option("--earlier", is_flag=True, help="Also hand over sessions that have ended before.")
@json_option
@contacts_key_option
@db_option
def join(
    db: Path,
    contacts_key: Path | None,
    as_json: bool,
    earlier: bool,
    name: str,
    code: tuple[str, ...],
    url: str,
) -> None:
    """Let URL be the home of this installation, by the CODE that it shows.

    Whoever looks after the home presses New code on its page /laptops. From then on finished
    sessions are handed over, signed and encrypted, whenever there is a connection.
    """
    asked = Asked(what="join", url=url, code=" ".join(code), name=name, earlier=earlier)
    done, path = _done(db, contacts_key, asked)
    if done.problem:
        why = NOT_JOINED.get(done.problem) or _unreachable(done.problem)
        raise click.ClickException(f"{why} Nothing was changed.")
    note_in_audit(path, HOME_JOINED)
    if done.members:
        click.echo(NOT_CARRIED_OVER.format(_members(done.members)), err=True)
    _tell(done.status, as_json)


@command.command("status", epilog=examples("fishbowl home status", "fishbowl home status --json"))
@json_option
@contacts_key_option
@db_option
def status(db: Path, contacts_key: Path | None, as_json: bool) -> None:
    """Tell what waits, what is there, and what went wrong."""
    done, _ = _done(db, contacts_key, Asked(what="status"))
    _tell(done.status, as_json)


@command.command("push", epilog=examples("fishbowl home push"))
@json_option
@contacts_key_option
@db_option
def push(db: Path, contacts_key: Path | None, as_json: bool) -> None:
    """Hand over now what waits, also what was refused before.

    Ends with status 1 if something waits afterwards.
    """
    done, _ = _done(db, contacts_key, Asked(what="push"))
    _tell(done.status, as_json)
    if done.status.waiting or done.status.state in ("unreachable", "unknown"):
        raise SystemExit(1)


@command.command("leave", epilog=examples("fishbowl home leave"))
@json_option
@contacts_key_option
@db_option
def leave(db: Path, contacts_key: Path | None, as_json: bool) -> None:
    """Have no home any more. What was handed over stays there, and here."""
    before, _ = _done(db, contacts_key, Asked(what="status"))
    done, path = _done(db, contacts_key, Asked(what="leave"))
    if before.status.home:
        note_in_audit(path, HOME_LEFT)
    if as_json:
        _tell(done.status, as_json)
    elif not before.status.home:
        click.echo("This installation has no home. Nothing was changed.")
    elif done.told:
        click.echo("Left. What was handed over stays there, and here.")
    else:
        click.echo(
            "Left. Home could not be told: it shows this laptop until somebody disconnects it."
        )


def _done(db: Path, contacts_key: Path | None, asked: Asked) -> tuple[Done, Path]:
    try:
        with home_side(db, contacts_key) as side:
            return side.do(asked), side.path
    except StoreError as error:
        raise click.ClickException(str(error)) from error


def _tell(status: Status, as_json: bool) -> None:
    if as_json:
        found = msgspec.to_builtins(status)
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    if not status.home:
        click.echo("This installation has no home.")
        return
    named = f"{status.community} ({status.home})" if status.community else status.home
    click.echo(f"Home: {named}. This laptop is called {status.laptop} there.")
    since = f"since {_minute(status.since_ms)}" if status.since_ms else "now"
    if status.state == "unreachable":
        click.echo(f"Not reached {since}: {_unreachable(status.code)} Nothing is lost.")
    elif status.state == "unknown":
        click.echo(
            f"Home does not know this laptop any more, {since}. Nothing is lost: join again with "
            "a new code."
        )
    click.echo(f"Waits here: {', '.join(status.waiting) or 'nothing'}.")
    if status.staying:
        click.echo(
            "Stays here until everybody in it is forgotten (under 18): "
            f"{', '.join(status.staying)}."
        )
    for one in status.there:
        if one.kind != "wish" and one.taken.how == "refused":
            why = REFUSED.get(one.taken.code, one.taken.code)
            click.echo(f"Not taken: {one.key}: {why}.")
    for code, count in status.refused_wishes.items():
        why = REFUSED_WISHES.get(code, "home could not take it as it is: they can say it again")
        click.echo(f"Wishes of members not taken: {count}: {why}.")
    there = Counter(one.taken.how != "refused" for one in status.there if one.kind == "session")
    click.echo(f"Is there: {there[True]}.")


def _members(count: int) -> str:
    return "One member is" if count == 1 else f"{count} members are"


def _unreachable(code: str) -> str:
    return UNREACHABLE.get(code) or f"Home answers {code.removeprefix('says_')}."


def _minute(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1000).astimezone():%Y-%m-%d %H:%M}"
