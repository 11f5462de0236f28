"""How the kiosk is started from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.__main__ import FAILED, main, parser
from kiosk.display import refuse_without_display
from shared.failures import EnvironmentFailure


def test_a_kiosk_that_was_never_enrolled_says_so_in_one_sentence(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path / "data"), "--windowed"]) == FAILED
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert " / " in said


@pytest.mark.parametrize(
    ("environment", "platform", "refused"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ""}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", False),
        ({}, "darwin", False),
    ],
)
def test_without_a_screen_it_says_so(environment: dict[str, str], platform: str, refused: bool) -> None:
    if refused:
        with pytest.raises(EnvironmentFailure, match="no screen"):
            refuse_without_display(environment, platform)
    else:
        refuse_without_display(environment, platform)


def test_without_options_it_speaks_vietnamese_on_the_whole_screen() -> None:
    options = parser().parse_args([])
    assert (options.language, options.windowed, options.gallery) == ("vi", False, None)


def test_an_unknown_language_is_refused(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "xx", "--windowed"]) == FAILED
    assert "“xx”" in capsys.readouterr().err


def test_the_remote_control_is_not_shown_to_people() -> None:
    assert "--remote-control" not in parser().format_help()
    assert parser().parse_args(["--remote-control"]).remote_control
