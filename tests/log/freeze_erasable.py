"""Adds what new versions of events leave out of their hashes to ``erasable.json``.

``python -m tests.log.freeze_erasable``; what stands there already is never changed.
"""

import json
from pathlib import Path

from fishbowl.domain.session.erasure import erasable_fields
from fishbowl.domain.session.events import EVENT_TYPES

FROZEN = Path(__file__).parent / "erasable.json"


def main() -> None:
    """Write the file, a line for each version."""
    frozen = json.loads(FROZEN.read_text()) if FROZEN.exists() else {}
    for name, kind in EVENT_TYPES.items():
        fields = sorted(kind.__struct_fields__)
        left_out = sorted(erasable_fields(name) & set(fields))
        frozen.setdefault(f"{name} {kind.version}", {"fields": fields, "left_out": left_out})
    lines = (f"{json.dumps(name)}: {json.dumps(frozen[name])}" for name in sorted(frozen))
    FROZEN.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
