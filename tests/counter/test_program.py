"""The command line, the gallery, the translation."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from importlib.resources import files
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter import gallery
from counter.__main__ import FAILED, main, parser
from counter.language import Language
from counter.scenes.reception import filled_form
from counter.scenes.sign_in import sign_in_page
from counter.words import translate

ROOT = Path(__file__).resolve().parents[2]


def test_help_shows_the_options_and_hides_the_remote_control() -> None:
    shown = parser().format_help()
    for option in ("--data", "--server", "--enrol", "--prints", "--gallery", "--language"):
        assert option in shown
    assert "--remote-control" not in shown


def test_a_folder_that_cannot_be_written_is_one_sentence_and_a_failure(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["--gallery", str(tmp_path / "file")]) == FAILED
    assert "Không ghi được vào thư mục" in capsys.readouterr().err


def test_a_machine_that_is_not_enrolled_is_told_what_to_do(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "counter", "--data", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert run.returncode == FAILED
    assert "--enrol" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1


def test_the_gallery_draws_each_screen_in_each_language_and_manner(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gallery, "SCREENS", (sign_in_page, filled_form))
    assert main(["--gallery", str(tmp_path)]) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert len(names) == 16
    assert {"filled_form-en-large-1366x768.png", "filled_form-vi-contrast-1366x768.png"} <= names
    assert "16 ảnh / pictures" in capsys.readouterr().out


def test_every_sentence_has_its_english() -> None:
    tree = ElementTree.parse(str(files("resources") / "translations" / "counter_en.ts"))
    unfinished = [
        message.findtext("source")
        for message in tree.iter("message")
        for translation in [message.find("translation")]
        if translation is None or not translation.text or translation.get("type")
    ]
    assert unfinished == []


def test_every_place_in_a_sentence_is_kept_in_english() -> None:
    tree = ElementTree.parse(str(files("resources") / "translations" / "counter_en.ts"))
    for message in tree.iter("message"):
        source, english = message.findtext("source") or "", message.findtext("translation") or ""
        assert sorted(_places(source)) == sorted(_places(english)), source


def _places(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]


def test_the_language_is_exchanged_while_the_program_runs(qtbot: QtBot) -> None:
    language = Language("vi")
    assert translate("QueueDesk", "Gọi tiếp") == "Gọi tiếp"
    language.use("en")
    assert translate("QueueDesk", "Gọi tiếp") == "Call next"
    language.use("fr")
    assert language.code == "vi"
    assert translate("QueueDesk", "Gọi tiếp") == "Gọi tiếp"
