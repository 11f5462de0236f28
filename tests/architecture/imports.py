"""Reads every import of the project with `ast` and says which ones break the rules of who may import whom."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("kiosk", "counter", "server")
OUR_OWN = ("shared", *PROGRAMS, "resources", "installer", "tests")

ANYBODY = frozenset({"shared.failures", "shared.clock"})
"""What every room may import; these two import the standard library only."""

FACTS = frozenset({"shared.domain", "shared.identities", "shared.calendar_source"})
"""The domain and the two modules that feed it identities and holidays: for the rooms that write or read facts."""

SCREENS = FACTS | frozenset({"shared.documents", "shared.devices", "shared.qt", "resources"})
WIRING = frozenset({"shared.journal", "shared.scans", "shared.actions", "shared.replication"})

MAY_IMPORT: dict[str, frozenset[str]] = {
    "shared.__init__": frozenset(),
    "shared.failures": frozenset(),
    "shared.clock": frozenset(),
    "shared.durable_names": frozenset(),
    "shared.domain": frozenset(),
    "shared.identities": frozenset({"shared.domain"}),
    "shared.calendar_source": frozenset({"shared.domain"}),
    "shared.journal": FACTS | {"shared.durable_names"},
    "shared.scans": FACTS | {"shared.journal", "shared.durable_names"},
    "shared.actions": FACTS | {"shared.journal", "shared.scans"},
    "shared.replication": FACTS | {"shared.journal", "shared.scans"},
    "shared.documents": frozenset({"shared.domain", "shared.devices", "resources"}),
    "shared.devices": frozenset({"shared.domain", "shared.documents", "shared.durable_names", "resources"}),
    "shared.qt": FACTS | {"resources"} | WIRING,
    "kiosk": SCREENS,
    "kiosk wiring": SCREENS | WIRING,
    "counter": SCREENS,
    "counter wiring": SCREENS | WIRING,
    "server": FACTS | {"shared.documents", "shared.devices", "shared.durable_names", "resources"} | WIRING,
    "resources": FACTS,
}
"""Which rooms a room may import, besides itself and `ANYBODY`."""

STANDARD_LIBRARY_ONLY = frozenset(
    {"shared.failures", "shared.clock", "shared.durable_names", "shared.domain", "installer"}
)
QT = "PySide6"
QT_ROOMS = frozenset({"shared.qt", "kiosk", "kiosk wiring", "counter", "counter wiring"})
HTTP_CLIENT = "requests"
HTTP_CLIENT_FILE = Path("shared/replication/http_transport.py")


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name: the file it stands in (relative to the root), its line, and the dotted name in full."""

    file: Path
    line: int
    name: str


@dataclass(frozen=True, slots=True)
class Offence:
    """One import that breaks a rule, and the rule in words."""

    found: Import
    rule: str

    def __str__(self) -> str:
        return f"{self.found.file}:{self.found.line} imports {self.found.name}: {self.rule}"


def imports_of(root: Path, file: Path) -> Iterator[Import]:
    """Every import in `root / file`, wherever it stands (in functions and under TYPE_CHECKING too)."""
    tree = ast.parse((root / file).read_bytes(), filename=str(file))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(file, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(file, node)
            yield from (Import(file, node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and (name := _imported_by_call(node)) is not None:
            yield Import(file, node.lineno, name)


def _absolute(file: Path, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    package = file.parent.parts[: len(file.parent.parts) - (node.level - 1)]
    return ".".join([*package, *([node.module] if node.module else [])])


def _imported_by_call(node: ast.Call) -> str | None:
    called = ast.unparse(node.func)
    if called not in {"__import__", "import_module", "importlib.import_module"} or not node.args:
        return None
    name = node.args[0]
    return name.value if isinstance(name, ast.Constant) and isinstance(name.value, str) else None


def room_of_file(file: Path) -> str | None:
    """The room a file belongs to, or nothing for tests and the demonstration, which may import everything."""
    parts = file.with_suffix("").parts
    if parts[0] == "shared":
        return ".".join(parts[:2])
    if parts[0] in {"kiosk", "counter"}:
        return f"{parts[0]} wiring" if "wiring" in parts[1:2] else parts[0]
    if parts[0] == "installer":
        return "installer" if len(parts) == 2 else None
    return parts[0] if parts[0] in {"server", "resources"} else None


def room_of_name(name: str) -> str | None:
    """The room of a dotted name of ours, or nothing for the standard library and other people's packages."""
    parts = name.split(".")
    if parts[0] not in OUR_OWN:
        return None
    return ".".join(parts[:2]) if parts[0] == "shared" else parts[0]


def offences(root: Path) -> list[Offence]:
    """All imports below `root` that break a rule, in the order of the files."""
    found: list[Offence] = []
    for top in ("shared", *PROGRAMS, "resources", "installer"):
        for path in sorted((root / top).rglob("*.py")):
            for one in imports_of(root, path.relative_to(root)):
                found.extend(Offence(one, rule) for rule in _broken_rules(one))
    return found


def _broken_rules(one: Import) -> Iterator[str]:
    room = room_of_file(one.file)
    if room is None:
        return
    package = one.name.split(".")[0]
    if room in STANDARD_LIBRARY_ONLY and package not in OUR_OWN and package not in sys.stdlib_module_names:
        yield f"{room} imports the standard library only"
    if package == QT and room not in QT_ROOMS:
        yield "only shared/qt, kiosk and counter import Qt"
    if package == HTTP_CLIENT and room != "installer" and one.file != HTTP_CLIENT_FILE and room != "server":
        yield f"only {HTTP_CLIENT_FILE.as_posix()} speaks HTTP"
    yield from _broken_between_rooms(room, one)


def _broken_between_rooms(room: str, one: Import) -> Iterator[str]:
    target = room_of_name(one.name)
    if target is None or target in ANYBODY or target == room.removesuffix(" wiring"):
        return
    if room == "installer":
        yield "the set-up runs before anything else of the project can be imported"
    elif room not in MAY_IMPORT:
        yield f"{room} is a room without a rule; give it one in tests/architecture/imports.py"
    elif target in WIRING and room in {"kiosk", "counter"}:
        yield f"in {room} only wiring imports {target}"
    elif target not in MAY_IMPORT[room]:
        yield f"{room} may not import {target}"
