"""For a member’s own file: what they ask and are asked about, and their pairing rounds."""

from typing import Any

from fishbowl.domain.community.model import Facts, Member
from fishbowl.domain.community.rules.asks import answers_of, asks_of
from fishbowl.domain.community.state import Community


def asking(community: Community, mine: Member) -> dict[str, Any]:
    """Their work, what they may be asked about, and their own questions and answers.

    Whom a question went to is told to nobody; answers are told as the member reads them.
    """
    facts = community.facts.get(mine.id, Facts())
    return {
        "years": facts.years,
        "organisation": facts.organisation,
        "topics": [
            {"session": one.code, "topics": list(one.topics)}
            for one in community.expertise.get(mine.id, ())
        ],
        "questions": [
            {
                "words": ask.words,
                "asked_at_ms": ask.asked_at_ms,
                "answers": [one.words for one in ask.answers.values()],
            }
            for ask in asks_of(community, mine.id)
        ],
        "answers": [
            {
                "question": ask.words,
                "words": one.words,
                "kept_for_others": one.keep,
                "with_name": one.named,
                "given_at_ms": one.given_at_ms,
            }
            for ask, one in answers_of(community, mine.id)
        ],
    }


def in_rounds(community: Community, mine: Member) -> list[dict[str, Any]]:
    """Which rounds they were asked in, and what they said; the others' answers are theirs."""
    return [
        {"round": one.name, "said_yes": group.answers.get(mine.id)}
        for one in community.rounds.values()
        if one.state != "draft"
        for group in one.groups_of(mine.id)
    ]
