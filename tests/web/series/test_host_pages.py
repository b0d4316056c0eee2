"""Hosts plan a series, change its dates, ask whose turn it is, and let a date become a session."""

import re

from msgspec.structs import replace

from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.model import Slot
from fishbowl.domain.session.commands import AddNote, AddTopic, CloseSession, StartSession
from tests.web.community.conftest import POST
from tests.web.conftest import Site
from tests.web.series.conftest import FIRST_THURSDAY, LUNCH, Table

FEBRUARY, MARCH = OccasionId("2027-02-04"), OccasionId("2027-03-04")
SENTENCE = {
    "often": "month-1", "which": "1", "weekday": "th", "at": "12:15", "minutes": "60",
    "starts_on": "2027-01-01", "until": "", "place": "Weaving Mill",
}  # fmt: skip
PAGE = f"/hosts/series/{LUNCH}"


def in_lines(page: str) -> str:
    """The words of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_a_series_is_planned_with_one_form(site: Site) -> None:
    form = {**SENTENCE, "label": "Café am 1. Donnerstag", "zone": "Europe/Berlin"}
    answer = site.owner().post("/hosts/series/new", data=form, **POST)
    assert answer.status_code == 303
    (series,) = site.series.all()
    assert (series.about.slug, series.about.time_zone) == ("cafe-am-1-donnerstag", "Europe/Berlin")
    assert series.recurrence == FIRST_THURSDAY
    page = site.owner().get(answer.location).text
    assert "Thursday 4 February, 12:15" in page
    assert "Every month, first Thursday, 12:15" in in_lines(site.owner().get("/hosts/series").text)


def test_what_cannot_be_is_told_and_typed_words_stay(table: Table) -> None:
    owner = table.site.owner()
    for wrong, said in (
        ({"at": "noon"}, "Please type the time as 12:15."),
        ({"starts_on": ""}, "A day is missing"),
        ({"until": "2026-12-31"}, "the last one is before the first"),
        ({"minutes": "0"}, "This never comes"),
        ({"often": "daily-1"}, "Please choose how often it comes."),
    ):
        answer = owner.post(PAGE, data={**SENTENCE, **wrong, "place": "Typed place"}, **POST)
        assert answer.status_code == 422
        assert said in answer.text, wrong
    assert table.series.recurrence == FIRST_THURSDAY
    answer = owner.post(
        "/hosts/series/new", data={**SENTENCE, "label": "FIRST thursday LUNCH"}, **POST
    )
    assert "There is a series with this name already." in answer.text


def test_the_sentence_says_what_it_was_told(table: Table) -> None:
    owner = table.site.owner()
    for form in (
        {"often": "week-2", "weekday": ["tu", "fr"]},
        {"often": "month-3", "which": "-1", "weekday": "mo"},
        {"often": "month-1", "which": "0"},
        {"often": "year-1", "which": "2", "weekday": "we"},
        {"often": ""},
    ):
        assert owner.post(PAGE, data={**SENTENCE, **form}, **POST).status_code == 303
        before = table.series.recurrence
        page = owner.get(PAGE).text
        shown = re.search(r'<form class="sentence-form".*?</form>', page, re.S)
        assert shown is not None
        fields = [
            (name, chosen)
            for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', shown[0], re.S)
            for chosen in re.findall(r'value="([^"]*)" selected', options)
        ]
        fields += re.findall(r'<input name="(\w+)" type="\w+" value="([^"]*)"', shown[0])
        posted: dict[str, list[str]] = {}
        for name, value in fields:
            posted.setdefault(name, []).append(value)
        assert owner.post(PAGE, data=posted, **POST).status_code == 303
        assert table.series.recurrence == before


def test_a_date_is_changed_left_out_brought_back_and_planned_on_its_own(table: Table) -> None:
    owner = table.site.owner()
    date = f"{PAGE}/dates/{FEBRUARY}"
    fields = {"on": "2027-02-11", "at": "18:00", "minutes": "90", "title": "Who decides?"}
    assert owner.post(date, data={**fields, "do": "change"}, **POST).status_code == 303
    assert table.occasion(FEBRUARY).slot.on == "2027-02-11"
    why = {"do": "leave_out", "why": "The Mill is closed"}
    assert owner.post(date, data=why, **POST).status_code == 303
    assert "The Mill is closed" in owner.get(PAGE).text
    assert owner.post(date, data={"do": "bring_back"}, **POST).status_code == 303
    assert table.next.id == FEBRUARY
    answer = owner.post(f"{PAGE}/plan", data={**fields, "on": "2027-02-28"}, **POST)
    assert answer.status_code == 303
    assert len(table.series.occasions) == 2
    answer = owner.post(f"{PAGE}/plan", data={**fields, "on": "2027-02-30"}, **POST)
    assert (answer.status_code, "That is no date." in answer.text) == (422, True)
    assert owner.get(f"{PAGE}/dates/2027-02-05").status_code == 404


def test_a_press_makes_the_session_and_opens_its_console(table: Table) -> None:
    table.host(c.ChangeOccasion(occasion=FEBRUARY, slot=_titled(table, "Who decides?")))
    owner = table.site.owner()
    answers = [owner.post(f"{PAGE}/dates/{FEBRUARY}", data={"do": "open"}, **POST) for _ in "12"]
    code = table.occasion(FEBRUARY).code
    assert [one.location for one in answers] == [f"/{code}/console"] * 2
    assert len(table.site.service.sessions()) == 1
    session = table.site.service.session(code)
    assert session is not None
    settings = session.settings
    assert (settings.question, settings.event) == ("Who decides?", "First Thursday lunch")
    assert (settings.series, settings.occasion) == (LUNCH, FEBRUARY)
    assert settings.starts_at_ms == 1_801_743_300_000  # 4 February 2027, 12:15 UTC


def test_a_host_who_makes_a_session_facilitates_it_and_other_hosts_do_not(table: Table) -> None:
    _, browser = table.circle.hosts("Sunniva")
    _, other = table.circle.hosts("Kwabena")
    date = f"{PAGE}/dates/{FEBRUARY}"
    answer = browser.post(date, data={"do": "open"}, **POST)
    assert browser.get(answer.location).status_code == 200
    assert other.post(date, data={"do": "open"}, **POST).location == date
    assert other.get(answer.location).status_code == 403
    assert answer.location not in other.get(date).text


def test_a_host_asks_whose_turn_it_is_and_somebody_else(table: Table) -> None:
    amira, jonas = (table.circle.joins(name) for name in ("Amira", "Jonas"))
    for member in (amira, jonas):
        table.member(member, c.JoinRota(member=member))
    table.site.wait(7 * 24 * 3600)  # two weeks before, somebody is to be asked
    owner, date = table.site.owner(), f"{PAGE}/dates/{FEBRUARY}"
    assert "Ask Amira" in owner.get(PAGE).text
    assert owner.post(date, data={"do": "ask"}, **POST).status_code == 303
    page = in_lines(owner.get(PAGE).text)
    assert "Amira is asked until" in page
    owner.post(date, data={"do": "withdraw"}, **POST)
    assert "Ask Jonas" in owner.get(PAGE).text
    owner.post(date, data={"do": "ask", "member": str(jonas)}, **POST)
    table.member(jonas, c.TakeTurn(occasion=FEBRUARY, member=jonas))
    table.member(jonas, c.SayBring(occasion=FEBRUARY, member=jonas, bring="person", words="Aroha"))
    assert "Jonas said yes brings a person: Aroha" in in_lines(owner.get(PAGE).text)


def test_a_pass_changes_nothing_that_hosts_see(table: Table) -> None:
    amira, jonas = (table.circle.joins(name) for name in ("Amira", "Jonas"))
    for member in (amira, jonas):
        table.member(member, c.JoinRota(member=member))
    table.host(c.AskTurn(occasion=FEBRUARY))
    _, host = table.circle.hosts()
    pages = (PAGE, f"{PAGE}/dates/{FEBRUARY}", f"{PAGE}/dates/{MARCH}", "/hosts/series")
    before = [host.get(one).text for one in pages]
    table.member(amira, c.PassTurn(occasion=FEBRUARY, member=amira))
    assert [host.get(one).text for one in pages] == before


def test_what_is_open_is_carried_over_unless_it_is_unticked(table: Table) -> None:
    site, owner = table.site, table.site.owner()
    _held(table)
    page = owner.get(PAGE).text
    keys = re.findall(r'name="key" value="([^"]*)"', page)
    assert len(keys) == 2
    assert "Undecided on" in page
    topic = next(key for key in keys if "May children vote?" in page.split(key)[1][:200])
    owner.post(
        f"{PAGE}/carry",
        data={"occasion": table.next.id, "key": [one for one in keys if one != topic]},
        **POST,
    )
    assert table.next.not_carried == {topic}
    owner.post(f"{PAGE}/dates/{table.next.id}", data={"do": "open"}, **POST)
    made = max(site.service.sessions(), key=lambda row: row.starts_at_ms)
    session = site.service.session(made.code)
    assert session is not None
    assert [one.title for one in session.topics.values()] == ["Who has the second key?"]


def test_hosts_do_not_read_what_was_not_published(table: Table) -> None:
    _held(table)
    _, host = table.circle.hosts()
    page = host.get(PAGE).text
    assert "May children vote?" not in page
    assert "2 more lines are carried over from summaries that are not published." in page
    host.post(f"{PAGE}/carry", data={"occasion": table.next.id}, **POST)
    assert not table.next.not_carried


def test_settings_hold_and_a_series_ends_and_goes_on(table: Table) -> None:
    owner = table.site.owner()
    form = {
        "label": "Lunch", "slug": "lunch-at-the-mill", "purpose": "To meet.", "place": "Mill",
        "time_zone": "Europe/Madrid", "hashtag": "#FirstThursday", "is_public": "1",
        "notice_days": "7", "format": "lunch", "chairs": "6", "attribution": "opt_in",
        "language": "de",
    }  # fmt: skip
    assert owner.post(f"{PAGE}/settings", data=form, **POST).status_code == 303
    about = table.series.about
    assert (about.label, about.slug, about.hashtag) == ("Lunch", form["slug"], "FirstThursday")
    assert (about.is_public, about.has_rota, about.opens_by_itself) == (True, False, False)
    assert (about.defaults.format, about.defaults.chairs) == ("lunch", 6)
    bad = {**form, "slug": "Not an address"}
    answer = owner.post(f"{PAGE}/settings", data=bad, **POST)
    assert (answer.status_code, "Not an address" in answer.text) == (422, True)
    owner.post(f"{PAGE}/settings", data={"do": "end"}, **POST)
    assert table.series.is_ended
    assert "This series has ended." in owner.get(PAGE).text
    owner.post(f"{PAGE}/settings", data={"do": "resume"}, **POST)
    assert not table.series.is_ended


def _titled(table: Table, title: str) -> Slot:
    return replace(table.next.slot, title=title)


def _held(table: Table) -> None:
    """A session was held that left an undecided line and a topic."""
    owner = table.site.owner()
    owner.post(f"{PAGE}/dates/{table.next.id}", data={"do": "open"}, **POST)
    code = table.next.code
    for command in (
        AddTopic(title="May children vote?"),
        StartSession(),
        AddNote(kind="undecided", words="Who has the second key?"),
        CloseSession(),
    ):
        assert table.site.sends(code, command).ok
    table.site.wait(21 * 24 * 3600)
