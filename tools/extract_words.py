"""Brings the catalogues in ``locale`` up to date with the strings that are marked.

``python tools/extract_words.py`` adds what is new, without a translation, and drops what is gone.
``python tools/extract_words.py fr`` also begins the catalogue of a language that has none yet.
``python tools/extract_words.py --check`` changes nothing and fails if something would change.

Nothing is guessed: a sentence that was changed is a new sentence. No line numbers and no dates
are written, so that a catalogue changes only where words do.
"""

import argparse
import io
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fishbowl import _build  # noqa: E402
from tools.compile_words import DOMAIN, LOCALE, catalogues, read  # noqa: E402

KEYWORDS = {"_": None, "n_": (1, 2), "gettext": None, "ngettext": (1, 2)}
JINJA = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
"""As ``fishbowl.web.wiring`` sets Jinja up, or the blanks in a text would differ."""

KEPT_HEADERS = ("Language:", "Plural-Forms:", "MIME-", "Content-")
WIDTH = 96
BEGUN = "# How this language speaks to people: see docs/translating.md."


class Marked(NamedTuple):
    """A string that a person reads, and the file that has it."""

    file: str
    text: str
    plural: str | None


def in_python() -> Iterator[Marked]:
    """Find what the package marks."""
    for path in sorted((ROOT / "fishbowl").rglob("*.py")):
        with path.open("rb") as file:
            for _line, function, found, _comments in extract_python(file, list(KEYWORDS), [], {}):
                yield from _marked(path, function, found)


def in_templates() -> Iterator[Marked]:
    """Find what the templates mark."""
    for path in sorted((ROOT / "templates").rglob("*.html")):
        with path.open("rb") as file:
            for _line, function, found, _comments in babel_extract(file, list(KEYWORDS), [], JINJA):
                yield from _marked(path, function, found)


def in_scripts() -> Iterator[Marked]:
    """Find what the scripts mark, in what esbuild makes of them."""
    for one in compiled_scripts()["found"]:
        yield Marked(one["file"], one["id"], one["plural"])


def compiled_scripts() -> dict:
    """Give what is marked in the scripts (``found``), and every module compiled (``code``)."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "words.json")
        _build.install()
        _build.node("words.mjs", str(out))
        return json.loads(out.read_text("utf-8"))


def everything() -> Catalog:
    """Collect all that is marked, each string once."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for one in (*in_scripts(), *in_templates(), *in_python()):
        key = (one.text, one.plural) if one.plural else one.text
        found.add(key, locations=[(one.file, 1)])
    return found


def written(language: str, path: Path, marked: Catalog) -> str:
    """Give a catalogue as it should be, what is translated kept."""
    catalogue = read(language, path) if path.exists() else Catalog(locale=language)
    if not path.exists():
        catalogue.header_comment = BEGUN
    catalogue.update(marked, no_fuzzy_matching=True, update_header_comment=False)
    out = io.BytesIO()
    write_po(out, catalogue, width=WIDTH, include_lineno=False, ignore_obsolete=True)
    lines = out.getvalue().decode().splitlines(keepends=True)
    begins = lines.index('msgstr ""\n') + 1
    ends = next(no for no in range(begins, len(lines)) if not lines[no].startswith('"'))
    header = list(_kept(lines[begins:ends]))
    comment = [line for line in lines[:begins] if not line.startswith("#, fuzzy")]
    return "".join([*comment, *header, *lines[ends:]]).rstrip() + "\n"


def _kept(header: list[str]) -> Iterator[str]:
    """Give the header's lines that stay; a long one goes on over several."""
    keeps = begins = True
    for line in header:
        if begins:
            keeps = line[1:].startswith(KEPT_HEADERS)
        if keeps:
            yield line
        begins = line.endswith('\\n"\n')


def _marked(path: Path, function: str, found: object) -> Iterator[Marked]:
    file = path.relative_to(ROOT).as_posix()
    if isinstance(found, str):
        yield Marked(file, found, None)
    elif function in ("n_", "ngettext") and isinstance(found, tuple | list):
        yield Marked(file, found[0], found[1])
    elif isinstance(found, tuple | list) and isinstance(found[0], str):
        yield Marked(file, found[0], None)


def main() -> None:
    """Update, begin or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only tell whether one is behind")
    parser.add_argument("languages", nargs="*", help="languages to begin, such as fr")
    chosen = parser.parse_args()
    check = chosen.check
    marked = everything()
    paths = catalogues()
    for language in chosen.languages:
        paths.setdefault(language, LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po")
    behind = []
    for language, path in paths.items():
        text = written(language, path, marked)
        if path.exists() and path.read_text("utf-8") == text:
            continue
        behind.append(path.relative_to(ROOT).as_posix())
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    if check and behind:
        sys.exit(f"Run `make words`: the strings have changed since {', '.join(behind)}.")


if __name__ == "__main__":
    main()
