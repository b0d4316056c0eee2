"""Names of simulated people."""

from random import Random

ANNA = "Anna"
"""Two people have this name in rooms that are large enough."""
LONGEST = "Maximiliane von Hohenberg-Lichtenfels"
"""A very long name."""
JOKER = "Elvis"
"""A joke name that the facilitator hides."""

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
"""Names from many languages; some are long, some in other scripts."""

WITHOUT_PHONE: tuple[str, ...] = ("Mrs Achterberg", "Father Brendan", "Old Mr Sato", "Dr Ndiaye")
"""People without a phone, whom the facilitator adds."""

_INITIALS = "ABCDEFGHJKLMNOPRSTVWYZ"


def names(people: int, draw: Random) -> list[str]:
    """Draw the names of a room; they are unique but for :data:`ANNA`.

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
