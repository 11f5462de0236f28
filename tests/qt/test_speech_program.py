"""A speech program beside the window: found or not, fed on its standard input, silenced at once."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.qt.speech_program import SpeechCommand, SpeechProgram, find_speech_program

LISTENS = """#!{python}
import pathlib, sys
heard = pathlib.Path(__file__).parent / "heard"
heard.write_text(" ".join(sys.argv[1:]) + "|" + sys.stdin.read(), encoding="utf-8")
"""
NEVER_ENDS = """#!{python}
import pathlib, signal, sys
if "--cancel" in sys.argv:
    (pathlib.Path(__file__).parent / "cancelled").touch()
else:
    sys.stdin.read()
    (pathlib.Path(__file__).parent / "speaking").touch()
    signal.pause()
"""


def program(folder: Path, source: str) -> str:
    """A program of the machine made for the test."""
    path = folder / "speaks"
    path.write_text(source.format(python=sys.executable), encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.parametrize(
    ("installed", "found"),
    [
        (["espeak-ng", "spd-say"], SpeechCommand("/bin/espeak-ng", through_dispatcher=False)),
        (["spd-say"], SpeechCommand("/bin/spd-say", through_dispatcher=True)),
        ([], None),
    ],
)
def test_the_program_of_the_machine_is_found(installed: list[str], found: SpeechCommand | None) -> None:
    assert find_speech_program(lambda name: f"/bin/{name}" if name in installed else None) == found


def test_the_text_goes_to_the_standard_input_in_its_language(qtbot: QtBot, tmp_path: Path) -> None:
    speech = SpeechProgram(SpeechCommand(program(tmp_path, LISTENS), through_dispatcher=False))
    with qtbot.waitSignal(speech.fell_silent, timeout=5000):
        speech.say("Mời số A mười lăm.", "vi")
        assert speech.is_speaking
    assert (tmp_path / "heard").read_text(encoding="utf-8") == "-v vi -s 150 --stdin|Mời số A mười lăm.\n"
    assert not speech.is_speaking


def test_a_stop_is_silence_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    speech = SpeechProgram(SpeechCommand(program(tmp_path, NEVER_ENDS), through_dispatcher=False))
    speech.say("Một hai ba", "vi")
    qtbot.waitUntil((tmp_path / "speaking").exists, timeout=5000)
    with qtbot.waitSignal(speech.fell_silent, timeout=1000):
        speech.stop()
    assert not speech.is_speaking
    speech.stop()
    speech.close()


def test_a_dispatcher_is_told_to_be_silent(qtbot: QtBot, tmp_path: Path) -> None:
    speech = SpeechProgram(SpeechCommand(program(tmp_path, NEVER_ENDS), through_dispatcher=True))
    speech.say("Một hai ba", "vi")
    qtbot.waitUntil((tmp_path / "speaking").exists, timeout=5000)
    speech.close()
    qtbot.waitUntil((tmp_path / "cancelled").exists, timeout=5000)


def test_a_new_text_takes_the_place_of_the_old(qtbot: QtBot, tmp_path: Path) -> None:
    speech = SpeechProgram(SpeechCommand(program(tmp_path, LISTENS), through_dispatcher=False))
    speech.say("Một", "vi")
    speech.say("Two", "en")
    qtbot.waitUntil(lambda: not speech.is_speaking, timeout=5000)
    assert (tmp_path / "heard").read_text(encoding="utf-8") == "-v en-gb -s 150 --stdin|Two\n"
    speech.close()


def test_a_program_that_is_gone_is_silence(qtbot: QtBot, tmp_path: Path) -> None:
    speech = SpeechProgram(SpeechCommand(str(tmp_path / "gone"), through_dispatcher=False))
    speech.say("Một", "vi")
    qtbot.waitUntil(lambda: not speech.is_speaking, timeout=5000)
    speech.close()
