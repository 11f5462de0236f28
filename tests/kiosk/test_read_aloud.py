"""The screens read aloud: what is said of each, when, and until when."""

from __future__ import annotations

import re

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.gallery import SCENES, Orientation, settle, staged
from kiosk.idle import COUNTDOWN_SECONDS, PATIENCE_SECONDS
from kiosk.language import words_of
from kiosk.read_aloud import Said, as_speech, uppermost_layer
from kiosk.sample_office import CODE, RECEIPT
from kiosk.screen_reader import PAUSE_MILLISECONDS
from tests.kiosk.citizen import Citizen, before_the_glass
from tests.kiosk.walking import WALKS, walked


class Voice:
    """A speech program that keeps what it is given and speaks until it is stopped."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.is_speaking = False
        self.closed = False

    def say(self, text: str, language: str) -> None:
        """Keeps `text`."""
        self.said.append((text, language))
        self.is_speaking = True

    def stop(self) -> None:
        """Falls silent."""
        self.is_speaking = False

    def close(self) -> None:
        """Falls silent for good."""
        self.stop()
        self.closed = True

    @property
    def last(self) -> str:
        """What was said last."""
        return self.said[-1][0] if self.said else ""


def listening(citizen: Citizen) -> Voice:
    """Switches read-aloud on in the help, as a citizen does, and goes back."""
    voice = Voice()
    citizen.window.offer_reading_aloud(voice)
    citizen.touch("help")
    citizen.touch("read_aloud")
    citizen.touch("close_help")
    wait(citizen)
    return voice


def wait(citizen: Citizen) -> None:
    """Until a screen that has stood still is read."""
    QTest.qWait(PAUSE_MILLISECONDS + 60)
    citizen.look()


@pytest.mark.parametrize(("language", "orientation"), WALKS)
def test_every_screen_says_something_once_and_leaves_no_figure_to_the_program(
    qapp: QApplication, language: str, orientation: Orientation
) -> None:
    found = []
    for scene, screen in walked(language, orientation).items():
        said = screen["said"]
        speech = as_speech(said, words_of(language))
        controls = [each.text for each in said if each.kind != "text"]
        if not said or re.search("[0-9]", speech) or len(controls) != len(set(controls)):
            found.append((scene, speech))
    assert found == []


def test_the_words_stand_in_the_order_of_reading_with_each_role_named_once() -> None:
    said = (
        Said("text", "Đang chờ 7 người"),
        Said("choice", "Người cao tuổi", chosen=True),
        Said("choice", "Người khuyết tật"),
        Said("button", "Lấy số"),
        Said("button", "Trang chủ"),
    )
    assert as_speech(said, words_of("vi")) == (
        "Đang chờ bảy người. Lựa chọn. Người cao tuổi, đang chọn. Người khuyết tật. Nút bấm. Lấy số. Trang chủ."
    )
    assert "Choices. Người cao tuổi, chosen." in as_speech(said, words_of("en"))


@pytest.mark.parametrize(
    ("scene", "secret"),
    [("staff_pin", "•"), ("dossier_entry", "hai sáu"), ("rate_entry", "A"), ("dossier_progress", "H")],
)
def test_pins_and_codes_are_never_said(qapp: QApplication, scene: str, secret: str) -> None:
    with staged("vi", "portrait", "normal") as stage:
        SCENES[scene](stage)
        settle()
        stage.window.view.grabWindow()
        said = uppermost_layer(stage.window.view.rootObject()).said
    speech = as_speech(said, words_of("vi"))
    assert secret not in speech.split()
    assert all(each.text != secret and CODE not in each.text for each in said)


def test_what_is_hidden_below_a_sheet_is_not_said(vietnamese: Citizen) -> None:
    vietnamese.touch("help")
    texts = [each.text for each in uppermost_layer(vietnamese.window.view.rootObject()).said]
    assert texts[0] == "Trợ giúp"
    assert "Đã hiểu" in texts
    assert "Tra cứu hồ sơ" not in texts


def test_without_a_speech_program_nothing_is_offered(vietnamese: Citizen) -> None:
    vietnamese.touch("help")
    assert not vietnamese.sees("read_aloud")
    vietnamese.window.shell.toggle_read_aloud()
    assert not vietnamese.window.shell.state.read_aloud


def test_a_new_screen_is_read_once_it_has_stood_and_a_touch_is_silence(vietnamese: Citizen) -> None:
    voice = listening(vietnamese)
    assert "Mời Ông Bà lấy số thứ tự" in voice.last
    vietnamese.touch("line_A")
    assert not voice.is_speaking
    wait(vietnamese)
    assert voice.last.startswith("A. Lấy số thứ tự. Hộ tịch")
    assert voice.is_speaking
    vietnamese.touch("priority_elderly")
    assert not voice.is_speaking


def test_on_the_same_screen_only_what_is_new_is_read(vietnamese: Citizen) -> None:
    voice = listening(vietnamese)
    vietnamese.touch("line_A")
    wait(vietnamese)
    before = len(voice.said)
    vietnamese.window.shell.tick()
    vietnamese.window.refresh()
    wait(vietnamese)
    assert len(voice.said) == before
    vietnamese.office.range_used_up = True
    vietnamese.touch("confirm_number")
    wait(vietnamese)
    assert "Máy lấy số đã phát hết số" in voice.last
    assert "Hộ tịch" not in voice.last


def test_the_help_reads_a_screen_again(vietnamese: Citizen) -> None:
    voice = listening(vietnamese)
    before = voice.last
    vietnamese.touch("help")
    wait(vietnamese)
    assert voice.last.startswith("Trợ giúp.")
    vietnamese.touch("close_help")
    wait(vietnamese)
    assert voice.last == before


def test_another_screen_is_silence_at_once_and_another_language_is_read_anew(vietnamese: Citizen) -> None:
    voice = listening(vietnamese)
    vietnamese.window.shell.scanned(RECEIPT)
    vietnamese.look()
    assert not voice.is_speaking
    vietnamese.touch("go_home")
    vietnamese.touch("language_en")
    wait(vietnamese)
    assert "Please take a number" in voice.last
    assert voice.said[-1][1] == "en"


def test_the_next_citizen_finds_it_silent_and_it_can_be_switched_off(vietnamese: Citizen) -> None:
    voice = listening(vietnamese)
    vietnamese.window.shell.start_over()
    vietnamese.look()
    assert not voice.is_speaking
    before = len(voice.said)
    vietnamese.touch("line_A")
    wait(vietnamese)
    assert len(voice.said) == before
    vietnamese.touch("help")
    vietnamese.touch("read_aloud")
    assert vietnamese.window.shell.state.read_aloud
    vietnamese.touch("read_aloud")
    wait(vietnamese)
    assert len(voice.said) == before


def test_who_listens_is_not_asked_whether_anybody_is_there(vietnamese: Citizen) -> None:
    voice = listening(vietnamese)
    vietnamese.touch("line_A")
    wait(vietnamese)
    tick(vietnamese, PATIENCE_SECONDS + 5)
    assert not vietnamese.sees("stay_here")
    voice.stop()
    tick(vietnamese, PATIENCE_SECONDS)
    wait(vietnamese)
    assert "còn ở đây" in voice.last
    tick(vietnamese, COUNTDOWN_SECONDS)
    assert vietnamese.sees("line_A")
    assert not vietnamese.window.shell.state.read_aloud


def tick(citizen: Citizen, seconds: int) -> None:
    """Nobody touches the glass for so long."""
    for _ in range(seconds):
        citizen.window.idle.tick()
    citizen.look()


def test_the_voice_goes_with_the_window(qapp: QApplication) -> None:
    with before_the_glass("vi") as citizen:
        voice = listening(citizen)
    assert voice.closed
