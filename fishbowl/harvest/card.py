"""One person's card of a session that is over: whom they spoke straight after, and who after them.

It is for that person alone. Others stand on it as the attribution names them; hidden and forgotten
names never come back.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.rules.floor.intervals import is_of_session, seated
from fishbowl.domain.session.state import Session
from fishbowl.harvest.attribution import credited
from fishbowl.harvest.base import Struct, Who
from fishbowl.harvest.geometry.web import Often
from fishbowl.harvest.model import WebFacts
from fishbowl.harvest.people import who
from fishbowl.harvest.web import shown_web, web_facts


class Card(Struct, frozen=True, kw_only=True):
    """What a card tells beside one's own words.

    :param who: the person; without a name where it is hidden.
    :param tells_pairs: whether it is known who spoke after whom, and may be told.
    :param after: whom the person spoke straight after, in the order of arrival.
    :param before: who spoke straight after them.
    :param web: the whole figure, where the facilitator has turned it on.
    """

    who: Who
    seated_ms: int
    tells_pairs: bool
    after: tuple[Often, ...] = ()
    before: tuple[Often, ...] = ()
    web: WebFacts | None = None


def card(session: Session, person: PersonId) -> Card:
    """Make the card of a person whom the session holds."""
    own = who(session, person)
    made = Card(
        who=own,
        seated_ms=_seated_ms(session, person),
        tells_pairs=False,
        web=shown_web(session),
    )
    facts = web_facts(session)
    if facts is not None:
        steps = facts.handovers
        made = replace(
            made,
            tells_pairs=True,
            after=_counted(facts, (one.before for one in steps if one.after == person)),
            before=_counted(facts, (one.after for one in steps if one.before == person)),
        )
    if session.settings.attribution == "opt_in":
        made = credited(made)
    return replace(made, who=own, web=_with_own(made.web, own))


def _with_own(web: WebFacts | None, own: Who) -> WebFacts | None:
    """The figure with one's own name, which only its owner sees here."""
    if web is None:
        return None
    voices = (own if voice.person == own.person else voice for voice in web.voices)
    return replace(web, voices=tuple(voices))


def _counted(facts: WebFacts, people: Iterable[PersonId]) -> tuple[Often, ...]:
    times = Counter(people)
    return tuple(
        Often(who=voice, times=times[voice.person]) for voice in facts.voices if times[voice.person]
    )


def _seated_ms(session: Session, person: PersonId) -> int:
    until = running_ms(session.clock, session.at_ms)
    return sum(
        ended - began
        for turn in session.turns.values()
        if turn.person == person and is_of_session(session, turn)
        for began, ended in (seated(turn, until),)
    )
