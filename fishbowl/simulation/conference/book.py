"""What the simulation counts, and tells at the end."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Book:
    """The figures of a conference.

    :param sessions: how many were held.
    :param seats: how often somebody came into one.
    :param voices: how many people spoke, summed over the sessions.
    :param turns: how many turns there were.
    :param known: how many people became members.
    :param greeted: how often somebody was greeted by name.
    :param back: how many of them were greeted on a later day than the one on which they became
        known.
    :param links: how often a session was linked to a member.
    :param promises: how many members found promises on their own page, and how many were kept.
    :param turns_taken: how many dates of the circle somebody said would be theirs.
    :param come: how many people said that they come to it.
    :param thanks: how often somebody was thanked for an answer.
    :param wrong: how often somebody said that something is wrong; ``left``: how many left.
    :param letters: how many letters were answered, by what they were for.
    """

    sessions: int = 0
    seats: int = 0
    voices: int = 0
    turns: int = 0
    known: int = 0
    greeted: int = 0
    back: set[int] = field(default_factory=set)
    links: int = 0
    promises: int = 0
    kept: int = 0
    turns_taken: int = 0
    come: int = 0
    thanks: int = 0
    wrong: int = 0
    left: int = 0
    letters: Counter[str] = field(default_factory=Counter)
