"""``fishbowl members``: lists the members, invites people, removes somebody."""

import csv
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from fishbowl.cli.common import (
    contacts_key_option,
    db_option,
    examples,
    note_in_audit,
    open_for_reading,
    port_option,
)
from fishbowl.cli.progress import progress
from fishbowl.domain.community.commands import LABEL_MAX
from fishbowl.domain.community.ids import CONSENTS, member_owner
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.state import EMPTY, Community
from fishbowl.domain.community.stream import COMMUNITY_STREAM
from fishbowl.domain.kernel.words import clean
from fishbowl.log import StoreError
from fishbowl.services.audit import MEMBER_REMOVED, PEOPLE_INVITED
from fishbowl.services.contacts import BadContact, Contacts, Reached, mail_address
from fishbowl.services.contacts_key import key_file_of, read_or_make
from fishbowl.services.members_commands import Asked, Done, community_of, new_id
from fishbowl.services.people_list import Listed, Problem, decoded, read_people

LANGUAGES = ("ar", "de", "en", "es", "ja")
FEW = 5
"""Fewer people than this are not counted: the number could point to one of them."""
REASONS = {
    "kept_at_home": "This installation has a home, and the community changes there.",
    "no_name": "no name",
    "no_address": "no e-mail address",
    "bad_address": "this is no e-mail address",
    "too_long": "too long",
    "too_many": "more than 5,000 people",
    "member_unknown": "There is no such member. Nothing was changed.",
    "limit_reached": "Too many invitations wait for an answer (10,000). Wait until some are over.",
    "not_saved": "The database refused: nothing was saved. Try again.",
}

language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of the letter, where the list names none.",
)


@click.group(
    "members",
    epilog=examples(
        "fishbowl members list",
        'fishbowl members add "Amira Benali" amira@example.org',
        "fishbowl members import people.csv --language de",
    ),
)
def command() -> None:
    """List the members, invite people, remove somebody; beside a running server as well."""


def read_community(db: Path) -> Community:
    """Read the community of a database beside a server that may be writing to it.

    :raises click.ClickException: it cannot be read; in one sentence.
    """
    store = open_for_reading(db)
    try:
        return store.folded(COMMUNITY_STREAM) or EMPTY
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    finally:
        store.close()


@command.command(
    "list",
    epilog=examples(
        "fishbowl members list",
        "fishbowl members list --json --with-contacts",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@click.option("--with-contacts", is_flag=True, help="Print how each member is reached as well.")
@contacts_key_option
@db_option
def list_members(db: Path, contacts_key: Path | None, as_json: bool, with_contacts: bool) -> None:
    """List all members, by name."""
    store = open_for_reading(db)
    try:
        community: Community = store.folded(COMMUNITY_STREAM) or EMPTY
        reached: dict[str, Reached] = {}
        if with_contacts:
            path = contacts_key or key_file_of(db)
            if store.contacts() and not path.is_file():
                raise StoreError(f"The key of the contacts is not in {path}. Name its file with "
                                 "--contacts-key.")  # fmt: skip
            reached = Contacts(store, read_or_make(path).keys).all() if path.is_file() else {}
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    finally:
        store.close()
    found = sorted(community.members.values(), key=lambda one: (one.label.casefold(), one.id))
    rows = [_row(one, reached.get(member_owner(one.id)), with_contacts) for one in found]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not rows:
        click.echo("No members yet.")
    for row in rows:
        contact = row.get("contact") or {}
        told = [", ".join(row["consents"]), "host" if row["host"] else "", contact.get("value", "")]
        click.echo("  ".join([f"{row['id']:>6}", row["name"], *filter(None, told)]))


@command.command(
    "add",
    epilog=examples(
        'fishbowl members add "Amira Benali" amira@example.org',
        'fishbowl members add "Amira Benali" --port 9000',
    ),
)
@click.argument("name")
@click.argument("email", required=False, default="")
@language_option
@port_option
@contacts_key_option
@db_option
def add(
    db: Path, contacts_key: Path | None, port: int, language: str, name: str, email: str
) -> None:
    """Invite NAME by a letter to EMAIL; without EMAIL, print a link to hand over.

    Nobody is a member before they accept. An invitation is deleted after 30 days.
    """
    label = clean(name)
    if not label or len(label) > LABEL_MAX:
        raise click.ClickException(f"A name has 1 to {LABEL_MAX} characters. Nothing was changed.")
    try:
        address = mail_address(email) if email else ""
    except BadContact as error:
        raise click.ClickException(f"{email}: {error}. Nothing was changed.") from error
    person = Listed(label, address, language)
    asked = Asked(what="invite" if email else "link", id=new_id(), people=(person,))
    done, path = _done(db, contacts_key, asked)
    note_in_audit(path, PEOPLE_INVITED, count=1)
    if email:
        click.echo("Invited, unless they are a member already or want no letters.")
    else:
        click.echo(
            f"Hand this link over; it is good once, for 30 days. Where phones open another address "
            f"than this one, put that in its place:\n\n  http://127.0.0.1:{port}/t#{done.token}\n"
        )


@command.command(
    "import",
    epilog=examples(
        "fishbowl members import people.csv",
        "fishbowl members import people.csv --skip-broken --language es",
    ),
)
@click.argument("file", type=click.File("rb"))
@click.option("--skip-broken", is_flag=True, help="Invite the others if some lines are broken.")
@language_option
@contacts_key_option
@db_option
def import_people(
    db: Path, contacts_key: Path | None, language: str, skip_broken: bool, file: Any
) -> None:
    """Invite everybody on a list: one letter each.

    FILE has a line for each person with name and e-mail address, parted by comma, semicolon or tab,
    and the code of a language if wished; a line of headings is passed over. UTF-8, UTF-16 and what
    older office programs write are read; - is standard input. Nobody is a member before they
    accept, and invitations are deleted after 30 days.
    """
    listed = read_people(decoded(file.read()), LANGUAGES, language)
    if listed.problems:
        _tell_problems(listed.problems)
        if not skip_broken:
            raise click.ClickException(
                f"{len(listed.problems)} lines cannot be read. Nobody was invited. Mend them, or "
                "invite the others with --skip-broken."
            )
    if not listed.people:
        raise click.ClickException("There is nobody on this list. Nobody was invited.")
    id, invited, left_out = new_id(), 0, 0
    with progress(kept="Who was invited stays so; import the list again for the rest.") as report:
        try:
            with community_of(db, contacts_key, report) as community:
                for first in range(0, len(listed.people), community.at_once):
                    report("Inviting people", first, len(listed.people))
                    people = listed.people[first : first + community.at_once]
                    done = community.do(Asked(what="invite", id=f"{id}-{first}", people=people))
                    if done.code:
                        raise StoreError(REASONS.get(done.code, done.code))
                    invited += len(people)
                    left_out += done.left_out
        except StoreError as error:
            kept = (
                f" {invited} people were invited before; import the list again." if invited else ""
            )
            raise click.ClickException(f"{error}{kept}") from error
    note_in_audit(community.path, PEOPLE_INVITED, count=invited)
    click.echo(f"Invited: {invited}.")
    if listed.same:
        click.echo(f"Lines with an address that stands in an earlier one: {listed.same}.")
    if left_out >= FEW:
        click.echo(f"Of them, members already, invited before, or wanting no letters: {left_out}.")


@command.command("remove", epilog=examples("fishbowl members remove 7"))
@click.argument("id", type=click.IntRange(1))
@click.option("--yes", is_flag=True, help="Do not ask.")
@contacts_key_option
@db_option
def remove(db: Path, contacts_key: Path | None, id: int, yes: bool) -> None:
    """Remove member ID with everything that is kept of them; sessions stay as they are."""
    members = read_community(db).members
    found = next((one for one in members.values() if one.id == id), None)
    if found is None:
        raise click.ClickException(REASONS["member_unknown"])
    if not yes:
        click.confirm(f"Remove {found.label}? This cannot be undone", abort=True, err=True)
    _, path = _done(db, contacts_key, Asked(what="remove", id=new_id(), member=id))
    note_in_audit(path, MEMBER_REMOVED)
    click.echo("Removed.")


def _done(db: Path, contacts_key: Path | None, asked: Asked) -> tuple[Done, Path]:
    try:
        with community_of(db, contacts_key) as community:
            done, path = community.do(asked), community.path
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    if done.code:
        raise click.ClickException(REASONS.get(done.code, done.code))
    return done, path


def _tell_problems(problems: tuple[Problem, ...]) -> None:
    """Say which lines cannot be read and why, as CSV that can be kept."""
    click.echo("Lines that cannot be read:", err=True)
    out = csv.writer(sys.stderr, lineterminator="\n")
    for problem in problems:
        out.writerow((problem.line, REASONS[problem.code], problem.words))


def _row(member: Member, reached: Reached | None, with_contacts: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": member.id,
        "name": member.label,
        "language": member.language,
        "time_zone": member.time_zone,
        "reach": member.reach,
        "consents": [one for one in CONSENTS if one in member.consents],
        "sessions": [link.code for link in member.links],
        "host": member.is_host,
        "joined_on": f"{datetime.fromtimestamp(member.joined_at_ms / 1000, UTC):%Y-%m-%d}",
        "seen": member.seen,
    }
    if with_contacts:
        row["contact"] = None if reached is None else {
            "kind": reached.kind,
            "value": reached.value,
            "confirmed": reached.confirmed_at_ms is not None,
        }  # fmt: skip
    return row
