"""The console learns that phones find the way, from phones and from nothing else."""

from fishbowl.access.proxies import Proxies
from fishbowl.domain.session.commands import ChangeSettings
from tests.web.conftest import HOST, Site


def test_a_phone_by_the_address_in_the_qr_is_noticed(site: Site):
    site.creates("WAVE47")
    site.visitor().get("/WAVE47")
    assert site.presence.hosts == [("WAVE47", HOST)]


def test_another_address_another_page_or_this_machine_proves_nothing(site: Site):
    site.creates("WAVE47")
    phone = site.visitor()
    phone.get("/WAVE47", headers={"Host": "10.0.0.5:8080"})
    phone.get("/WAVE47/display")
    for own in ("127.0.0.1", "192.168.1.20"):
        laptop = site.visitor()
        laptop.environ_base["REMOTE_ADDR"] = own
        laptop.get("/WAVE47")
    assert site.presence.hosts == []


THROUGH_A_PROXY = {"Host": "bowl.example", "X-Forwarded-For": "203.0.113.9"}


def test_behind_a_proxy_that_is_trusted_a_phone_is_noticed(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", ChangeSettings(address="https://bowl.example"))
    site.app.wsgi_app = Proxies(1).wrapped(site.app.wsgi_app)
    phone = site.visitor()
    phone.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    phone.get("/WAVE47", headers=THROUGH_A_PROXY)
    assert site.presence.hosts == [("WAVE47", "bowl.example")]


def test_what_a_proxy_says_that_is_not_trusted_counts_for_nothing(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", ChangeSettings(address="https://bowl.example"))
    proxies = Proxies()
    site.app.wsgi_app = proxies.wrapped(site.app.wsgi_app)
    phone = site.visitor()
    phone.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    assert not proxies.unknown_seen
    phone.get("/WAVE47", headers=THROUGH_A_PROXY)
    assert site.presence.hosts == []
    assert proxies.unknown_seen


def test_where_only_this_machine_can_come_its_own_visit_counts(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", ChangeSettings(address="127.0.0.1"))
    phone = site.visitor()
    phone.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    phone.get("/WAVE47", headers={"Host": "127.0.0.1:8080"})
    assert site.presence.hosts == [("WAVE47", "127.0.0.1:8080")]
