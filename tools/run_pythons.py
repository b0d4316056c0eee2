"""Runs the unit tests on every Python that ``pyproject.toml`` lists and this machine has.

Each version gets an environment in ``.venv-pythons/``, which later runs use again. The tests that
are run need no browser and no built front end. The exit code is 0 if all versions that were found
pass; versions that were not found are listed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv-pythons"
TESTS = (
    "tests/domain", "tests/harvest", "tests/views", "tests/log", "tests/logs", "tests/services",
)  # fmt: skip
"""Of the tests, those that depend on Python and the libraries alone."""
PYTEST = ("pytest", "pytest-xdist", "hypothesis", "requests", "websocket-client")
"""What the tests need beside the dependencies of the package."""
LOCKED = ROOT / "requirements" / "test.txt"
LOCKED_LINE = re.compile(r"([a-z0-9-]+==[^\s;]+)")
CLASSIFIER = re.compile(r"Programming Language :: Python :: (3\.\d+)$")


def main(arguments: list[str]) -> int:
    """Run the tests on each version, one after the other.

    :param arguments: further arguments of pytest.
    :return: the exit code.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    results: dict[str, str] = {}
    for version in versions(project["classifiers"]):
        python = find_python(version)
        if python is None:
            results[version] = "not found"
            continue
        print(f"Python {version}: {python}", flush=True)
        passed = _install(version, python, project["dependencies"]) and _test(version, arguments)
        results[version] = "passed" if passed else "failed"
    for version, result in results.items():
        print(f"Python {version}: {result}")
    return 1 if "failed" in results.values() else 0


def versions(classifiers: list[str]) -> list[str]:
    """The minor versions that the classifiers list, in their order."""
    return [found[1] for line in classifiers if (found := CLASSIFIER.match(line))]


def find_python(version: str) -> str | None:
    """The interpreter of a minor version: on the path, or one that pyenv has installed."""
    roots = [Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"]
    installed = [path for root in roots for path in sorted(root.glob(f"{version}.*/bin/python3"))]
    on_path = shutil.which(f"python{version}")
    candidates = [*map(str, reversed(installed)), *([on_path] if on_path else [])]
    return next((path for path in candidates if _has_version(path, version)), None)


def locked_versions() -> list[str]:
    """The locked versions as constraints without hashes.

    The lock file is for the oldest Python, and another one may need packages that are not in it.
    """
    files = sorted(LOCKED.parent.glob("*.txt"))
    lines = {line for path in files for line in path.read_text(encoding="utf-8").splitlines()}
    return sorted({found[1] for line in lines if (found := LOCKED_LINE.match(line))})


def _has_version(path: str, version: str) -> bool:
    """Whether an interpreter starts and has this version; a shim of pyenv may do neither."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    ran = subprocess.run([path, "-c", code], capture_output=True, text=True, check=False)
    return ran.returncode == 0 and ran.stdout.strip() == version


def _install(version: str, python: str, dependencies: list[str]) -> bool:
    """Make the environment of a version, unless it is complete."""
    folder = FOLDER / version
    done = folder / "installed"
    newest = max(path.stat().st_mtime for path in (ROOT / "pyproject.toml", LOCKED))
    if done.is_file() and done.stat().st_mtime > newest:
        return True
    FOLDER.mkdir(exist_ok=True)
    constraints = FOLDER / "constraints.txt"
    constraints.write_text("\n".join(locked_versions()) + "\n", encoding="utf-8")
    pinned = {"PIP_CONSTRAINT": str(constraints)}
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    for command in ([python, "-m", "venv", "--clear", str(folder)], [*pip, *dependencies, *PYTEST]):
        if subprocess.run(command, env={**os.environ, **pinned}, check=False).returncode:
            return False
    done.touch()
    return True


def _test(version: str, arguments: list[str]) -> bool:
    """Run the tests; they, and the tools that they start, import the package from this folder."""
    command = [str(FOLDER / version / "bin" / "python"), "-m", "pytest", "-q", "-n", "2"]
    command += ["-p", "no:cacheprovider", *TESTS, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
