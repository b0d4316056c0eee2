"""The console learns that phones find the way, from phones and from nothing else."""

from fishbowl.access.proxies import Proxies
from fishbowl.domain.session.commands import ChangeSettings
from tests.web.conftest import HOST, House


def test_a_phone_by_the_address_in_the_qr_is_noticed(house: House):
    house.session("WAVE47")
    house.visitor().get("/WAVE47")
    assert house.presence.hosts == [("WAVE47", HOST)]


def test_another_address_another_page_or_this_machine_proves_nothing(house: House):
    house.session("WAVE47")
    phone = house.visitor()
    phone.get("/WAVE47", headers={"Host": "10.0.0.5:8080"})
    phone.get("/WAVE47/display")
    for own in ("127.0.0.1", "192.168.1.20"):
        laptop = house.visitor()
        laptop.environ_base["REMOTE_ADDR"] = own
        laptop.get("/WAVE47")
    assert house.presence.hosts == []


THROUGH_A_PROXY = {"Host": "bowl.example", "X-Forwarded-For": "203.0.113.9"}


def test_behind_a_proxy_that_is_trusted_a_phone_is_noticed(house: House):
    house.session("WAVE47")
    house.send("WAVE47", ChangeSettings(address="https://bowl.example"))
    house.app.wsgi_app = Proxies(1).wrapped(house.app.wsgi_app)
    phone = house.visitor()
    phone.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    phone.get("/WAVE47", headers=THROUGH_A_PROXY)
    assert house.presence.hosts == [("WAVE47", "bowl.example")]


def test_what_a_proxy_says_that_is_not_trusted_counts_for_nothing(house: House):
    house.session("WAVE47")
    house.send("WAVE47", ChangeSettings(address="https://bowl.example"))
    proxies = Proxies()
    house.app.wsgi_app = proxies.wrapped(house.app.wsgi_app)
    phone = house.visitor()
    phone.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    assert not proxies.unknown_seen
    phone.get("/WAVE47", headers=THROUGH_A_PROXY)
    assert house.presence.hosts == []
    assert proxies.unknown_seen


def test_where_only_this_machine_can_come_its_own_visit_counts(house: House):
    house.session("WAVE47")
    house.send("WAVE47", ChangeSettings(address="127.0.0.1"))
    phone = house.visitor()
    phone.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    phone.get("/WAVE47", headers={"Host": "127.0.0.1:8080"})
    assert house.presence.hosts == [("WAVE47", "127.0.0.1:8080")]
