"""The people of a simulated room: personalities as data, and the random draw of a room.

Everything about a person that can be drawn before the start is drawn here, so that the same seed
gives the same people.
"""

from dataclasses import dataclass
from random import Random

from fishbowl.simulation.arrivals import arrivals
from fishbowl.simulation.material import Material
from fishbowl.simulation.names import names

DEVICE_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
DEVICE_LENGTH = 22


@dataclass(frozen=True, slots=True)
class Personality:
    """A kind of person. Chances are per occasion, from 0 to 1.

    :param share: how many of a room are like this, relative to the others.
    :param reticence: the factor on the interval until they request a chair.
    :param talk_s: how long they typically stay on a chair.
    :param patience_s: the mean time in the queue until they withdraw.
    :param words: chance of writing words with a request.
    :param not_now: chance of passing a call.
    :param absent: chance of missing a call.
    :param by_phone: chance of reporting an action on the phone, where the facilitator can see it.
    :param offers: chance of offering room before leaving.
    :param lingers: chance of talking on for longer when asked to make room.
    :param suggests: chance of suggesting a topic.
    :param drops: chance of losing the connection once.
    :param second_tab: chance of opening the page twice.
    """

    name: str
    share: float
    reticence: float
    talk_s: float
    patience_s: float = 400
    words: float = 0.6
    not_now: float = 0.05
    absent: float = 0.04
    by_phone: float = 0.75
    offers: float = 0.2
    lingers: float = 0.15
    suggests: float = 0.1
    drops: float = 0.12
    second_tab: float = 0.04


PERSONALITIES: tuple[Personality, ...] = (
    Personality("eager", 0.18, 0.45, 210, patience_s=300, suggests=0.3, lingers=0.1),
    Personality("thoughtful", 0.25, 1.0, 230, words=0.85, offers=0.4, suggests=0.25),
    Personality("talker", 0.12, 0.7, 330, words=0.3, offers=0.05, lingers=0.5),
    Personality("shy", 0.2, 1.7, 140, patience_s=220, words=0.8, not_now=0.15, offers=0.45),
    Personality("listener", 0.15, 3.0, 180, suggests=0.05),
    Personality("distracted", 0.1, 1.2, 200, absent=0.25, by_phone=0.4, drops=0.7, second_tab=0.3),
)
"""All kinds of people."""


@dataclass(frozen=True, slots=True)
class Absence:
    """A lost connection: when, and for how long."""

    at_s: float
    away_s: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic that a person will suggest, and when."""

    at_s: float
    title: str


@dataclass(frozen=True, slots=True)
class Person:
    """One attendee. Times are seconds of session time after the simulation began."""

    name: str
    kind: Personality
    device: str
    seed: str
    arrives_s: float
    suggestion: Suggestion | None = None
    absence: Absence | None = None
    second_tab_at_s: float | None = None


def draw_people(
    people: int,
    *,
    rush_s: float,
    late_s: float,
    length_s: float,
    material: Material,
    seed: str,
) -> tuple[Person, ...]:
    """Draw the people of a room, in the order in which they arrive.

    At least three of them suggest a topic, if there are so many people and topics.

    :param rush_s: how long most people take to come.
    :param late_s: when the last of the others comes.
    :param length_s: how long everything lasts.
    """
    draw = Random(f"cast {seed}")
    kinds = _kinds(people, draw)
    drawn_names = names(people, draw)
    times = arrivals(people, rush_s, late_s, draw)
    suggesting = _suggesting(kinds, len(material.threads) - 1, draw)
    titles = [thread.title for thread in material.threads[1:]]
    draw.shuffle(titles)
    drawn: list[Person] = []
    for index, (name, kind, arrives_s) in enumerate(zip(drawn_names, kinds, times, strict=True)):
        suggestion = None
        if index in suggesting and titles:
            at_s = arrives_s + draw.uniform(0.03, 0.3) * length_s
            suggestion = Suggestion(at_s=at_s, title=titles.pop())
        drawn.append(
            Person(
                name=name,
                kind=kind,
                device="".join(draw.choices(DEVICE_CHARACTERS, k=DEVICE_LENGTH)),
                seed=f"{seed} {index}",
                arrives_s=arrives_s,
                suggestion=suggestion,
                absence=_absence(kind, arrives_s, length_s, draw),
                second_tab_at_s=_second_tab(kind, arrives_s, length_s, draw),
            )
        )
    return tuple(drawn)


def _kinds(people: int, draw: Random) -> list[Personality]:
    """Draw the kinds, each with its share rounded to whole people, in random order."""
    total = sum(kind.share for kind in PERSONALITIES)
    kinds: list[Personality] = []
    owed = 0.0
    for kind in PERSONALITIES:
        owed += kind.share / total * people
        while len(kinds) < round(owed):
            kinds.append(kind)
    draw.shuffle(kinds)
    return kinds


def _suggesting(kinds: list[Personality], most: int, draw: Random) -> set[int]:
    willing = [index for index, kind in enumerate(kinds) if draw.random() < kind.suggests]
    others = [index for index in range(len(kinds)) if index not in willing]
    draw.shuffle(willing)
    draw.shuffle(others)
    return set((willing + others[: max(0, 3 - len(willing))])[:most])


def _absence(kind: Personality, arrives_s: float, length_s: float, draw: Random) -> Absence | None:
    at_s = arrives_s + draw.uniform(0.1, 0.7) * length_s
    away_s = draw.uniform(20, 120)
    return Absence(at_s=at_s, away_s=away_s) if draw.random() < kind.drops else None


def _second_tab(kind: Personality, arrives_s: float, length_s: float, draw: Random) -> float | None:
    at_s = arrives_s + draw.uniform(0.05, 0.5) * length_s
    return at_s if draw.random() < kind.second_tab else None
