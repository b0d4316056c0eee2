"""Lists of people to invite: each line for itself, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.community.commands import PEOPLE_MAX
from fishbowl.services.people_list import Listed, decoded, is_address, read_people, written

LANGUAGES = ("ar", "de", "en", "es", "ja")


def read(text: str) -> list[tuple[str, str, str]]:
    return [tuple(one) for one in read_people(text, LANGUAGES, "en").people]  # type: ignore[misc]


@pytest.mark.parametrize(
    "line",
    [
        "Amira Benali, amira@example.org", "Amira Benali;amira@example.org",
        "amira@example.org\tAmira Benali",
        '"Amira Benali",amira@example.org,', "Amira Benali <amira@example.org>",
        "  Amira   Benali ,  amira@example.org, en",
    ],
)  # fmt: skip
def test_a_line_is_read_however_it_is_written(line: str):
    assert read(line) == [("Amira Benali", "amira@example.org", "en")]


def test_headings_and_empty_lines_are_passed_over_and_a_language_is_read():
    text = "Name;E-Mail;Sprache\n\nAmira;a@example.org;ar\n;;\nJonas;j@example.org;tlh\n"
    assert read(text) == [("Amira", "a@example.org", "ar"), ("Jonas", "j@example.org", "en")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Amira", "no_address"), ("Amira, amira@", "bad_address"),
        ("Amira, a b@example.org", "bad_address"),
        ("a@example.org", "no_name"), ("\u202e, a@example.org", "no_name"),
        (f"{'A' * 81}, a@example.org", "too_long"), ("x" * 1_001, "too_long"),
        ("Amira, a@localhost", "bad_address"), (f"Amira, {'a' * 250}@example.org", "bad_address"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_says_why(line: str, code: str):
    found = read_people(f"Name,Mail\n{line}\nJonas, j@example.org", LANGUAGES, "en")
    assert [(one.line, one.code) for one in found.problems] == [(2, code)]
    assert [one.label for one in found.people] == ["Jonas"]


def test_a_stray_quote_spoils_no_other_line():
    text = 'Amira, a@example.org\n"Jonas, j@example.org\nKofi, k@example.org'
    assert {"Amira", "Kofi"} <= {one.label for one in read_people(text, LANGUAGES, "en").people}


def test_five_thousand_lines_with_three_hundred_broken_ones():
    lines = [
        f"Member {n}" if n % 16 == 0 and n < 4_800 else f"Member {n}, member{n}@example.org"
        for n in range(5_000)
    ]
    found = read_people("\n".join(lines), LANGUAGES, "en")
    assert (len(found.people), len(found.problems)) == (4_700, 300)
    assert {one.code for one in found.problems} == {"no_address"}
    assert [lines[one.line - 1] for one in found.problems] == [one.words for one in found.problems]


def test_more_than_can_be_invited_at_once_are_given_back():
    text = "\n".join(f"M, m{n}@example.org" for n in range(PEOPLE_MAX + 2))
    found = read_people(text, LANGUAGES, "en")
    assert (len(found.people), [one.code for one in found.problems]) == (
        PEOPLE_MAX,
        ["too_many"] * 2,
    )


def test_an_address_that_stands_twice_is_counted_and_the_first_line_holds():
    found = read_people("Amira, A@example.org\nA. B., a@EXAMPLE.org", LANGUAGES, "en")
    assert ([one.label for one in found.people], found.same) == (["Amira"], 1)


@given(st.lists(st.text(min_size=1), max_size=20))
def test_any_text_is_read_without_loss(lines: list[str]):
    found = read_people("\n".join(lines), LANGUAGES, "en")
    assert read_people(written(found.people), LANGUAGES, "de").people == found.people


def test_what_is_written_is_read_again():
    people = (Listed('A, "B"', "a@example.org", "ja"), Listed("C;D", "c@example.org", "en"))
    assert read_people(written(people), LANGUAGES, "de").people == people


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_office_programs_are_read(encoding: str):
    assert decoded("Jörg, j@example.org".encode(encoding)) == "Jörg, j@example.org"


def test_addresses_are_judged_by_their_shape():
    assert is_address("amira.benali+x@mail.example.org")
    assert not any(map(is_address, ("", "a", "a@b", "@b.c", "a@b..c", "a@b.c>", "a\n@b.c")))
