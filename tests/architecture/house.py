"""Reads the source for the habits of the house: the clock, docstrings, words and places that must not stand in it."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

PRODUCT = ("shared", "kiosk", "counter", "server")
SOURCE = (*PRODUCT, "resources", "installer")
EVERYTHING = (*SOURCE, "tests", "docs", ".ci", ".")
# fmt: off
TEXT_SUFFIXES = frozenset({
    ".py", ".pyi", ".qml", ".toml", ".md", ".txt", ".json", ".tsv", ".csv", ".html", ".css", ".js", ".ini", ".mako",
    ".lock", ".ts", ".svg", ".sh", ".service", ".yml", ".yaml",
})
# fmt: on

CLOCK_FILE = Path("shared/clock.py")
LONGEST_FILE = 400

CLOCK_READINGS = {
    "datetime": frozenset({"now", "utcnow", "today"}),
    "date": frozenset({"today"}),
    "time": frozenset({"time", "time_ns", "sleep", "localtime", "gmtime", "ctime"}),
}
"""Which attributes of which name read the wall clock or wait on it."""

SOMEBODYS_FOLDER = re.compile(
    r"(?<![\w.}:/])(?:/root/|/work/|/home/[a-z]|/Users/[A-Z]|[A-Z]:\\+Users\\)", re.IGNORECASE
)
WEB_ADDRESS = re.compile(r"https?://")
UNWANTED_NAME = "ki-ốt " + "thông minh"


def python_files(root: Path, tops: tuple[str, ...]) -> Iterator[Path]:
    """The Python files of the folders `tops`, relative to `root`, in order."""
    for top in tops:
        yield from (path.relative_to(root) for path in sorted((root / top).rglob("*.py")))


def text_files(root: Path) -> Iterator[Path]:
    """Every text file that people wrote, relative to `root`; of the root itself only what lies there directly."""
    for top in EVERYTHING:
        paths = (root / top).glob("*") if top == "." else (root / top).rglob("*")
        for path in sorted(paths):
            written = path.suffix in TEXT_SUFFIXES or path.parent.name == ".ci"
            if path.is_file() and written and "__pycache__" not in path.parts:
                yield path.relative_to(root)


def clock_readings(root: Path, file: Path) -> Iterator[str]:
    """Where `file` reads the machine's wall clock or sleeps, as `file:line what`."""
    for node in ast.walk(_tree(root, file)):
        if isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if node.attr in CLOCK_READINGS.get(owner, frozenset()):
                yield f"{file}:{node.lineno} {owner}.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            for alias in node.names:
                if alias.name in CLOCK_READINGS["time"]:
                    yield f"{file}:{node.lineno} from time import {alias.name}"


def without_docstring(root: Path, file: Path) -> Iterator[str]:
    """The public functions and classes at the top of `file` that say nothing of themselves, as `file:line name`."""
    for node in _tree(root, file).body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if not node.name.startswith("_") and ast.get_docstring(node) is None:
            yield f"{file}:{node.lineno} {node.name}"


def _tree(root: Path, file: Path) -> ast.Module:
    return ast.parse((root / file).read_bytes(), filename=str(file))


def lines_matching(root: Path, file: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    """The lines of `file` that `pattern` is found in, as `file:line text`."""
    text = unicodedata.normalize("NFC", (root / file).read_text(encoding="utf-8"))
    for number, line in enumerate(text.splitlines(), start=1):
        if pattern.search(line):
            yield f"{file}:{number} {line.strip()[:80]}"
