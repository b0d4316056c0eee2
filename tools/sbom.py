"""Lists what the product consists of, as CycloneDX: ``make sbom`` writes into ``dist/``.

``fishbowl-VERSION-python.cdx.json`` has what a server runs with, ``…-npm.cdx.json`` what the front
end is built from. Both are made from the locks, so nothing is asked for and nothing installed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fishbowl import __version__, _build  # noqa: E402

OUTPUT = ROOT / "dist"
SPEC = "1.6"


def main() -> None:
    """Write both lists and say where they are."""
    OUTPUT.mkdir(exist_ok=True)
    for kind, listed in (("python", python()), ("npm", npm())):
        path = OUTPUT / f"fishbowl-{__version__}-{kind}.cdx.json"
        path.write_text(json.dumps(named(listed), indent=2) + "\n", encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {len(listed['components'])} components")


def named(listed: dict[str, Any]) -> dict[str, Any]:
    """Say of which product and version a list is."""
    about = listed.setdefault("metadata", {}).setdefault("component", {})
    about.update(type="application", name="fishbowl", version=__version__)
    about.setdefault("bom-ref", "fishbowl")
    return listed


def python() -> dict[str, Any]:
    """List ``requirements/run.txt``, with the hashes."""
    return _ran(
        sys.executable, "-m", "cyclonedx_py", "requirements", f"--spec-version={SPEC}",
        "--output-reproducible", "--output-format=JSON", str(ROOT / "requirements" / "run.txt"),
    )  # fmt: skip


def npm() -> dict[str, Any]:
    """List what ``static/package-lock.json`` has for the built front end, without linters.

    npm asks for a version, which the front end has from the package around it.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            told = json.loads((_build.STATIC / name).read_text(encoding="utf-8"))
            told["version"] = __version__
            if "packages" in told:
                told["packages"][""]["version"] = __version__
            Path(folder, name).write_text(json.dumps(told), encoding="utf-8")
        return _ran(
            str(_build.find_node()), str(_build.npm_script()), "sbom", "--package-lock-only",
            "--sbom-format=cyclonedx", "--sbom-type=application", "--omit=dev",
            folder=Path(folder),
        )  # fmt: skip


def _ran(*command: str, folder: Path = ROOT) -> dict[str, Any]:
    """Run a program and read the JSON that it prints.

    :raises SystemExit: it failed, and has said why.
    """
    path = f"{_build.find_node().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, env={**os.environ, "PATH": path}
    )
    if done.returncode:
        sys.exit(f"{command[1]} failed")
    listed: dict[str, Any] = json.loads(done.stdout)
    return listed


if __name__ == "__main__":
    main()
