"""What people take home, in everything that leaves; what is private leaves in nothing."""

import csv
import json
from datetime import date
from io import StringIO
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.harvest import FORMATS, TABLES, charts, export, publishable
from fishbowl.harvest.unreached import unreached
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from tests.support.room import Room
from tests.views.reading import NOWHERE, sent
from tests.web.summary.test_page import page

SECRET = "Zqx"


def evening(attribution: str = "named") -> Room:
    """A talk with a debrief and a closing, after which people took something home."""
    room = Room("Why?", attribution=attribution, format="samoan")
    amira, kofi = room.phone("Amira").person, room.phone("Kofi").person
    room.facilitator.starts()
    for index in (1, 2, 3):
        room.wait(minutes=5)
        room.sends(c.BeginPhase(index=index))
    for stage, words in (("what", "Silence."), ("now_what", "Ask early.")):
        room.sends(c.OpenDebrief(stage=stage))  # type: ignore[arg-type]
        room.sends(c.AnswerDebrief(stage=stage, words=words), amira)  # type: ignore[arg-type]
    room.sends(c.KeepTakeaway(kind="take", words="Two people.", shared=True), amira)
    room.sends(c.KeepTakeaway(kind="need", words=SECRET), amira)
    room.sends(c.KeepTakeaway(kind="will", words="I call.", shared=True, due="2026-12-01"), kofi)
    room.sends(c.CloseItem(item=max(room.session.takeaways), words="Done."))
    room.facilitator.closes()
    room.facilitator.passes_words()
    return room


def everything_that_leaves(room: Room) -> dict[str, str]:
    outputs = {format: export(room.summary, format) for format in FORMATS}
    outputs |= {f"csv {t}": export(room.summary, "csv", table=t) for t in TABLES}
    outputs["page"] = page(room, facilitator=True)
    outputs["data"] = repr(publishable(room.summary)) + repr(charts(room.summary))
    return outputs


def test_the_text_has_the_debrief_by_stage_and_who_promised_what():
    text = export(evening().summary, "md")
    assert text.index("### What did you notice?") < text.index("### Now what?")
    assert "- Silence. (Amira)" in text
    assert "- Two people. (Amira)" in text
    assert "- I call. (Kofi) · by 1 Dec 2026 · closed: Done." in text
    assert "So what?" not in text, "a stage without an answer says nothing"


def test_the_page_and_the_tables_have_them_too():
    room = evening()
    shown = page(room)
    for words in ("Debrief", "Silence.", "Two people.", "I call.", "Done."):
        assert words in shown
    (kept, promised) = csv.DictReader(StringIO(export(room.summary, "csv", table="takeaways")))
    assert (kept["person"], kept["kind"], kept["closed"]) == ("Amira", "take", "no")
    assert (promised["due"], promised["closed"], promised["end"]) == ("2026-12-01", "yes", "Done.")
    answers = list(csv.DictReader(StringIO(export(room.summary, "csv", table="debrief"))))
    assert [one["stage"] for one in answers] == ["what", "now_what"]


@pytest.mark.parametrize(
    ("attribution", "named"), [("named", True), ("opt_in", False), ("chatham_house", False)]
)
def test_names_follow_the_attribution(attribution: str, named: bool):
    outputs = everything_that_leaves(evening(attribution))
    outputs["data"] = repr(publishable(evening(attribution).summary))
    for output in ("md", "json", "csv takeaways", "csv debrief", "page", "data"):
        assert ("Kofi" in outputs[output]) == (named and output != "csv debrief"), output
        assert "I call." in outputs[output] or output == "csv debrief"


def test_what_is_left_out_is_in_no_output():
    room = evening()
    for takeaway in room.session.takeaways.values():
        if takeaway.shared:
            room.sends(c.SetAsideTakeaway(takeaway=takeaway.id))
    room.sends(c.SetAsideAnswer(answer=min(room.session.answers)))
    for output, text in everything_that_leaves(room).items():
        assert "I call." not in text, output
        assert "Silence." not in text, output


def test_a_forgotten_person_is_in_none_of_it():
    room = evening()
    for person in list(room.session.people):
        room.forgets(person)
    for output, text in everything_that_leaves(room).items():
        assert not any(words in text for words in ("I call.", "Silence.", SECRET)), output
    assert room.session.items[max(room.session.items)].words == ""


def test_what_never_reached_the_bowl_is_told_afterwards():
    room = Room("Why?")
    amira = room.phone("Amira").person
    room.facilitator.starts()
    request = room.phone_of(amira).asks("Newcomers")[0].seq
    room.facilitator.closes()
    room.sends(c.LeavePoint(words="They come first.", request=request), amira)
    room.facilitator.passes_words()
    (told,) = unreached(publishable(room.summary))
    assert (told.words, told.added) == ("Newcomers", "They come first.")
    assert told.who is not None
    text = export(room.summary, "md")
    assert "- Newcomers · Added afterwards: They come first. (Amira)" in text
    assert "Written points" not in text
    assert "They come first." in page(room)
    (document,) = json.loads(export(room.summary, "json"))["unreached"]
    assert document["added"] == "They come first."


DOINGS = """
    keeps edits withdraws puts_up sets_aside closes_item answers undoes ends reopens
"""
steps = st.lists(
    st.tuples(st.sampled_from(DOINGS.split()), st.integers(0, 20), st.booleans()), max_size=40
)


@given(doings=steps, attribution=st.sampled_from(get_args(c.Attribution)))
@settings(max_examples=30)
def test_private_words_leave_in_nothing(doings: list[tuple[str, int, bool]], attribution: str):
    """Whatever people do: words that are private now are on their author's phone, and nowhere."""
    room = Room("Why?", attribution=attribution, format="open")
    people = [room.phone("Amira").person, room.phone("Kofi").person]
    room.facilitator.starts()
    room.sends(c.BeginPhase(index=1))
    room.sends(c.OpenDebrief(stage="what"))
    for count, (doing, one, on) in enumerate(doings):
        try:
            _do(room, people, doing, one, on, f"{SECRET}{count}q")
        except (Rejected, AlreadyTrue):
            continue
    private = [t for t in room.session.takeaways.values() if not t.shared]
    texts = everything_that_leaves(room)
    for view in (phone_view, display_view, console_view):
        texts[view.__name__] = sent(view(room.session, NOWHERE))
    for takeaway in private:
        for name, text in texts.items():
            assert takeaway.words not in text, name
        for person in people:
            shown = sent(me_slice(room.session, person))
            assert (takeaway.words in shown) == (takeaway.person == person)


def _do(room: Room, people: list, doing: str, one: int, on: bool, words: str) -> None:
    person, takeaways = people[one % 2], list(room.session.takeaways.values())
    takeaway = takeaways[one % len(takeaways)] if takeaways else None
    match doing:
        case "keeps":
            kind = get_args(c.TakeawayKind)[one % 4]
            room.sends(c.KeepTakeaway(kind=kind, words=words, shared=on), person)
        case "answers":
            room.sends(c.AnswerDebrief(stage="what", words=f"Answer {one}"), person)
        case "undoes":
            doings = [a for a in room.session.actions if not a.undone and a.touches]
            if len(doings) > 3:
                room.facilitator.undoes_last()
        case "ends" if one > 15:
            room.facilitator.closes()
        case "edits" if takeaway is not None:
            new = words if one % 3 else None
            room.sends(c.EditTakeaway(takeaway=takeaway.id, shared=on, words=new), takeaway.person)
        case "withdraws" if takeaway is not None and one > 10:
            room.sends(c.WithdrawTakeaway(takeaway=takeaway.id), takeaway.person)
        case "puts_up" if takeaway is not None:
            room.sends(c.PutUpTakeaway(takeaway=takeaway.id))
        case "sets_aside" if takeaway is not None:
            room.sends(c.SetAsideTakeaway(takeaway=takeaway.id))
        case "closes_item" if takeaway is not None:
            room.sends(c.CloseItem(item=takeaway.id, words=words), takeaway.person if on else None)
        case "reopens" if takeaway is not None:
            room.sends(c.ReopenItem(item=takeaway.id), takeaway.person if on else None)


@pytest.mark.parametrize(
    ("attribution", "said"), [("named", "Kofi: I call."), ("chatham_house", "I call.")]
)
def test_a_promise_with_a_day_stands_in_the_calendar(attribution: str, said: str):
    evening_entry, promise = Calendar.from_ical(
        export(publishable(evening(attribution).summary), "ics")
    ).walk("VEVENT")
    assert evening_entry["SUMMARY"] == "Why?"
    assert (promise["SUMMARY"], promise.decoded("dtstart")) == (said, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("attribution", "who"), [("named", "Amira, Kofi"), ("chatham_house", "2 people")]
)
def test_the_same_takeaway_is_told_once_with_everybody_who_shared_it(attribution: str, who: str):
    room = Room("Why?", attribution=attribution)
    amira, kofi = room.phone("Amira").person, room.phone("Kofi").person
    room.facilitator.starts()
    room.wait(minutes=5)
    room.facilitator.closes()
    for person, words in ((amira, "Ask early."), (kofi, "ask early"), (kofi, "Listen.")):
        room.sends(c.KeepTakeaway(kind="take", words=words, shared=True), person)
    room.sends(c.KeepTakeaway(kind="will", words="I call.", shared=True, due="2026-12-01"), amira)
    room.sends(c.KeepTakeaway(kind="will", words="I call.", shared=True, due="2026-12-02"), kofi)
    room.facilitator.passes_words()
    home = charts(room.summary).home
    ((_, taken),) = home.takeaways
    assert sorted(one.words.casefold().strip(".") for one in taken) == ["ask early", "listen"]
    assert len(home.commitments) == 2
    proof = charts(room.summary, proof=True).home
    assert len(proof.takeaways[0][1]) == 3
    assert f"({who})" in export(room.summary, "md")
    if attribution == "named":  # one list: what follows it is set apart, its names are not
        names = "<cite><span><bdi>Amira</bdi>, <bdi>Kofi</bdi></span></cite>"
        assert names in page(room).replace("\n", "")
