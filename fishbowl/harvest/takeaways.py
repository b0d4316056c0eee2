"""Shared takeaways and debrief answers as facts, and their grouping on the summary page.

Private takeaways are never part of a summary. Items that were not reviewed or were set aside are
marked, and only a proof shows them.
"""

from collections.abc import Iterable

import msgspec

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.commands import DebriefStage, TakeawayKind
from fishbowl.domain.session.ids import ItemId, TakeawayId
from fishbowl.domain.session.model import Takeaway
from fishbowl.domain.session.rules.debrief import STAGES, answers_in_order
from fishbowl.domain.session.rules.summary.looked_at import is_told
from fishbowl.domain.session.rules.summary.open_items import end_of
from fishbowl.domain.session.rules.takeaways import shared_takeaways, told_with, told_words
from fishbowl.domain.session.state import Session
from fishbowl.harvest.model import Summary
from fishbowl.harvest.people import author
from fishbowl.harvest.same_words import deduplicated
from fishbowl.harvest.takeaway_model import AnswerFacts, TakeawayFacts
from fishbowl.harvest.words import _

KINDS: tuple[TakeawayKind, ...] = ("take", "offer", "need")
"""The kinds of takeaways in the order of all outputs; commitments have their own section."""


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A stage of the debrief with its question and answers."""

    stage: DebriefStage
    title: str
    answers: tuple[AnswerFacts, ...]


class TakeawayPlaces(msgspec.Struct, frozen=True, kw_only=True):
    """Takeaways by kind, commitments, and the stages of the debrief that have answers.

    What was brought stands under where it comes from.
    """

    takeaways: tuple[tuple[str, tuple[TakeawayFacts, ...]], ...]
    brought: tuple[tuple[str, tuple[TakeawayFacts, ...]], ...]
    commitments: tuple[TakeawayFacts, ...]
    stages: tuple[Stage, ...]


def takeaway_facts(session: Session) -> tuple[TakeawayFacts, ...]:
    """List the shared takeaways in order; unreviewed ones are marked."""
    return tuple(_facts(session, takeaway) for takeaway in shared_takeaways(session))


def answer_facts(session: Session) -> tuple[AnswerFacts, ...]:
    """List the answers in order; unreviewed ones are marked."""
    return tuple(
        AnswerFacts(
            answer=a.id,
            who=author(session, a.person),
            stage=a.stage,
            words=a.words,
            unseen=a.state == "waiting" and not is_told(session, ItemId(a.id)),
            aside=a.state == "aside",
        )
        for a in answers_in_order(session)
    )


def merged_takeaways(takeaways: tuple[TakeawayFacts, ...]) -> tuple[TakeawayFacts, ...]:
    """The reviewed takeaways; those that were merged are counted in their target."""
    shared: dict[TakeawayId, list[TakeawayFacts]] = {}
    for one in takeaways:
        if one.into is not None and not one.aside:
            shared.setdefault(one.into, []).append(one)
    return tuple(
        msgspec.structs.replace(
            one,
            others=(*one.others, *(o.who for o in shared.get(one.takeaway, ()) if o.who)),
            count=one.count + len(shared.get(one.takeaway, ())),
            original="",
        )
        for one in takeaways
        if one.into is None and not (one.unseen or one.aside)
    )


def takeaway_places(summary: Summary, *, proof: bool = False) -> TakeawayPlaces:
    """Group takeaways and answers of a publishable summary.

    :param proof: for the editor of the summary: equal takeaways are not merged.
    """
    every = _roots_first(summary.takeaways)
    told = every if proof else deduplicated(every)
    of_kind = {kind: tuple(t for t in told if t.kind == kind) for kind in KINDS}
    return TakeawayPlaces(
        takeaways=tuple((kind_title(kind), found) for kind, found in of_kind.items() if found),
        brought=_by_origin(t for t in told if t.kind == "brought"),
        commitments=tuple(t for t in told if t.kind == "will"),
        stages=tuple(
            Stage(stage=stage, title=stage_title(stage), answers=found)
            for stage in STAGES
            if (found := tuple(a for a in summary.answers if a.stage == stage))
        ),
    )


def _by_origin(
    brought: Iterable[TakeawayFacts],
) -> tuple[tuple[str, tuple[TakeawayFacts, ...]], ...]:
    """What was brought, under where it comes from as it was first written."""
    found: dict[str, tuple[str, list[TakeawayFacts]]] = {}
    for one in brought:
        found.setdefault(one.origin.casefold(), (one.origin, []))[1].append(one)
    return tuple((origin, tuple(several)) for origin, several in found.values())


def _roots_first(takeaways: tuple[TakeawayFacts, ...]) -> tuple[TakeawayFacts, ...]:
    """Order takeaways so that merged ones follow their target."""
    return tuple(
        one
        for root in takeaways
        if root.into is None
        for one in (root, *(other for other in takeaways if other.into == root.takeaway))
    )


def kind_title(kind: TakeawayKind) -> str:
    """The heading of a kind of takeaways."""
    match kind:
        case "take":
            return _("What we take with us")
        case "offer":
            return _("What we offer each other")
        case "need":
            return _("What we need")
        case "will":
            return _("What we promised ourselves")
        case "brought":
            return _("What we brought back")


def stage_title(stage: DebriefStage) -> str:
    """The question of a stage."""
    match stage:
        case "what":
            return _("What did you notice?")
        case "so_what":
            return _("So what? Why does it matter?")
        case "now_what":
            return _("Now what? What follows from it?")


def _facts(session: Session, takeaway: Takeaway) -> TakeawayFacts:
    end, root = end_of(session, Seq(takeaway.id)), told_with(session, takeaway)
    return TakeawayFacts(
        takeaway=takeaway.id,
        who=author(session, takeaway.person),
        kind=takeaway.kind,
        words=told_words(takeaway),
        due=takeaway.due,
        closed=end is not None,
        end="" if end is None else end.words,
        unseen=takeaway.state == "waiting" and not is_told(session, ItemId(takeaway.id)),
        aside=takeaway.state == "aside",
        into=None if root is takeaway else root.id,
        original=takeaway.words if takeaway.edited else "",
        origin=takeaway.origin,
    )
