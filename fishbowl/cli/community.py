"""``fishbowl community``: what goes on between members, in figures."""

import json
from pathlib import Path

import click
import msgspec

from fishbowl.cli.common import db_option, examples
from fishbowl.cli.members import read_community
from fishbowl.domain.community.rules.figures import Figures, figures


@click.command(
    "community",
    epilog=examples("fishbowl community", "fishbowl community --json --db talks.db"),
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@db_option
def command(db: Path, as_json: bool) -> None:
    """Count what goes on between members, beside a running server as well; no names.

    Counted are the members; the offers and needs that hold, shared or not; the pairs of members
    who were suggested to each other; introductions, which are made when all have said yes, and how
    many of them are pairs of a pairing round; what became of them (met, not yet, stopped); the
    answers whether it helped; and the answers to questions that members asked. A stop is counted
    once the others can know of it. Of who left, only met, stopped and outcomes stay counted.

    Small numbers can point to a person. They are for who runs this machine: on pages, outcomes are
    told from five on. Do not hand them on.
    """
    found = figures(read_community(db))
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(found), indent=2))
        return
    for sentence in sentences(found):
        click.echo(sentence)


def sentences(found: Figures) -> list[str]:
    """The figures as they are read out; of what is not there, nothing is said."""
    if not found.members:
        return ["No members yet."]
    said = [f"{_counted(found.members, 'member', 'members')}."]
    if found.offers or found.needs:
        offers = _counted(found.offers, "offer", "offers")
        said.append(f"{offers} and {_counted(found.needs, 'need', 'needs')} hold.")
    if found.suggestions:
        pairs = _counted(found.suggestions, "pair was", "pairs were")
        said.append(f"{pairs} suggested to each other.")
    if found.introductions:
        made = _counted(found.introductions, "introduction was", "introductions were")
        said.append(f"{made} made, {found.pairs} of them in pairing rounds.")
        became = found.check_ins
        said.append(f"{became.met} met, {became.not_yet} not yet, {became.stopped} stopped.")
    if found.outcomes:
        answers = _counted(found.outcomes, "answer", "answers")
        said.append(f"{answers} to the question whether it helped.")
    if found.answers:
        said.append(f"{_counted(found.answers, 'answer', 'answers')} to questions of members.")
    return said


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
