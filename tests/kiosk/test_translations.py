"""The translations are complete, compiled, and of the present source."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "resources" / "translations"
SOURCE = TRANSLATIONS / "kiosk_en.ts"
TOOLS = Path(sys.executable).parent

Message = tuple[str, str]


def messages(file: Path) -> dict[Message, list[str]]:
    """The translations by context and source text."""
    found: dict[Message, list[str]] = {}
    for context in ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


def test_everything_is_translated() -> None:
    assert [message for message, forms in messages(SOURCE).items() if not all(forms)] == []


def test_no_text_of_the_screens_is_missing(tmp_path: Path) -> None:
    files = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "kiosk").rglob("*"))
        if path.suffix in {".py", ".qml"} and "wiring" not in path.parts
    ]
    fresh = tmp_path / "fresh.ts"
    options = ["-locations", "none", "-source-language", "vi", "-target-language", "en", "-ts", str(fresh)]
    subprocess.run([TOOLS / "pyside6-lupdate", *files, *options], cwd=ROOT, check=True, capture_output=True)
    assert set(messages(fresh)) == set(messages(SOURCE))


@pytest.mark.parametrize("message", messages(SOURCE), ids=lambda message: f"{message[0]}-{message[1][:20]}")
def test_the_compiled_file_says_what_the_source_says(message: Message) -> None:
    translator = QTranslator()
    assert translator.load(str(SOURCE.with_suffix(".qm")))
    forms = messages(SOURCE)[message]
    number = 2 if len(forms) > 1 else -1
    assert translator.translate(message[0], message[1], "", number) == forms[-1]


def test_places_for_values_are_the_same_in_both_languages() -> None:
    for (_, source), forms in messages(SOURCE).items():
        for mark in ("%1", "%2", "%n"):
            assert all((mark in form) == (mark in source) for form in forms), source
