"""A further language is a file: nothing else of the program knows which languages there are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.language import SHIPPED, Translations
from shared.failures import EnvironmentFailure
from tests.kiosk.citizen import Citizen, before_the_glass

TOOLS = Path(sys.executable).parent
TAY = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tyz" sourcelanguage="vi">
    <context>
        <name>Language</name>
        <message><source>Tiếng Việt</source><translation>Tày</translation></message>
    </context>
    <context>
        <name>HomeScreen</name>
        <message><source>Mời Ông/Bà lấy số thứ tự</source><translation>Xỉnh chài slúc</translation></message>
    </context>
</TS>
"""


@pytest.fixture
def translations(tmp_path: Path) -> Translations:
    """A folder of the office's own with one more language, of which two texts are translated."""
    source = tmp_path / "kiosk_tyz.ts"
    source.write_text(TAY, encoding="utf-8")
    command = [TOOLS / "pyside6-lrelease", str(source), "-qm", str(tmp_path / "kiosk_tyz.qm")]
    subprocess.run(command, check=True, capture_output=True)
    return Translations(tmp_path)


@pytest.fixture
def citizen(qapp: QApplication, translations: Translations) -> Iterator[Citizen]:
    with before_the_glass("vi", translations=translations) as someone:
        yield someone


def test_the_program_brings_vietnamese_and_english() -> None:
    assert [(each.code, each.name) for each in SHIPPED.languages()] == [("vi", "Tiếng Việt"), ("en", "English")]


def test_a_language_added_as_a_file_can_be_touched_by_its_own_name(citizen: Citizen) -> None:
    citizen.touch("languages")
    assert citizen.reads("Tày")
    assert citizen.reads("English")
    citizen.touch("language_tyz")
    assert not citizen.sees("close_languages")
    assert citizen.reads("Xỉnh chài slúc")
    assert citizen.reads("Hộ tịch"), "what is not translated stays Vietnamese"
    citizen.window.shell.start_over()
    citizen.look()
    assert citizen.reads("Mời Ông/Bà lấy số thứ tự")


def test_a_translation_that_cannot_be_read_is_one_sentence(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "kiosk_xx.qm").write_bytes(b"no translation")
    with pytest.raises(EnvironmentFailure) as failed:
        Translations(tmp_path).words_of("xx")
    assert failed.value.code == "translation_missing"
