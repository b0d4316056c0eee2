"""A language that nobody speaks, to see what does not stretch and what is not translated.

Every letter has an accent, every text is 40 % longer and stands in brackets: ⟦Rȧīşḗ ħȧƞḓ····⟧.
It is built for tests alone, into a copy of the package as a wheel has it.
"""

import re
import shutil
from pathlib import Path

from babel.messages.pofile import write_po

from fishbowl import _build
from tools.compile_words import DOMAIN, compile_all
from tools.extract_words import everything

CODE = "qps"
"""The tag that is set aside for it; Babel's own locales do not know it."""
LONGER = 0.4
PLACE = re.compile(r"(\{\w+\}|%\(\w+\)[.\d]*[sdf])")
ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏžȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎŽ",
)
PLURAL = "Plural-Forms: nplurals=2; plural=(n != 1);"


def pseudo(text: str) -> str:
    """Write a text in it, its places kept."""
    parts = PLACE.split(text)
    letters = sum(len(part) for part in parts[::2])
    said = "".join(part if no % 2 else part.translate(ACCENTS) for no, part in enumerate(parts))
    return f"⟦{said}{'·' * round(letters * LONGER)}⟧"


def make_site(site: Path) -> Path:
    """Build everything with it into a folder, from which ``python -m fishbowl`` starts."""
    catalogue = everything()
    for message in catalogue:
        if message.id:
            plural = not isinstance(message.id, str)
            message.string = tuple(map(pseudo, message.id)) if plural else pseudo(message.id)
    path = site / "locale" / CODE / "LC_MESSAGES" / f"{DOMAIN}.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue, include_lineno=False, omit_header=True)
    header = f'msgid ""\nmsgstr ""\n"{PLURAL}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    path.write_text(header + path.read_text("utf-8"), "utf-8")

    compile_all(site / "words", site / "locale")
    package = Path(_build.__file__).parent
    shutil.copytree(package, site / "fishbowl", ignore=shutil.ignore_patterns("_web", "*.pyc"))
    web = site / "fishbowl" / "_web"
    (web / "static").mkdir(parents=True)
    shutil.copytree(_build.ROOT / "templates", web / "templates")
    _build.node("build.mjs", str(site / "words"), str(web / "static" / "dist"))
    return site
