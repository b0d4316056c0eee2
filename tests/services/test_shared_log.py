"""Two writers of two kinds on one log: apart in what they decide, together about the file."""

import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.stream import COMMUNITY_STREAM
from fishbowl.domain.session.commands import StartSession
from fishbowl.log import open_store
from fishbowl.services.batch import NOT_SAVED
from tests.support.served import NEW, Failing
from tests.support.served_community import ServedCommunity


@pytest.fixture
def place(tmp_path: Path) -> Iterator[ServedCommunity]:
    place = ServedCommunity(tmp_path / "fishbowl.db")
    place.start()
    yield place
    place.service.stop()


def test_both_save_and_stop_with_the_log(place: ServedCommunity, tmp_path: Path):
    assert place.service.submit(place.envelope(NEW)).ok
    amira = place.joins("Amira")
    place.service.stop()
    assert place.asks(c.Join(label="Tom")) == NOT_SAVED
    assert place.service.submit(place.envelope(StartSession())) == NOT_SAVED
    with closing(open_store(tmp_path / "fishbowl.db")) as store:
        assert store.folded(COMMUNITY_STREAM).members[amira].label == "Amira"


def test_a_machine_that_gave_its_turn_away_saves_nothing_of_either(place: ServedCommunity):
    place.service.refuse()
    assert place.asks(c.Join(label="Amira")) == NOT_SAVED
    assert place.service.submit(place.envelope(NEW)) == NOT_SAVED
    assert not place.members.community.members


def test_a_disk_that_fails_is_told_once(place: ServedCommunity, caplog: pytest.LogCaptureFixture):
    place.service.submit(place.envelope(NEW))
    healthy = place.store._writer
    place.store._writer = Failing(healthy, "insert into entries")
    with caplog.at_level(logging.ERROR):
        assert place.asks(c.Join(label="Amira")) == NOT_SAVED
        assert place.service.submit(place.envelope(StartSession())) == NOT_SAVED
    assert len([line for line in caplog.messages if "was not saved" in line]) == 1
    assert [one.code for one in place.service.health.conditions()] == ["not_saved"]
    place.store._writer = healthy
    assert place.asks(c.Join(label="Amira")).ok
    assert place.members.health.is_ready


def test_both_hear_of_what_others_write(place: ServedCommunity, tmp_path: Path):
    place.joins("Amira")
    place.service.submit(place.envelope(NEW))
    assert place.service.session("WAVE47") is not None
    other = ServedCommunity(tmp_path / "fishbowl.db")
    other.asks_together(other.envelope_of(c.Join(label="Tom"), id="tom"))
    place.store.tidy()
    place.published.clear()
    place.members._look()
    assert [one.label for one in place.members.community.members.values()] == ["Amira", "Tom"]
    other.store.close()


def test_a_community_that_cannot_be_read_stops_no_session(place: ServedCommunity):
    place.joins("Amira")
    place.store._writer.execute("update entries set data = '{' where type = 'member.joined'")
    place.members._states.drop("")
    assert place.asks(c.Join(label="Tom")) == NOT_SAVED
    assert place.service.submit(place.envelope(NEW)).ok
    assert "community_broken" in {one.code for one in place.service.health.conditions()}
