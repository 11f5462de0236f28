"""How the kiosk is started from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.__main__ import FAILED, main, parser


def test_a_kiosk_that_was_never_enrolled_says_so_in_one_sentence(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path / "data"), "--windowed"]) == FAILED
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert " / " in said


def test_without_options_it_speaks_vietnamese_on_the_whole_screen() -> None:
    options = parser().parse_args([])
    assert (options.language, options.windowed, options.gallery) == ("vi", False, None)


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--language", "xx"])
    assert "--language" in capsys.readouterr().err


def test_the_remote_control_is_not_shown_to_people() -> None:
    assert "--remote-control" not in parser().format_help()
    assert parser().parse_args(["--remote-control"]).remote_control
