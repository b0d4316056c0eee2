"""The summary as a person has put it right: in every output, and dated once it is out."""

import json

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.ids import ItemId, PersonId
from fishbowl.harvest import FORMATS, TABLES, charts, export, publishable
from tests.harvest.ring_story import the_whole_room
from tests.harvest.stories import forty_minutes
from tests.support.room import Room


def topic_of(room: Room, title: str) -> ItemId:
    return next(ItemId(t.id) for t in room.session.topics.values() if t.title == title)


def everything(room: Room) -> str:
    files = [export(room.summary, format) for format in FORMATS]
    files += [export(room.summary, "csv", table=table) for table in TABLES]
    return "\n".join((*files, repr(charts(room.summary)), repr(publishable(room.summary))))


def test_the_words_around_it_stand_in_every_text():
    room = forty_minutes()
    room.sends(c.IntroduceSummary(opening="Ten people said no.", closing="Go on.", credit="By Ada"))
    text = export(room.summary, "md")
    assert text.index("Ten people said no.") < text.index("What we talked about")
    assert text.index("Who sat when") < text.index("Go on.") < text.index("By Ada")
    found = json.loads(export(room.summary, "json"))["edition"]
    assert (found["opening"], found["closing"], found["credit"]) == (
        "Ten people said no.",
        "Go on.",
        "By Ada",
    )


def test_a_topic_that_was_left_out_is_in_no_output_with_its_insights():
    room = forty_minutes()
    topic = topic_of(room, "When does paying people break the gift?")
    room.sends(c.AddNote(kind="insight", words="Money changes the gift", topic=topic))  # type: ignore[arg-type]
    room.sends(c.AddNote(kind="decision", words="We ask first", topic=topic))  # type: ignore[arg-type]
    for words in ("break the gift", "Money changes the gift"):
        assert words in everything(room)
    room.sends(c.HideFromSummary(item=topic))
    for words in ("break the gift", "Money changes the gift"):
        assert words not in everything(room)
    assert "We ask first" in everything(room)


@pytest.mark.parametrize("attribution", ["named", "opt_in", "chatham_house"])
def test_what_people_wrote_can_be_left_out_one_by_one(attribution: str):
    room = the_whole_room(attribution=attribution)
    told = {q.id: q.words for q in room.session.questions.values()}
    told |= {p.id: p.words for p in room.session.points.values()}
    told |= {r.id: r.words for r in room.session.requests.values() if r.words}
    shown = {id: words for id, words in told.items() if words in everything(room)}
    assert shown
    for item, words in shown.items():
        room.sends(c.HideFromSummary(item=ItemId(item)))
        assert words not in everything(room)
        room.sends(c.ShowInSummary(item=ItemId(item)))
        assert words in everything(room)


@pytest.mark.parametrize("attribution", ["named", "opt_in", "chatham_house"])
def test_a_proof_shows_what_was_left_out_and_no_name_more(attribution: str):
    room = the_whole_room(attribution=attribution)
    shown = publishable(room.summary)
    question = room.summary.questions[0].question
    room.sends(c.HideFromSummary(item=ItemId(question)))
    proof = publishable(room.summary, proof=True)
    assert proof.omitted == (question,)
    assert question in [one.question for one in proof.questions]
    assert [one.words for one in proof.questions] == [one.words for one in shown.questions]
    assert [one.who for one in proof.questions] == [one.who for one in shown.questions]
    assert (proof.people, proof.turns) == (shown.people, shown.turns)
    assert publishable(publishable(room.summary)) == publishable(room.summary)


def test_a_correction_after_publishing_is_dated_and_taking_it_back_undoes_that():
    room = forty_minutes()
    assert room.summary.edition.published_at_ms is None
    room.wait(minutes=10)
    room.sends(c.PublishSummary())
    out = room.summary.edition
    assert (out.published_at_ms, out.corrected_at_ms) == (room.now_ms, None)
    room.wait(minutes=60)
    room.sends(c.IntroduceSummary(opening="In short."))
    assert room.summary.edition.corrected_at_ms == room.now_ms
    assert charts(room.summary).corrected_day
    room.wait(minutes=1)
    room.sends(c.UndoAction(action=room.session.actions[-1].id))
    assert room.summary.edition.corrected_at_ms is None
    assert charts(room.summary).corrected_day == ""


def test_what_readers_do_not_see_is_no_correction():
    room = forty_minutes(attribution="chatham_house")
    room.sends(c.PublishSummary())
    room.wait(minutes=5)
    room.sends(c.RenamePerson(person=PersonId(min(room.session.people)), name="Someone Else"))
    assert room.summary.edition.corrected_at_ms is None


def test_filing_under_a_series_is_no_correction_and_the_export_has_the_ids():
    room = forty_minutes()
    room.sends(c.PublishSummary())
    room.wait(minutes=5)
    filed = c.FileUnderSeries(series="lunch23456", occasion="2026-11-05")
    room.sends(filed, role=Role.OWNER)
    assert room.summary.edition.corrected_at_ms is None
    facts = room.summary.session
    assert (facts.series, facts.occasion) == ("lunch23456", "2026-11-05")


def test_a_new_publication_begins_uncorrected():
    room = forty_minutes()
    room.sends(c.PublishSummary())
    room.sends(c.IntroduceSummary(opening="In short."))
    room.sends(c.WithdrawSummary())
    assert room.summary.edition.corrected_at_ms is None
    room.sends(c.PublishSummary())
    assert room.summary.edition.corrected_at_ms is None
