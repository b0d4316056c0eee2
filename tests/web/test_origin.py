"""Nothing changes on the word of another site's page."""

import pytest

from tests.web.conftest import ORIGIN, Site


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://192.168.1.20:9999"},
        {"Referer": "http://evil.example/192.168.1.20:8080"},
        {},
    ],
)
@pytest.mark.parametrize("door", ["/o", "/k", "/new"])
def test_a_post_from_elsewhere_is_refused(site: Site, door: str, headers: dict[str, str]):
    owner = site.owner()
    form = {"question": "Why?", "key": site.access_keys.owner_key()}
    assert owner.post(door, data=form, headers=headers).status_code == 403
    assert owner.post(door, json=form, headers=headers).status_code == 403
    assert site.service.sessions() == []


def test_a_post_from_our_own_page_passes(site: Site):
    key = {"key": site.access_keys.owner_key()}
    for headers in ({"Origin": ORIGIN}, {"Referer": f"{ORIGIN}/o"}):
        assert site.visitor().post("/o", data=key, headers=headers).status_code == 204


def test_a_proxy_that_hides_the_host_does_not_lock_the_owner_out(site: Site):
    site.network._public_url = "https://bowl.example"
    answer = site.visitor().post(
        "/o",
        json={"key": site.access_keys.owner_key()},
        headers={"Origin": "https://bowl.example"},
    )
    assert answer.status_code == 204
