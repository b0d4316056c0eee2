"""Where times that would be put back run into times that were given to somebody else since.

Corrections move stretches: an earlier state of one turn may no longer go together with the others.
"""

from collections.abc import Iterator

from fishbowl.domain.session.intervals import FOREVER, Interval, overlap_ms
from fishbowl.domain.session.model import FacilitatorVoice, Floor, Part, Turn
from fishbowl.domain.session.rules.floor.intervals import collision
from fishbowl.domain.session.state import Changes, Session

FLOOR, FACILITATOR = Part("floor"), Part("facilitator")


def collisions(session: Session, back: Changes) -> Iterator[Part]:
    """Name the parts that sat, or spoke, when a part that would be put back did.

    :param back: the parts that would be put back, with the values they would have.
    """
    for part, value in back.items():
        if isinstance(value, Turn) and _sits_otherwise(session.turns.get(value.id), value):
            other = collision(value, (t for t in session.turns.values() if _stays(t, back)))
            if other is not None:
                yield Part("turn", other.id)
        if isinstance(value, (Turn, Floor, FacilitatorVoice)):
            before = session.part(part)
            for stretch in set(_spoken(value)) - set(() if before is None else _spoken(before)):
                yield from _spoke_then(session, back, stretch)


def _stays(turn: Turn, back: Changes) -> bool:
    return Part("turn", turn.id) not in back


def _sits_otherwise(before: Turn | None, after: Turn) -> bool:
    if before is None:
        return True
    fields = ("person", "began_run_ms", "ended_run_ms", "sittings")
    return any(getattr(before, field) != getattr(after, field) for field in fields)


def _spoken(value: Turn | Floor | FacilitatorVoice) -> tuple[Interval, ...]:
    """The stretches of the floor that a part tells of; what goes on lasts for ever."""
    if isinstance(value, Floor):
        opened = value.turn is not None or value.facilitator
        return ((value.since_run_ms, FOREVER),) if opened else ()
    return value.spoken


def _spoke_then(session: Session, back: Changes, stretch: Interval) -> Iterator[Part]:
    parts = [Part("turn", turn.id) for turn in session.turns.values() if turn.spoken]
    for part in (*parts, FLOOR, FACILITATOR):
        if part not in back and any(
            overlap_ms(one, stretch) for one in _spoken(session.part(part))
        ):
            yield part
