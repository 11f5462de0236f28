"""The lock pins everything the project asks for, by version and by hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PINNED = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def canonical(requirement: str) -> str:
    """The name of a requirement as the lock writes it."""
    name = re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def entries() -> dict[str, str]:
    """The lock's entries: the name and all that stands up to the next one."""
    text = (ROOT / "installer" / "requirements.lock").read_text(encoding="utf-8")
    starts = list(PINNED.finditer(text))
    ends = [*(match.start() for match in starts[1:]), len(text)]
    return {canonical(match["name"]): text[match.start() : end] for match, end in zip(starts, ends, strict=True)}


def test_the_lock_pins_every_dependency_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {canonical(item) for item in project["dependencies"] + project["optional-dependencies"]["test"]}
    assert wanted - entries().keys() == set()


def test_every_entry_of_the_lock_has_a_hash() -> None:
    assert [name for name, entry in entries().items() if not HASH.search(entry)] == []


def test_every_line_of_the_lock_that_names_a_package_pins_one_version() -> None:
    lines = (ROOT / "installer" / "requirements.lock").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert [line for line in named if not PINNED.match(line)] == []
