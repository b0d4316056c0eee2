"""Join codes: easy to say, easy to type, nothing that looks or sounds like something else."""

from collections.abc import Callable

_WORDS = """
ACRE CAFE CAKE CAPE CARD CARE CART CAVE CHAT CRAFT CREW DAME DARE DATE DAWN DECK DEEP DRAFT
DRUM DUCK DUET DUNE EACH EARTH EAGER FACE FAME FARM FERN FERRY FRAME GAME GATE GEAR GRAPE
GREEN GUARD HARP HAVEN HEART HERD JADE JUMP JURY KAYAK KEEN MAKE MARE MATE MAUVE MUTE NAME
NEAR NECK NEWT PACT PAGE PARK PART PATCH PATH PAWN PEACH QUEEN RACE RAFT RARE RATE REEF RUNE
TAKE TAME TAPE TEAM TRACK TRADE TRAM TREE TRUE TUNA TUNE UNDER URGE VERVE WADE WAKE WARD
WATER WAVE WEAVE WHEAT YARD YARN YEAR
"""
WORDS = tuple(_WORDS.split())
"""Short words without homophones and without B, I, L, O, S and Z, which look like digits."""
DIGITS = "23456789"
"""Without 0 and 1, which look like letters."""


def normalised(code: str) -> str:
    """Bring a typed code into its one form: upper case, without blanks or hyphens.

    >>> normalised(" wave 47")
    'WAVE47'
    """
    return "".join(char for char in code.upper() if char.isalnum())[:40]


def spoken(code: str) -> str:
    """Write a code as one says it: the word, a blank, the digits.

    >>> spoken("WAVE47")
    'WAVE 47'
    """
    word = code.rstrip("0123456789")
    return f"{word} {code[len(word) :]}".strip()


def new_code(draw: Callable[[int], int], is_taken: Callable[[str], bool]) -> str:
    """Make a code that nobody has.

    :param draw: gives a random number from 0 to below its argument.
    :param is_taken: tells whether a code exists already.
    """
    digits = 2
    for attempt in range(1, 10_000):
        if attempt % 20 == 0:
            digits += 1
        word = WORDS[draw(len(WORDS))]
        number = "".join(DIGITS[draw(len(DIGITS))] for _ in range(digits))
        if not is_taken(word + number):
            return word + number
    raise RuntimeError("no free join code found")
