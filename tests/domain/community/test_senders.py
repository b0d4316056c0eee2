"""Who may send what: every command of the community by every sender."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import (
    ApartId,
    IntroductionId,
    InvitationId,
    MemberId,
    MergeId,
    RoundId,
    SuggestionId,
)
from fishbowl.domain.kernel.roles import Role
from tests.support.community import People

ONE_S_OWN = {
    c.AcceptHosting, c.AddOffer, c.AgreeToMerge, c.AllowAgain, c.AnswerAsk, c.AnswerCheckIn,
    c.AnswerOutcome, c.AnswerPair, c.AnswerSuggestion, c.AskCommunity, c.ChangeMember,
    c.ChangeOffer, c.ChangeReach, c.DeclineHosting, c.DeclineMerge, c.DropOut, c.EndOffer,
    c.KeepApart, c.KeepOffer, c.LeaveCommunity, c.PassAsk, c.ReportWrong, c.SayFacts, c.SetConsent,
    c.Stay, c.StopHosting, c.StopMeeting, c.TakeBackAnswer, c.TakeBackAsk, c.TellGiver, c.ThankFor,
    c.TickTopics, c.UnlinkSession,
}  # fmt: skip
HOSTS = {
    c.AskHost, c.AskPairs, c.ChangeRound, c.DescribeCommunity, c.DraftRound, c.EndInvitation,
    c.EndRound, c.ForbidPair, c.FreePair, c.HideAnswer, c.InvitePeople, c.PinPair, c.ProposeMerge,
    c.RemoveMember, c.RenewInvitationLink, c.SwitchFeature, c.TakeBackHostQuestion, c.TakeSolution,
}  # fmt: skip
DOORS = {
    c.AcceptHosting, c.AgreeToMerge, c.AnswerAsk, c.AnswerCheckIn, c.AnswerOutcome, c.AnswerPair,
    c.AnswerSuggestion, c.ChangeReach, c.DeclineHosting, c.DeclineMerge, c.DropOut, c.EndInvitation,
    c.EndOffer, c.Join, c.KeepOffer, c.LeaveCommunity, c.LinkSession, c.NoteSeen, c.NoteSession,
    c.PassAsk, c.ReplacePass, c.ReportWrong, c.SetConsent, c.Stay, c.StopMeeting, c.TakeSolution,
    c.TellGiver,
}  # fmt: skip
TIME_S_OWN = {
    c.AskAboutOffer, c.AskCheckIn, c.AskOutcome, c.AskToStay, c.DropGroup, c.EndAsk,
    c.EndHostQuestion, c.EndIntroduction, c.EndInvitation, c.EndMerge, c.EndRoundOver,
    c.EndSuggestion, c.ExpireOffer, c.ForgetIntroduction, c.ForgetMember, c.RemindCheckIn,
    c.RepairRound, c.SuggestMeeting, c.TellStopped,
}  # fmt: skip
"""As this test was told by hand."""

WRONG = {"hosts_only", "not_yours", "member_unknown"}


class Stage(People):
    """Everybody and everything that a command can be about."""

    def __init__(self) -> None:
        super().__init__()
        self.mine, self.other = self.joins("Mine"), self.joins("Other")
        self.host = self.hosts("Host")
        self.merge = self.merges(self.mine, self.other)
        (self.invitation,) = self.invites("Olga")
        self.agrees(self.other, "answer")
        self.agrees(self.mine, "answer")
        self.ask = self.asks(self.mine, self.other)
        self.answer = self.answers(self.mine, self.asks(self.other, self.mine))
        self.offer = self.offers(self.mine)

    def example(self, kind: type[c.Command], about: MemberId) -> c.Command:
        """A command about a member."""
        filled = {
            "member": about,
            "merge": MergeId(self.merge),
            "round": RoundId(1),
            "group": 1,
            "groups": (c.Paired(members=(self.mine, self.other)),),
            "a": self.mine,
            "b": self.other,
            "weeks": 8,
            "limit": 1,
            "ask": self.ask,
            "answer": self.answer,
            "to": (self.other,),
            "invitation": InvitationId(self.invitation),
            "why": "withdrawn",
            "offer": self.offer,
            "suggestion": SuggestionId(1),
            "introduction": IntroductionId(1),
            "apart": ApartId(1),
            "members": (self.mine, self.other),
            "yes": True,
            "said": "met",
            "outcome": "helped",
            "other": self.other,
            "at_ms": self.now_ms,
            "side": "offer",
            "words": "How we closed our intake list",
            "label": "Noor",
            "language": "de",
            "time_zone": "UTC",
            "reach": "pass",
            "consent": "meet",
            "on": False,
            "feature": "ask",
            "code": "WAVE47",
            "person": 1,
            "way": "mail",
            "people": (c.Invited(label="Kofi"),),
            "kind": "school",
            "keeps": self.mine,
            "goes": self.other,
        }
        fields = {name: filled[name] for name in kind.__struct_fields__ if name in filled}
        if kind is c.Join:
            del fields["invitation"]
        if kind in (c.DraftRound, c.ChangeRound):
            fields |= {"name": "Autumn", "kind": "across"}
        return kind(**fields)


def sent(kind: type[c.Command], role: Role, sender: str, about: str) -> str:
    stage = Stage()
    member = getattr(stage, sender) if sender else MemberId(0)
    return stage.tries(stage.example(kind, getattr(stage, about)), role, member)


@pytest.mark.parametrize("kind", c.COMMANDS, ids=lambda kind: kind.__name__)
def test_every_command_has_its_senders(kind: type[c.Command]):
    assert (sent(kind, Role.MEMBER, "mine", "mine") in WRONG) == (kind not in ONE_S_OWN)
    assert sent(kind, Role.MEMBER, "mine", "other") in WRONG
    assert (sent(kind, Role.MEMBER, "host", "other") in WRONG) == (kind not in HOSTS)
    assert (sent(kind, Role.OWNER, "", "mine") in WRONG) == (kind not in HOSTS)
    assert (sent(kind, Role.DOOR, "", "mine") in WRONG) == (kind not in DOORS)
    assert (sent(kind, Role.TIME, "", "mine") in WRONG) == (kind not in TIME_S_OWN)


@pytest.mark.parametrize("kind", c.COMMANDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("role", sorted({*Role} - {Role.MEMBER, Role.OWNER, Role.DOOR, Role.TIME}))
def test_nobody_in_a_session_sends_anything_to_the_community(kind: type[c.Command], role: Role):
    stage = Stage()
    assert stage.tries(stage.example(kind, stage.mine), role, stage.mine) == "hosts_only"


@pytest.mark.parametrize("kind", c.COMMANDS, ids=lambda kind: kind.__name__)
def test_who_has_left_sends_nothing(kind: type[c.Command]):
    stage = Stage()
    stage.does(stage.host, c.LeaveCommunity(member=stage.host))
    command = stage.example(kind, stage.host)
    assert stage.tries(command, Role.MEMBER, stage.host) == "member_unknown"
