"""*I come*: a first name, without a membership or a script, taken back by whoever said it."""

from flask.testing import FlaskClient

from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.rules.due import due
from fishbowl.web.series.coming import COMING
from tests.web.conftest import ORIGIN
from tests.web.series.conftest import Table

FROM_HERE = {"Origin": ORIGIN}


def path(table: Table, more: str = "") -> str:
    return f"/series/lunch/come/{table.next.id}{more}"


def says(visitor: FlaskClient, table: Table, name: str, **form: str) -> int:
    answer = visitor.post(path(table), data={"name": name, **form}, headers=FROM_HERE)
    return answer.status_code


def comers(table: Table) -> list[str]:
    known = table.series.occasions.get(table.next.id)
    return [] if known is None else [comer.label for comer in known.comers]


def test_whoever_said_it_takes_it_back_and_nobody_else(table: Table) -> None:
    table.describe(is_public=True)
    tomasz, ana = table.site.visitor(), table.site.visitor()
    assert says(tomasz, table, "  Tomasz ") == 303
    assert says(ana, table, "Ana") == 303
    assert comers(table) == ["Tomasz", "Ana"]
    assert "You come, Tomasz" in tomasz.get(path(table)).text
    assert "Tomasz" not in ana.get(path(table)).text
    stranger = table.site.visitor()
    assert stranger.post(path(table, "/not"), headers=FROM_HERE).status_code == 303
    assert comers(table) == ["Tomasz", "Ana"]
    assert tomasz.post(path(table, "/not"), headers=FROM_HERE).status_code == 303
    assert comers(table) == ["Ana"]
    assert "I come" in tomasz.get("/series/lunch").text


def test_a_cookie_that_was_made_up_takes_nothing_back(table: Table) -> None:
    table.describe(is_public=True)
    says(table.site.visitor(), table, "Tomasz")
    (comer,) = table.series.occasions[table.next.id].comers
    for token in ("AAAAAAAAAAAAAAAAAAAA", "\u00e9" * 20, ""):
        forged = {f"fishbowl_comes_{table.series.id}": f"{table.next.id}_{comer.id}_{token}"}
        table.site.visitor(**forged).post(path(table, "/not"), headers=FROM_HERE)
    assert comers(table) == ["Tomasz"]


def test_pressing_twice_is_coming_once(table: Table) -> None:
    table.describe(is_public=True)
    visitor = table.site.visitor()
    assert says(visitor, table, "Tomasz", id="form-id-0001") == 303
    assert says(table.site.visitor(), table, "Tomasz", id="form-id-0001") == 303
    assert says(visitor, table, "Tomasz", id="form-id-0002") == 303
    assert comers(table) == ["Tomasz"]


def test_a_form_without_a_name_says_so_and_keeps_what_was_typed(table: Table) -> None:
    table.describe(is_public=True)
    answer = table.site.visitor().post(path(table), data={"name": " "}, headers=FROM_HERE)
    assert answer.status_code == 422
    assert "Please type a first name." in answer.text
    long = table.site.visitor().post(path(table), data={"name": "x" * 99}, headers=FROM_HERE)
    assert long.status_code == 422
    assert "too long for a first name" in long.text
    assert comers(table) == []


def test_what_is_over_left_out_or_not_asked_for_takes_nobody(table: Table) -> None:
    table.describe(is_public=True)
    visitor, form = table.site.visitor(), {"name": "Tomasz"}
    for occasion in ("2027-01-07", "2027-02-05", "+9", "nonsense"):
        there = f"/series/lunch/come/{occasion}"
        assert visitor.get(there).status_code == 404
        assert visitor.post(there, data=form, headers=FROM_HERE).status_code == 404
    first = path(table)
    table.host(c.LeaveOutOccasion(occasion=OccasionId("2027-02-04")))
    assert visitor.post(first, data=form, headers=FROM_HERE).status_code == 404
    table.describe(welcomes=False)
    assert visitor.get(path(table)).status_code == 404
    assert "I come" not in visitor.get("/series/lunch").text


def test_a_member_finds_their_name_typed(table: Table) -> None:
    table.describe(is_public=True)
    amira = table.circle.browser(table.circle.joins("Amira"))
    assert 'value="Amira"' in amira.get(path(table)).text


def test_names_are_gone_after_the_day(table: Table) -> None:
    table.describe(is_public=True)
    visitor = table.site.visitor()
    says(visitor, table, "Tomasz")
    occasion = table.next.id
    table.site.wait(21 * 24 * 3600)
    ended = dict(due(table.series, table.site.series.time.now_ms(table.series.id)))
    (forget,) = (one for one in ended.values() if isinstance(one, c.ForgetComers))
    table.time(forget)
    assert table.series.occasions[occasion].comers == ()
    assert b"Tomasz" not in b"".join(one.read_bytes() for one in table.site.db.parent.iterdir()
                                     if one.name.startswith("fishbowl.db"))  # fmt: skip


def test_many_presses_from_one_address_are_told_to_wait(table: Table) -> None:
    table.describe(is_public=True)
    address = {"REMOTE_ADDR": "198.51.100.7"}
    answers = [
        table.site.visitor().post(
            path(table), data={"name": f"N{n}"}, headers=FROM_HERE, environ_overrides=address
        )
        for n in range(COMING[0] + 1)
    ]
    assert answers[-2].status_code == 303
    assert answers[-1].status_code == 429
    assert "wait a minute" in answers[-1].text
