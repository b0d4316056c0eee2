"""The owner's list of what is open: what is overdue first, one line for the same question."""

import re

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from tests.web.conftest import ORIGIN, Site

LATE, LATER, SOME_DAY = "2020-05-02", "2020-06-01", "2100-12-06"


def words(page: str) -> list[str]:
    return re.findall(r'<p class="open-words"><bdi>(.*?)</bdi></p>', page)


def ended(site: Site, code: str, *notes: c.AddNote, question: str = "Why?") -> None:
    site.creates(code, question=question)
    site.sends(code, c.StartSession())
    for note in notes:
        site.sends(code, note)
    site.sends(code, c.CloseSession())


def test_what_is_overdue_comes_first_whichever_session_it_is_from(site: Site):
    action = [c.AddNote(kind="action", words=day, due=day) for day in (SOME_DAY, LATER)]
    ended(site, "WAVE47", *action, c.AddNote(kind="action", words="No day"), question="Who pays?")
    ended(site, "REEF22", c.AddNote(kind="action", words=LATE, due=LATE))
    page = site.owner().get("/open").text
    assert words(page) == [LATE, LATER, SOME_DAY, "No day"]
    overdue = page[page.index("<h2>Overdue</h2>") : page.index("Stewardship Day")]
    assert "overdue since 1 Jun 2020" in overdue
    assert "Who pays?" in overdue
    assert f'<time datetime="{SOME_DAY}">by 6 Dec 2100</time>' in page


def test_items_of_one_series_stand_under_its_name(site: Site):
    series = site.filing.find_or_begin("Community lunch")
    for code, event in (("WAVE47", "Lunch"), ("REEF22", "lunch at noon")):
        site.creates(code, event=event, series=series)
        site.sends(code, c.StartSession())
        site.sends(code, c.AddNote(kind="action", words=f"Call {code}"))
        site.sends(code, c.CloseSession())
    page = site.owner().get("/open").text
    assert page.count("<h2><bdi>") == 1
    assert "<h2><bdi>Community lunch</bdi></h2>" in page
    assert words(page) == ["Call REEF22", "Call WAVE47"]


def ask(site: Site, code: str, name: str, question: str) -> None:
    device = f"device-of-{name}-device"
    site.sends(code, c.JoinSession(name=name), Role.ATTENDEE, device)
    site.sends(code, c.AskBowl(words=question), Role.ATTENDEE, device)
    session = site.service.session(code)
    assert session is not None
    site.sends(code, c.PutUpQuestion(question=max(session.questions)))


def test_the_same_question_of_several_people_is_one_line_and_closed_as_one(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", c.StartSession())
    for name in ("Ana", "Ben", "Chidi", "Dora", "Emil"):
        ask(site, "WAVE47", name, "Who pays?" if name != "Ben" else "who  PAYS?")
    for _ in range(2):
        site.sends("WAVE47", c.AddNote(kind="action", words="Call them"))
    site.sends("WAVE47", c.CloseSession())
    page = site.owner().get("/open").text
    assert words(page) == ["Who pays?", "Call them", "Call them"]
    assert "<bdi>Ana</bdi>, <bdi>Ben</bdi>, <bdi>Chidi</bdi> and 2 more" in page
    action = re.search(r'action="(/open/WAVE47/\d+)"', page)
    also = re.search(r'name="also" value="([\d ]+)"', page)
    assert action is not None
    assert also is not None
    sent = {"id": "abc", "do": "close", "words": "The board.", "also": also[1]}
    answer = site.owner().post(action[1], data=sent, headers={"Origin": ORIGIN})
    assert answer.status_code == 303
    left = site.events.open_items("WAVE47")
    assert left is not None
    ends = [item.end.words for item in left.items if item.end is not None]
    assert ends == ["The board."] * 5


def test_numbers_that_are_none_close_nothing_else(site: Site):
    ended(site, "WAVE47", c.AddNote(kind="action", words="It"))
    session = site.service.session("WAVE47")
    assert session is not None
    note = min(session.notes)
    sent = {"id": "abc", "do": "close", "also": "٣ x -1 99999999999999999999"}
    owner = site.owner()
    assert (
        owner.post(f"/open/WAVE47/{note}", data=sent, headers={"Origin": ORIGIN}).status_code == 303
    )
    session = site.service.session("WAVE47")
    assert session is not None
    assert list(session.items) == [note]
