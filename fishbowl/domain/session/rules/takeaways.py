"""What one may ask about takeaways: when they are asked for, and which of them others may see."""

from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Takeaway
from fishbowl.domain.session.rules.run import current_phase
from fishbowl.domain.session.state import Session

TAKING_HOME = ("debrief", "close")
"""The kinds of phases in which a room looks back."""


def is_looking_back(session: Session) -> bool:
    """Whether phones offer to keep a takeaway: near the end of the talk, and ever after.

    That is in a debrief or a closing, in the last minutes of the last bowl, once the last phase
    is over its time, and while the wall shows takeaways.
    """
    state, phase = clock_state(session.clock), current_phase(session)
    if state == "closed" or session.wall.what == "takeaways":
        return True
    if state == "lobby" or phase is None:
        return False
    if phase.kind in TAKING_HOME:
        return True
    later = session.run.phases[session.run.index + 1 :]
    last_bowl = not any(one.kind == "bowl" for one in later)
    return last_bowl and (session.timing.queue_closed or (session.timing.due and not later))


def names_person(session: Session, person: PersonId) -> bool:
    """Whether the attribution lets somebody's name stand beside their words."""
    attribution = session.settings.attribution
    return attribution == "named" or (attribution == "opt_in" and person in session.credits)


def own_takeaways(session: Session, person: PersonId) -> tuple[Takeaway, ...]:
    """Everything that a person keeps, as it came, private or shared."""
    own = (t for t in session.takeaways.values() if t.person == person and t.words)
    return tuple(sorted(own, key=lambda takeaway: takeaway.id))


@memoized
def shared_takeaways(session: Session) -> tuple[Takeaway, ...]:
    """What people share, as it came; whoever shows anything of it begins here."""
    shared = (t for t in session.takeaways.values() if t.shared and told_words(t))
    return tuple(sorted(shared, key=lambda takeaway: takeaway.id))


def told_words(takeaway: Takeaway) -> str:
    """The words in which others are told a takeaway."""
    return takeaway.edited or takeaway.words


def told_with(session: Session, takeaway: Takeaway) -> Takeaway:
    """The takeaway in whose place another one is told: usually it is itself.

    If that one is withdrawn or made private, the others stand for themselves again.
    """
    seen = {takeaway.id}
    while takeaway.into is not None and takeaway.into not in seen:
        into = session.takeaways.get(takeaway.into)
        if into is None or not into.shared or not told_words(into):
            break
        seen.add(into.id)
        takeaway = into
    return takeaway


@memoized
def takeaways_up(session: Session) -> tuple[Takeaway, ...]:
    """What the wall may show, the latest put up first."""
    up = (t for t in shared_takeaways(session) if t.state == "up")
    return tuple(sorted(up, key=lambda takeaway: -takeaway.up_seq))
