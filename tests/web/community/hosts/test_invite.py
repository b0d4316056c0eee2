"""Inviting people: everybody present, one by name, many from a list."""

import io

import pytest

from fishbowl.access.sign_ins import MEMBER, OWNER, READER
from fishbowl.domain.community.commands import PEOPLE_MAX
from fishbowl.domain.community.decide import invitations
from fishbowl.domain.community.ids import invitation_owner
from fishbowl.web.community.hosts.invite import PAGE
from fishbowl.web.community.hosts.long_lists import LIST_MAX_BYTES, LIST_PATHS, list_bytes
from tests.web.community.conftest import POST, Circle

ONE = {"name": "Kofi", "address": "kofi@example.org", "language": "en", "id": "once"}


def lines(count: int) -> str:
    return "\n".join(f"Person {n}, p{n}@example.org" for n in range(count))


def test_the_invitation_for_everybody_present_is_a_link_and_a_picture_and_can_be_renewed(
    circle: Circle,
):
    owner, keys = circle.site.owner(), circle.site.access_keys
    first, second = keys.invitation_key(1), keys.invitation_key(2)
    assert f"/i#{first}" in owner.get("/community/invite").text
    for _ in range(2):  # pressed twice
        answer = owner.post("/community/invite/link", data={"generation": "1"}, **POST)
        assert answer.location == "/community/invite?renewed"
    page = owner.get("/community/invite?renewed").text
    assert f"/i#{second}" in page
    assert first not in page
    assert "The old one opens nothing any more." in page
    assert circle.state.invitation_generation == 2


def test_one_person_gets_one_letter_also_if_the_form_is_sent_twice(circle: Circle):
    owner = circle.site.owner()
    for _ in range(2):
        assert owner.post("/community/invite/person", data=ONE, **POST).status_code == 303
    (invitation,) = circle.state.invitations.values()
    assert (invitation.label, invitation.language) == ("Kofi", "en")
    owner_of = invitation_owner(invitation.id)
    assert circle.letters() == circle.letters(owner_of) == ["invitation"]
    reached = circle.site.context.contacts.of(owner_of)
    assert reached is not None
    assert (reached.value, reached.confirmed_at_ms) == ("kofi@example.org", None)
    assert not circle.state.members


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"address": "kofi"}, "That is no e-mail address."),
        ({"address": ""}, "That is no e-mail address."),
        ({"name": " \u202e "}, "Please type a name."),
    ],
)
def test_what_cannot_be_sent_says_why_and_keeps_what_was_typed(
    circle: Circle, typed: dict[str, str], words: str
):
    answer = circle.site.owner().post("/community/invite/person", data={**ONE, **typed}, **POST)
    assert answer.status_code == 422
    assert words in answer.text
    kept = {**ONE, **typed}
    assert f'value="{kept["address"]}"' in answer.text
    assert not circle.state.invitations
    assert not circle.letters()


def test_a_list_is_looked_at_before_anything_is_sent(circle: Circle):
    form = {"list": f"Name,Mail\n{lines(3)}\nNobody\nSame, p1@example.org"}
    page = circle.site.owner().post("/community/invite/list", data=form, **POST).text
    assert "3 people can be invited" in page
    assert "1 line cannot be read." in page
    assert "An e-mail address is missing." in page
    assert "1 line has an address that stands there already" in page
    assert not circle.state.invitations


def test_a_file_is_read_like_what_is_typed(circle: Circle):
    data = "Jörg;j@example.org\r\nAmira;a@example.org".encode("cp1252")
    form = {"list": "", "file": (io.BytesIO(data), "people.csv")}
    page = circle.site.owner().post("/community/invite/list", data=form, **POST).text
    assert "2 people can be invited" in page
    assert "<bdi>Jörg</bdi>" in page


def test_five_thousand_rows_with_three_hundred_broken_ones(circle: Circle):
    """What can be read is invited, what cannot is given back line by line; nothing is lost."""
    owner = circle.site.owner()
    rows = [
        f"Member {n}" if n % 16 == 0 and n < 4_800 else f"Member {n}, member{n}@example.org"
        for n in range(PEOPLE_MAX)
    ]
    page = owner.post("/community/invite/list", data={"list": "\n".join(rows)}, **POST).text
    assert "4700 people can be invited" in page
    assert page.count("An e-mail address is missing.") == 300
    assert '<li value="17">' in page
    good = "\n".join(row for row in rows if "@" in row)
    broken = "\n".join(row for row in rows if "@" not in row)
    form = {"list": good, "broken": broken, "id": "once"}
    for _ in range(2):
        sent = owner.post("/community/invite/people", data=form, **POST)
        assert sent.status_code == 200
        assert "4700 invitations are on their way" in sent.text
        assert broken in sent.text
    assert len(circle.state.invitations) == 4_700
    assert len(circle.letters()) == 4_700
    assert sent.text.count("<bdi>Member ") == PAGE
    assert "<bdi>Member 4999</bdi>" in sent.text


def test_a_list_that_is_too_long_is_refused_whole(circle: Circle):
    form = {"list": "x" * (2 * 1024 * 1024)}
    answer = circle.site.owner().post("/community/invite/list", data=form, **POST)
    assert answer.status_code == 413
    assert "Nothing was sent." in answer.text


@pytest.mark.parametrize("text", ["", "\n\n", "Name,Mail"])
def test_an_empty_list_says_so(circle: Circle, text: str):
    answer = circle.site.owner().post("/community/invite/list", data={"list": text}, **POST)
    assert (answer.status_code, "The list is empty." in answer.text) == (422, True)


def test_too_many_that_wait_are_refused_and_the_list_stays_in_the_field(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(invitations, "OPEN_MAX", 3)
    owner = circle.site.owner()
    circle.invites(*((f"Person {n}", f"p{n}@example.org") for n in range(3)))
    form = {"list": "Late, late@example.org", "broken": "Nobody", "id": "c"}
    answer = owner.post("/community/invite/people", data=form, **POST)
    assert answer.status_code == 409
    assert "Too many invitations wait already." in answer.text
    assert "late@example.org" in answer.text
    assert "Nobody</textarea>" in answer.text


def test_an_invitation_is_taken_back_with_its_address_and_letter(circle: Circle):
    owner = circle.site.owner()
    (kofi,) = circle.invites(("Kofi", "kofi@example.org"))
    answer = owner.post(f"/community/invite/{kofi}/withdraw", **POST)
    assert answer.location == "/community/invite?withdrawn#waiting"
    assert not circle.state.invitations
    assert not circle.letters()
    assert circle.site.context.contacts.of(invitation_owner(kofi)) is None


def test_only_hosts_send_long_bodies_and_only_to_the_pages_that_read_lists(circle: Circle):
    site = circle.site
    member = circle.joins("Jonas")
    host, _browser = circle.hosts()
    cookies = {
        who: f"{site.sign_ins.cookie(opens)}={site.sign_ins.enter({}, opens, '', generation)}"
        for who, opens, generation in (
            ("owner", OWNER, 1), ("host", MEMBER, host), ("member", MEMBER, member),
            ("reader", READER, 1),
        )
    }  # fmt: skip

    def most(path: str, cookie: str) -> int:
        return list_bytes(site.context, {"PATH_INFO": path, "HTTP_COOKIE": cookie})

    for path in LIST_PATHS:
        allowed = {who for who, cookie in cookies.items() if most(path, cookie) == LIST_MAX_BYTES}
        assert allowed == {"owner", "host"}
        assert most(path, "") == 0
    assert most("/community/invite/person", cookies["owner"]) == 0
