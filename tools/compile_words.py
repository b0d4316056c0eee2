"""Compiles every catalogue in ``locale`` for the pages and for the scripts.

``python tools/compile_words.py FOLDER`` writes ``de.mo`` and so on, and ``words.json`` with the
texts that scripts may ask for and each language's own rule for plurals. The build runs it.
"""

import argparse
import gettext
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
DOMAIN = "fishbowl"


def catalogues(locale: Path = LOCALE) -> dict[str, Path]:
    """Find every catalogue, by the language that its folder names."""
    return {path.parts[-3]: path for path in sorted(locale.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))}


def read(language: str, path: Path) -> Catalog:
    """Read a catalogue.

    :raises babel.messages.pofile.PoFileError: it is not one.
    """
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN, abort_invalid=True)


def for_scripts(catalogue: Catalog) -> dict[str, Any]:
    """Give a catalogue as scripts want it: the texts, and the rule for plurals as it stands.

    The rule is C, and JavaScript reads that grammar in the same way.

    :raises ValueError: the rule is none.
    """
    gettext.c2py(catalogue.plural_expr)  # type: ignore[attr-defined]  # refuses whatever is no rule
    return {
        "plural": catalogue.plural_expr,
        "texts": {
            message.id if isinstance(message.id, str) else message.id[0]: (
                message.string if isinstance(message.string, str) else list(message.string)
            )
            for message in catalogue
            if message.id and not message.fuzzy and _whole(message.string)
        },
    }


def _whole(found: Any) -> bool:
    """Tell whether a message is translated, in every form."""
    return bool(found) if isinstance(found, str) else bool(found) and all(found)


def compile_all(folder: Path, locale: Path = LOCALE) -> None:
    """Compile everything into a folder, which holds nothing else afterwards."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    words = {}
    for language, path in catalogues(locale).items():
        try:
            catalogue = read(language, path)
            words[language] = for_scripts(catalogue)
        except (ValueError, PoFileError) as error:
            sys.exit(f"{path}: {error}")
        with (folder / f"{language}.mo").open("wb") as file:
            write_mo(file, catalogue)
    (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where they go; whatever is in it is deleted")
    compile_all(parser.parse_args().folder)
