"""``/metrics`` and ``/healthz``: who may read them, and what they say."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.host.network import Network
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.exposition import Exposition, Sources
from fishbowl.services.vitals import Sources as VitalSources
from fishbowl.services.vitals import VitalsWatch
from fishbowl.web.context import EXTENSION, WRONG_KEYS
from tests.web.conftest import LAPTOP, Site

HERE = "http://127.0.0.1:8080"


@pytest.fixture
def measured(site: Site) -> Site:
    """A site whose metrics are put together as in a server."""
    measure(site, site.context.supervisor)
    return site


def measure(site: Site, supervisor: Supervisor) -> None:
    """Put the metrics of a site together."""
    watch = VitalsWatch(
        site.service.health,
        VitalSources(lambda: 3, lambda: site.service.saved_at_ms, lambda: 9_000_000, lambda: 0),
    )
    exposition = Exposition(
        Sources(
            metrics=site.service.metrics,
            health=site.service.health,
            vitals=watch,
            supervisor=supervisor,
            connections=lambda: {"phone": 2, "console": 1},
            sessions=site.service.session_counts,
            version="1.2.3",
        )
    )
    change(site, exposition=exposition.text, vitals=watch.now)


def change(site: Site, **fields: Any) -> None:
    """Give the pages other parts of the program."""
    context = site.app.extensions[EXTENSION]
    values = {name: getattr(context, name) for name in context.__struct_fields__}
    site.app.extensions[EXTENSION] = type(context)(**{**values, **fields})


def on_this_machine(site: Site) -> FlaskClient:
    browser = site.app.test_client()
    browser.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    return browser


def scraped(site: Site) -> dict[str, float]:
    """Every sample with its value."""
    answer = on_this_machine(site).get("/metrics", base_url=HERE)
    assert answer.status_code == 200
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_commands_are_counted_by_name_face_and_outcome(measured: Site):
    code = measured.creates()
    measured.sends(code, c.JoinSession(name="Amira"), Role.ATTENDEE, "phone-of-amira")
    measured.sends(code, c.JoinSession(name=""), Role.ATTENDEE, "phone-of-kofi")
    found = scraped(measured)
    assert found['fishbowl_commands_total{command="join_session",face="server",outcome="ok"}'] == 1
    refused = 'fishbowl_commands_total{command="join_session",face="server",outcome="refused"}'
    assert found[refused] == 1
    assert found['fishbowl_command_seconds_count{face="server"}'] == 3
    assert found["fishbowl_commit_seconds_count"] == 3


def test_the_server_is_measured(measured: Site):
    measured.creates()
    found = scraped(measured)
    assert found['fishbowl_connections{face="phone"}'] == 2
    assert found['fishbowl_sessions{state="lobby"}'] == 1
    assert found["fishbowl_ready"] == 1
    assert found["fishbowl_disk_free_bytes"] == 9e6
    assert found["fishbowl_last_write_timestamp_seconds"] > 0
    assert found['fishbowl_build_info{version="1.2.3"}'] == 1


def test_pages_and_failures_are_counted(measured: Site):
    measured.visitor().get("/healthz")
    measured.context.supervisor.failed("sending views to phones", ValueError("Amira said so"))
    measured.service.health.begins("disk_low", free_mb=300)
    found = scraped(measured)
    assert found['fishbowl_http_responses_total{status="2xx"}'] >= 1
    assert found['fishbowl_failures_total{what="sending views to phones"}'] == 1
    assert found['fishbowl_condition{code="disk_low"}'] == 1
    assert not any("Amira" in name for name in found)


def test_every_loop_says_whether_it_hangs(measured: Site):
    clock_s = [0.0]
    supervisor = Supervisor(now_s=lambda: clock_s[0])
    for name, max_s in (("send views", 60.0), ("archivist", 300.0)):
        supervisor.turns(name, max_s).begins()
    measure(measured, supervisor)
    clock_s[0] = 61.0
    found = scraped(measured)
    assert found['fishbowl_loop_hung{loop="send views"}'] == 1
    assert found['fishbowl_loop_hung{loop="archivist"}'] == 0


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("192.168.1.77", "http://192.168.1.20:8080"),
        ("127.0.0.1", "http://evil.example:8080"),
        ("::1", "http://192.168.1.20:8080"),
    ],
    ids=["another machine", "a name that was pointed here", "by the address of the network"],
)
def test_without_a_token_only_this_machine_reads_them(measured: Site, address: str, base: str):
    browser = measured.app.test_client()
    browser.environ_base["REMOTE_ADDR"] = address
    answer = browser.get("/metrics", base_url=base)
    assert answer.status_code == 403
    assert "metrics_token" in answer.text
    assert "fishbowl_" not in answer.text


def test_behind_a_proxy_everybody_seems_to_be_this_machine_and_needs_the_token(measured: Site):
    proxied = Network("127.0.0.1", 8080, "https://talk.example", look=lambda: LAPTOP)
    change(measured, network=proxied)
    browser = on_this_machine(measured)
    assert browser.get("/metrics", base_url=HERE).status_code == 403
    change(measured, metrics_token="a long secret")
    ours = {"Authorization": "Bearer a long secret"}
    assert browser.get("/metrics", base_url=HERE, headers=ours).status_code == 200


def test_with_a_token_whoever_sends_it_reads_them_and_nobody_else(measured: Site):
    change(measured, metrics_token="a long secret")
    for browser in (measured.visitor(), on_this_machine(measured), measured.owner()):
        assert browser.get("/metrics").status_code == 403
        wrong = {"Authorization": "Bearer a long secret."}
        assert browser.get("/metrics", headers=wrong).status_code == 403
        right = {"Authorization": "bearer a long secret"}
        assert browser.get("/metrics", headers=right).status_code == 200


def test_tokens_cannot_be_tried_without_end(measured: Site):
    for_an_hour = RateLimit(WRONG_KEYS[0], 3600.0)  # a slow machine gets no further try
    change(measured, metrics_token="a long secret", wrong_keys=for_an_hour)
    browser = measured.visitor()
    tried = [browser.get("/metrics").status_code for _ in range(70)]
    assert tried.count(403) == 60
    assert set(tried[60:]) == {429}


def test_readiness_and_the_last_write_are_told(site: Site):
    health = site.visitor().get("/healthz").json
    assert (health["ok"], health["ready"], health["last_write_ms"]) == (True, True, None)
    site.creates()
    assert site.visitor().get("/healthz").json["last_write_ms"] > 0
    site.service.health.begins("not_saved", why="disk_full")
    answer = site.visitor().get("/healthz")
    assert (answer.status_code, answer.json["ready"]) == (200, False)
    assert site.visitor().get("/healthz?ready").status_code == 503
    site.service.health.ends("not_saved")
    assert site.visitor().get("/healthz?ready").status_code == 200


def test_who_runs_a_session_reads_how_the_server_is(measured: Site):
    code = measured.creates()
    answer = measured.facilitator(code).get(f"/{code}/server.json")
    assert answer.json["connections"] == 3
    assert answer.json["free_mb"] == 9
    assert answer.headers["Cache-Control"] == "no-store"
    assert measured.visitor().get(f"/{code}/server.json").status_code == 403
