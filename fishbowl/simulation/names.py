"""What people in a hall are called."""

from random import Random

ANNA = "Anna"
"""There are always two of them, once a room is big enough."""
LONGEST = "Maximiliane von Hohenberg-Lichtenfels"
"""A name that does not fit anywhere, and has to."""
JOKER = "Elvis"
"""Somebody who comes in under a name that a facilitator would rather not see on the wall."""

NAMES: tuple[str, ...] = (
    "Amira", "Jonas", "Mei-Lin", "Tomasz", "Lindiwe", "Kofi", "Saoirse", "Elif", "Bastien", "Noor",
    "Rafael", "Ingrid", "Chidi", "Yuki", "Priya", "Oskar", "Fatoumata", "Dilnoza", "Mateo", "Zofia",
    "Henrik", "Leilani", "Thandeka", "Søren", "Ayşe", "João", "Nguyễn Thị Mai", "Gábor", "Niamh",
    "Ravi", "Katarzyna", "Emeka", "Sigríður", "Hiroshi", "Camille", "Abebe", "Ximena", "Björn",
    "Nasrin", "Luca", "Anneliese", "Tariq", "Wanjiru", "Miloš", "Chloé", "Arjun", "Rosalind",
    "Efua", "Juhani", "Marisol", "Dariusz", "Siobhán", "Kwabena", "Aigul", "Théo", "Ines",
    "Bartholomew Featherstonehaugh", "Oluwaseun Adebayo-Williams", "María José", "Jan-Willem",
    "Ольга", "Ελένη", "ليلى", "陽子", "Dmytro", "Soo-ah", "Tjark", "Nokuthula", "Paulo", "Greta",
    "Imani", "Vikram", "Ludovica", "Pádraig", "Hana", "Isandro", "Birgitta", "Teuta", "Mahlet",
    "Cemil", "Agnieszka", "Kaito", "Solveig", "Adjoa", "Emrys", "Pilar", "Levent", "Ottilie",
    "Samir", "Thuy", "Wilhelmina", "Zeynep", "Andrzej", "Blessing", "Florentyna", "Ruairí",
)  # fmt: skip
"""From many places; a few long ones, a few in other scripts."""

WITHOUT_PHONE: tuple[str, ...] = ("Mrs Achterberg", "Father Brendan", "Old Mr Sato", "Dr Ndiaye")
"""People whom the facilitator brings in by typing."""

_INITIALS = "ABCDEFGHJKLMNOPRSTVWYZ"


def names(people: int, draw: Random) -> list[str]:
    """Name a room: everybody differently, but for the two Annas.

    :param people: how many are needed.
    """
    special = [ANNA, LONGEST, ANNA, JOKER][: max(0, people - 4)]
    others = list(NAMES)
    draw.shuffle(others)
    while len(special) + len(others) < people:
        initial = _INITIALS[len(others) // len(NAMES) - 1]
        others += [f"{name} {initial}." for name in others[: len(NAMES)]]
    chosen = special + others[: people - len(special)]
    draw.shuffle(chosen)
    return chosen
