"""How the talk is shared, as closed sums and the instants since when something goes on."""

from fishbowl.domain.session.ids import TopicId
from fishbowl.domain.session.rules.floor.coverage import floor_marked
from fishbowl.domain.session.rules.floor.equity import Talk, talk
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from fishbowl.views.slices import (
    BalanceSlice,
    EquitySlice,
    TalkView,
    VoiceSum,
    VoiceView,
)


def equity_slice(session: Session) -> EquitySlice:
    """The whole session, and what is being talked about now."""
    topic = session.agenda.topic
    return EquitySlice(
        session=_talk(session, talk(session)),
        topic=None if topic is None else _talk(session, talk(session, topic), topic),
    )


def balance_slice(session: Session) -> BalanceSlice:
    """For the wall: sums without names, and only where the facilitator shows them."""
    if not session.settings.show_balance:
        return BalanceSlice(shown=False, tracked=False, voices=())
    found = talk(session)
    return BalanceSlice(
        shown=True,
        tracked=found.tracked,
        voices=tuple(
            VoiceSum(
                talk_ms=voice.closed_ms,
                since_run_ms=voice.since_run_ms,
                longest_ms=voice.longest_ms,
            )
            for voice in found.voices
        ),
    )


def _talk(session: Session, found: Talk, topic: TopicId | None = None) -> TalkView:
    return TalkView(
        topic=topic,
        title="" if topic is None else session.topics[topic].title,
        tracked=found.tracked,
        marked=floor_marked(session),
        voices=tuple(
            VoiceView(
                person=label(session, voice.person),
                turns=voice.turns,
                talk_ms=voice.closed_ms,
                since_run_ms=voice.since_run_ms,
                longest_ms=voice.longest_ms,
                first=voice.first,
                minutes=voice.minutes,
            )
            for voice in found.voices
        ),
        facilitator_ms=found.facilitator_ms,
        facilitator_since_run_ms=found.facilitator_since_run_ms,
    )
