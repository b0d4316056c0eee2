"""What the crowd reads is what the server sends."""

import msgspec
import pytest

from fishbowl.crowd import desk, seen
from fishbowl.domain.commands import Phase
from fishbowl.views import room_slices, slices
from fishbowl.web import roster

PAIRS = [
    (seen.LabelSeen, slices.Label),
    (seen.SessionSeen, slices.SessionSlice),
    (seen.PhaseSeen, Phase),
    (seen.RunSeen, slices.RunSlice),
    (seen.ClockSeen, slices.ClockSlice),
    (seen.ChairSeen, slices.ChairView),
    (seen.BowlSeen, slices.BowlSlice),
    (seen.TopicSeen, slices.TopicView),
    (seen.TopicSeen, slices.ConsoleTopic),
    (seen.TopicsSeen, slices.TopicsSlice),
    (seen.TopicsSeen, slices.ConsoleTopicsSlice),
    (seen.CountSeen, room_slices.TopicDots),
    (seen.VoteSeen, room_slices.VoteSlice),
    (seen.ThumbsSeen, room_slices.ThumbsSlice),
    (seen.QuestionSeen, room_slices.QuestionView),
    (seen.QuestionSeen, room_slices.ConsoleQuestion),
    (seen.QuestionsSeen, room_slices.QuestionsSlice),
    (seen.QuestionsSeen, room_slices.ConsoleQuestionsSlice),
    (seen.QueueSeen, slices.PhoneQueueSlice),
    (seen.MyTurnSeen, slices.MyTurn),
    (seen.MyRequestSeen, slices.MyRequest),
    (seen.MeSeen, slices.MeSlice),
    (seen.ItemSeen, slices.QueueItem),
    (seen.CallSeen, slices.CallView),
    (seen.WaitingSeen, slices.ConsoleQueueSlice),
    (seen.NextSeen, slices.NextSlice),
    (seen.ActionSeen, slices.ActionSlice),
    (seen.LineSeen, slices.LogLine),
    (seen.LogSeen, slices.LogSlice),
    (seen.WrittenSeen, slices.ConsoleTakeaway),
    (seen.WrittenSeen, slices.ConsoleAnswer),
    (seen.LookingBackSeen, slices.LookingBackSlice),
    (seen.TakeawaysSeen, slices.ConsoleTakeawaysSlice),
    (seen.AnswersSeen, slices.ConsoleAnswersSlice),
    (seen.UnseenSeen, slices.UnseenSlice),
    (seen.OneSeen, slices.WrittenView),
    (seen.FiguresSeen, slices.FiguresSlice),
    (desk.RosterLineSeen, roster.RosterLine),
    (desk.RosterSeen, roster.Roster),
]


@pytest.mark.parametrize(("read", "sent"), PAIRS, ids=lambda kind: kind.__name__)
def test_every_field_that_is_read_is_sent(read, sent):
    assert set(read.__struct_fields__) <= set(sent.__struct_fields__)


def test_everything_that_is_read_is_held_to_what_is_sent():
    kinds = {
        kind
        for module in (seen, desk)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, seen.Seen) and kind is not seen.Seen
    }
    assert kinds == {read for read, _ in PAIRS}


def test_unknown_fields_are_passed_over():
    label = slices.Label(id=7, name="Anna", no=3, twin=2)
    sent = {**msgspec.to_builtins(label), "pronouns": "she"}
    assert str(msgspec.convert(sent, seen.LabelSeen)) == "Anna (2)"


def test_somebody_without_a_name_is_a_numbered_guest():
    assert str(seen.LabelSeen(id=7, name="", no=3)) == "Guest 3"
    assert str(seen.LabelSeen(id=7, name="Noor", no=3)) == "Noor"
