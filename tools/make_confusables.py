"""Make ``fishbowl/domain/kernel/confusables.py`` from Unicode's ``confusables.txt`` (UTS #39).

``python tools/make_confusables.py confusables.txt`` writes the module. The file belongs to the
Unicode Character Database, under ``security/``; a new version is needed only when new letters
are. Characters that NFKD already turns into others are left out: names are normalised before the
table is asked.
"""

import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "fishbowl" / "domain" / "kernel" / "confusables.py"
WIDTH = 96
HEAD = '''"""Which characters look like which: made by ``tools/make_confusables.py``, do not edit.

Data: Unicode {version}, ``confusables.txt``, © Unicode, Inc., under the Unicode License V3
(SPDX: Unicode-3.0). Each entry is what a group of characters looks like, a colon, and the group;
code points in hexadecimal, apart by dots.
"""

TABLE = """
'''


def groups(text: str) -> dict[tuple[int, ...], list[int]]:
    """Read the file: what characters look like, and which characters do."""
    found: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for line in text.splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) < 3:
            continue
        source = chr(int(fields[0], 16))
        if unicodedata.normalize("NFKD", source) == source:
            found[tuple(int(code, 16) for code in fields[1].split())].append(ord(source))
    return found


def module(text: str) -> str:
    """Write the module."""
    version = re.search(r"# Version: (\S+)", text)
    entries = (
        f"{'.'.join(f'{code:X}' for code in look)}:{'.'.join(f'{code:X}' for code in sources)}"
        for look, sources in sorted(groups(text).items())
    )
    lines, line = [], ""
    for entry in entries:
        while len(entry) > WIDTH:  # a group of its own in every line
            look, _, sources = entry.partition(":")
            cut = sources.rindex(".", 0, WIDTH - len(look))
            lines.append(f"{look}:{sources[:cut]}")
            entry = f"{look}:{sources[cut + 1 :]}"
        if len(line) + 1 + len(entry) > WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {entry}".strip()
    lines.append(line)
    head = HEAD.format(version=version[1] if version else "")
    return head + "\n".join(filter(None, lines)) + '\n"""\n'


if __name__ == "__main__":
    TARGET.write_text(module(Path(sys.argv[1]).read_text(encoding="utf-8-sig")), encoding="utf-8")
