"""Reading a list of people to invite: one line each, with a name and an e-mail address.

A line that cannot be read is given back with the reason; it spoils no other.
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from fishbowl.domain.community.commands import LABEL_MAX, PEOPLE_MAX
from fishbowl.domain.kernel.words import clean
from fishbowl.services.contacts import BadContact, mail_address

LINE_MAX = 1_000
_IN_BRACKETS = re.compile(r"^(.*)<([^<>]*)>\s*$")
_HEADINGS = frozenset({"name", "e-mail", "email", "mail", "address", "adresse", "nombre", "correo"})

Code = Literal["no_name", "no_address", "bad_address", "too_long", "too_many"]


class Listed(NamedTuple):
    """Somebody who can be invited."""

    label: str
    address: str
    language: str


class Problem(NamedTuple):
    """A line that cannot be read, counted from 1."""

    line: int
    words: str
    code: Code


class PeopleList(NamedTuple):
    """What a list holds.

    :param same: lines whose address stands in an earlier line.
    """

    people: tuple[Listed, ...]
    problems: tuple[Problem, ...]
    same: int


def read_people(text: str, languages: Iterable[str], language: str) -> PeopleList:
    """Read a list; empty lines and a line of headings are passed over.

    :param languages: codes that a line may name.
    :param language: of those whose line names none.
    """
    known = frozenset(languages)
    people: dict[str, Listed] = {}
    problems: list[Problem] = []
    same = 0
    for number, line in enumerate(text.splitlines(), 1):
        cells = list(_cells(line[:LINE_MAX]))
        if not any(cells) or (number == 1 and _is_heading(cells)):
            continue
        read = _person(cells, known, language) if len(line) <= LINE_MAX else "too_long"
        if isinstance(read, Listed) and len(people) == PEOPLE_MAX:
            read = "too_many"
        if not isinstance(read, Listed):
            problems.append(Problem(number, line[:LINE_MAX].strip(), read))
        elif read.address.casefold() in people:
            same += 1
        else:
            people[read.address.casefold()] = read
    return PeopleList(tuple(people.values()), tuple(problems), same)


def is_address(text: str) -> bool:
    """Whether something can be an e-mail address."""
    try:
        mail_address(text)
    except BadContact:
        return False
    return True


def written(people: Iterable[Listed]) -> str:
    """A list of these people, as it is read."""
    return "\n".join(
        "\t".join((one.label.replace("\t", " "), one.address, one.language)) for one in people
    )


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or what older office programs write."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _cells(line: str) -> Iterator[str]:
    """The cells of a line, whichever of tab, semicolon and comma parts them."""
    separator = next((one for one in "\t;," if one in line), ",")
    try:
        row = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        row = [line]
    for cell in row:
        in_brackets = _IN_BRACKETS.match(cell.strip())
        yield from in_brackets.groups() if in_brackets else (cell,)


def _is_heading(cells: list[str]) -> bool:
    words = {cell.strip().casefold() for cell in cells}
    return not any("@" in cell for cell in cells) and bool(words & _HEADINGS)


def _person(cells: list[str], languages: frozenset[str], language: str) -> Listed | Code:
    stripped = [cell.strip() for cell in cells if cell.strip()]
    address = next((cell for cell in stripped if "@" in cell), "")
    others = [cell for cell in stripped if cell != address]
    named = next((cell.lower() for cell in others[1:] if cell.lower() in languages), language)
    label = clean(others[0]) if others else ""
    if not address:
        return "no_address"
    if not is_address(address):
        return "bad_address"
    if not label:
        return "no_name"
    if len(label) > LABEL_MAX:
        return "too_long"
    return Listed(label, address, named)
