"""Written words stand in the summary only once somebody has looked at them, or passed the lot."""

import csv
import json
from io import StringIO

import pytest

from fishbowl.domain.kernel.ids import ItemId, TakeawayId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import SummaryPublished
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.rules.summary.looked_at import unseen
from fishbowl.harvest import FORMATS, TABLES, export, publishable
from fishbowl.harvest.searchable_text import searchable_texts
from tests.support.room import Room
from tests.web.summary.test_page import page

INSULT = "Zqx is a fool"
TAKEN, ANSWERED, LEFT, WAITED = (f"{INSULT} ({number})" for number in range(1, 5))


def evening(attribution: str = "named") -> Room:
    """A talk at whose end four people write the same insult in four places."""
    room = Room("Why?", attribution=attribution, format="open")
    amira, kofi, noor, elif_ = map(room.phone, ("Amira", "Kofi", "Noor", "Elif"))
    room.facilitator.starts()
    elif_.asks(WAITED)
    room.sends(c.BeginPhase(index=1))
    room.sends(c.OpenDebrief(stage="what"))
    room.sends(c.AnswerDebrief(stage="what", words=ANSWERED), kofi)
    room.sends(c.LeavePoint(words=LEFT), noor)
    room.sends(c.KeepTakeaway(kind="take", words=TAKEN, shared=True), amira)
    room.facilitator.closes()
    return room


def texts(room: Room) -> dict[str, str]:
    """Everything that leaves the session."""
    found = {format: export(room.summary, format) for format in FORMATS}
    found |= {f"csv {table}": export(room.summary, "csv", table=table) for table in TABLES}
    found["page"] = page(room)
    found["finds"] = repr(searchable_texts(room.summary))
    found["data"] = repr(publishable(room.summary))
    return found


def the_item(room: Room, words: str) -> ItemId:
    """What was written in these words."""
    found = unseen(room.session)
    written = (*found.takeaways, *found.answers, *found.points, *found.requests)
    return next(ItemId(one.id) for one in written if one.words == words)


@pytest.mark.parametrize("attribution", ["named", "opt_in", "chatham_house"])
def test_what_nobody_has_looked_at_is_in_nothing_that_leaves_also_after_publishing(
    attribution: str,
):
    room = evening(attribution)
    room.sends(c.PublishSummary())
    for output, text in texts(room).items():
        assert INSULT not in text, output


@pytest.mark.parametrize("words", [TAKEN, ANSWERED, LEFT, WAITED])
def test_what_was_passed_stands_there_and_nothing_else(words: str):
    room = evening()
    room.sends(c.PassWords(items=(the_item(room, words),)))
    found = texts(room)
    assert words in found["page"]
    assert all(other not in found["page"] for other in {TAKEN, ANSWERED, LEFT, WAITED} - {words})
    room.facilitator.undoes_last()
    assert words not in texts(room)["page"]


def test_passed_as_a_lot_all_of_it_stands_there():
    room = evening()
    assert unseen(room.session).count == 4
    room.facilitator.passes_words()
    assert unseen(room.session).count == 0
    for words in (TAKEN, ANSWERED, LEFT, WAITED):
        assert words in texts(room)["page"]


def test_what_was_put_up_was_looked_at():
    room = evening()
    room.sends(c.PutUpTakeaway(takeaway=max(room.session.takeaways)))
    assert unseen(room.session).takeaways == ()
    assert TAKEN in page(room)


def test_what_was_left_out_needs_no_look_and_comes_back_when_it_is_passed():
    room = evening()
    taken, left = the_item(room, TAKEN), the_item(room, LEFT)
    room.sends(c.SetAsideTakeaway(takeaway=TakeawayId(taken)))
    room.sends(c.HideFromSummary(item=left))
    assert unseen(room.session).count == 2
    room.sends(c.PassWords(items=(taken,)))
    assert TAKEN in page(room)


def test_words_that_change_are_looked_at_again():
    room = evening()
    takeaway = room.session.takeaways[max(room.session.takeaways)]
    room.facilitator.passes_words()
    room.sends(c.EditTakeaway(takeaway=takeaway.id, words="Something else"), takeaway.person)
    assert [one.words for one in unseen(room.session).takeaways] == ["Something else"]
    assert "Something else" not in page(room)


def test_what_an_earlier_release_published_stays_as_it_was():
    """Its summary told everything that nobody had set aside; readers have its link."""
    room = evening()
    room.sends(c.PublishSummary())
    place = next(n for n, one in enumerate(room.log) if isinstance(one.event, SummaryPublished))
    room.log[place] = type(room.log[place])(
        **{field: getattr(room.log[place], field) for field in room.log[place].__struct_fields__}
        | {"event": SummaryPublished()}
    )
    room._session = fold(room.log)
    assert unseen(room.session).count == 0
    assert all(words in page(room) for words in (TAKEN, ANSWERED, LEFT, WAITED))


def same_thing() -> tuple[Room, TakeawayId, TakeawayId]:
    """Two people take the same home, a third one promises something."""
    room = Room("Why?", format="open")
    people = [room.phone(name).person for name in ("Amira", "Kofi", "Noor")]
    room.facilitator.starts()
    room.sends(c.BeginPhase(index=1))
    for person, words in zip(people, ("Ask early", "ask earlier"), strict=False):
        room.sends(c.KeepTakeaway(kind="take", words=words, shared=True), person)
    room.sends(c.KeepTakeaway(kind="will", words="I call", shared=True), people[2])
    room.facilitator.closes()
    first, second, _ = sorted(room.session.takeaways)
    return room, first, second


def test_what_is_the_same_is_told_once_with_everybody_who_shared_it():
    room, first, second = same_thing()
    room.sends(c.MergeTakeaway(takeaway=second, into=first))
    assert {t.id for t in unseen(room.session).takeaways} == {max(room.session.takeaways)}
    assert "- Ask early (Amira, Kofi)" in export(room.summary, "md")
    assert "ask earlier" not in page(room)
    (line,) = csv.DictReader(StringIO(export(room.summary, "csv", table="takeaways")))
    assert (line["person"], line["people"]) == ("Amira; Kofi", "2")
    (taken,) = json.loads(export(room.summary, "json"))["takeaways"]
    assert [one["name"] for one in taken["others"]] == ["Kofi"]
    assert publishable(publishable(room.summary)) == publishable(room.summary)
    room.sends(c.MergeTakeaway(takeaway=second))
    assert "ask earlier (Kofi)" in export(room.summary, "md")


def test_when_the_first_is_taken_back_the_other_stands_for_itself():
    room, first, second = same_thing()
    room.sends(c.MergeTakeaway(takeaway=second, into=first))
    room.sends(c.WithdrawTakeaway(takeaway=first), room.session.takeaways[first].person)
    assert "ask earlier (Kofi)" in export(room.summary, "md")


@pytest.mark.parametrize("attribution", ["opt_in", "chatham_house"])
def test_where_nobody_is_named_the_same_is_counted(attribution: str):
    room = Room("Why?", attribution=attribution, format="open")
    people = [room.phone(name).person for name in ("Amira", "Kofi")]
    room.facilitator.starts()
    room.sends(c.BeginPhase(index=1))
    for person in people:
        words = f"Ask early {person}"
        room.sends(c.KeepTakeaway(kind="take", words=words, shared=True), person)
    first, second = sorted(room.session.takeaways)
    room.sends(c.MergeTakeaway(takeaway=second, into=first))
    text = export(room.summary, "md")
    assert "Amira" not in text + page(room)
    assert ("(2 people)" in text) is (attribution == "chatham_house")


def test_what_was_put_otherwise_is_told_so_and_its_author_keeps_their_words():
    room, first, _ = same_thing()
    room.sends(c.RewordTakeaway(takeaway=first, words="Ask early on"))
    takeaway = room.session.takeaways[first]
    assert (takeaway.words, takeaway.edited) == ("Ask early", "Ask early on")
    shown = page(room)
    assert "Ask early on" in shown
    assert "Ask early<" not in shown
    assert "Its author wrote" not in shown
    room.sends(c.RewordTakeaway(takeaway=first, words="Ask early"))
    assert room.session.takeaways[first].edited == ""


def test_who_is_forgotten_is_forgotten_in_other_words_too():
    room, first, _ = same_thing()
    room.sends(c.RewordTakeaway(takeaway=first, words="Ask early on"))
    room.forgets(room.session.takeaways[first].person)
    assert "Ask early" not in repr(room.log) + repr(room.session.takeaways)
