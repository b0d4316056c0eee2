"""``fishbowl community``: what goes on between members, in figures and sentences, without names."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fishbowl.cli import fishbowl
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import OfferId, SuggestionId, pair_of
from fishbowl.domain.kernel.roles import Role
from tests.support.served_community import ServedCommunity


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Two members who were brought together by an offer that nobody else has read."""
    place = ServedCommunity(tmp_path / "fishbowl.db")
    place.start()
    amira, jonas = place.joins("Amira Benali"), place.joins("Jonas")
    for member in (amira, jonas):
        place.asks(c.SetConsent(member=member, consent="meet", on=True))
    offer = place.asks(c.AddOffer(member=amira, side="offer", words="Reading a budget"), amira)
    assert offer.seq is not None
    suggests = c.SuggestMeeting(members=pair_of(amira, jonas), offer=OfferId(offer.seq))
    assert place.asks(suggests, role=Role.TIME).ok
    (suggestion,) = place.members.community.suggestions
    for member in (amira, jonas):
        place.asks(
            c.AnswerSuggestion(member=member, suggestion=SuggestionId(suggestion), yes=True), member
        )
    place.service.stop()
    return tmp_path / "fishbowl.db"


def counts(db: Path, *words: str) -> Result:
    return CliRunner().invoke(fishbowl, ["community", *words, "--db", str(db)])


def test_as_json_everything_is_counted(db: Path) -> None:
    assert json.loads(counts(db, "--json").output) == {
        "members": 2,
        "offers": 1,
        "needs": 0,
        "suggestions": 1,
        "introductions": 1,
        "pairs": 0,
        "check_ins": {"met": 0, "not_yet": 0, "stopped": 0},
        "outcomes": 0,
        "answers": 0,
    }


def test_in_sentences_nobody_is_named_and_what_is_not_there_is_not_said(db: Path) -> None:
    output = counts(db).output
    assert output.splitlines() == [
        "2 members.",
        "1 offer and 0 needs hold.",
        "1 pair was suggested to each other.",
        "1 introduction was made, 0 of them in pairing rounds.",
        "0 met, 0 not yet, 0 stopped.",
    ]


def test_where_nobody_is_a_member_one_sentence_says_so(tmp_path: Path) -> None:
    place = ServedCommunity(tmp_path / "empty.db")
    place.start()
    place.service.stop()
    assert counts(tmp_path / "empty.db").output == "No members yet.\n"
    assert json.loads(counts(tmp_path / "empty.db", "--json").output)["members"] == 0


def test_without_a_database_one_sentence_says_why(tmp_path: Path) -> None:
    answer = counts(tmp_path / "none.db")
    assert answer.exit_code == 1
    assert answer.output.startswith("Error: ")
    assert "Traceback" not in answer.output
