"""Names and addresses of members are in no line of the log, no metrics and no stored entry."""

import logging
from pathlib import Path

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import member_owner
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.community_time import CommunityTime
from fishbowl.services.contacts import BadContact
from tests.support.served import Failing
from tests.support.served_community import ServedCommunity

NAME, ADDRESS, TYPED = "Amira Quispe", "amira.quispe@example.org", "extension 4711"
SECRETS = (NAME, "Quispe", ADDRESS, "example.org", "4711")


def test_nothing_that_names_a_member_reaches_the_log_the_metrics_or_the_entries(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
):
    place = ServedCommunity(tmp_path / "fishbowl.db")
    place.start()
    with caplog.at_level(logging.DEBUG):
        member = place.joins(NAME)
        owner = member_owner(member)
        for kind, value in (("other", TYPED), ("mail", ADDRESS)):
            put = place.contacts.put(owner, kind, value)
            place.asks(c.ChangeReach(member=member, reach=kind), member, beside=[put])
        healthy = place.store._writer
        for at in ("insert into entries", "insert or replace into contacts", "commit"):
            place.store._writer = Failing(healthy, at)
            put = place.contacts.put(owner, "mail", ADDRESS)
            assert not place.asks(
                c.ChangeReach(member=member, reach="mail"), member, beside=[put]
            ).ok
            place.store._writer = healthy
        with pytest.raises(BadContact) as refused:
            place.contacts.put(owner, "mail", f"{ADDRESS} and {TYPED}")
        in_time = CommunityTime(
            place.members, place.tokens, Supervisor(), place.clock.now_ms, lambda s: None
        )
        place.wait(minutes=60 * 24 * 700)
        in_time.look()
        assert place.contacts.of(owner).value == ADDRESS
    entries = place.store._reader.execute("select data from entries").fetchall()
    metrics = f"{place.service.metrics.commands} {place.service.metrics.command_times.keys()}"
    place.service.stop()
    said = "\n".join([*caplog.messages, str(refused.value), metrics, *capfd.readouterr()])
    assert "member" in metrics
    assert not any(secret in said for secret in SECRETS)
    stored = str(entries)
    assert NAME in stored, "the log says what they are called"
    assert not any(secret in stored for secret in SECRETS[2:])
    held = (tmp_path / "fishbowl.db").read_bytes()
    assert ADDRESS.encode() not in held
    assert TYPED.encode() not in held
