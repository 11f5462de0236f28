"""Clips from a recorded voice's folder, their fall-back, and how they are joined."""

from __future__ import annotations

import io
import wave
from array import array
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.board.voice.announcement import PHRASE_GAP, SENTENCE_GAP, WORD_GAP, announcement
from kiosk.board.voice.clips import Clips, open_clips, read_clips
from kiosk.board.voice.settings import VoiceSettings
from kiosk.board.voice.sound import RATE, Sound, as_wav, at_volume, joined, silence
from kiosk.board.voice.spoken_call import SpokenCall
from shared.failures import EnvironmentFailure, Refusal

RECORDED = Sound(array("h", range(100)).tobytes())


def wav(*, channels: int = 1, width: int = 2, rate: int = RATE, frames: int = 100) -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(bytes(channels * width * frames))
    return target.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A recorded voice that has only the word "ba"."""
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "ba.wav").write_bytes(as_wav(RECORDED))
    return tmp_path


def test_a_recorded_clip_is_used_and_the_others_come_from_the_shipped_voice(folder: Path) -> None:
    shipped, clips = read_clips(None), open_clips(folder)
    assert clips.problem is None
    assert clips.sounds["vi/ba"] == RECORDED
    assert {name for name in shipped if clips.sounds[name] != shipped[name]} == {"vi/ba"}


@pytest.mark.parametrize(
    "content", [wav(rate=44100), wav(width=1), wav(width=4), wav(channels=2), b"ID3 this is no wave file at all"]
)
def test_a_clip_in_another_form_is_refused_by_its_name(folder: Path, content: bytes) -> None:
    (folder / "vi" / "bon.wav").write_bytes(content)
    with pytest.raises(EnvironmentFailure, match=r"bon\.wav") as refused:
        read_clips(folder)
    assert refused.value.code == "voice_clip_format"
    assert "bon.wav" in refused.value.sentence.vi
    assert "bon.wav" in refused.value.sentence.en


@pytest.mark.parametrize("content", [b"", wav()[:-50], wav(frames=0)])
def test_a_clip_cut_short_or_empty_is_refused_by_its_name(folder: Path, content: bytes) -> None:
    (folder / "vi" / "bon.wav").write_bytes(content)
    with pytest.raises(EnvironmentFailure, match=r"bon\.wav") as refused:
        read_clips(folder)
    assert refused.value.code == "voice_clip_unreadable"


def test_one_unusable_clip_makes_the_whole_recorded_voice_stand_back(folder: Path) -> None:
    (folder / "vi" / "bon.wav").write_bytes(wav(rate=8000))
    clips = open_clips(folder)
    assert clips.sounds == read_clips(None)
    assert clips.problem is not None
    assert clips.problem.code == "voice_clip_format"


def test_a_folder_that_is_not_there_is_said_and_the_shipped_voice_used(tmp_path: Path) -> None:
    clips = open_clips(tmp_path / "giong_nu")
    assert clips.sounds == read_clips(None)
    assert clips.problem is not None
    assert clips.problem.code == "voice_folder_missing"
    assert "giong_nu" in clips.problem.sentence.vi


def test_clips_are_joined_sample_by_sample_with_equal_gaps() -> None:
    one, two, three = (Sound(array("h", [value] * count).tobytes()) for value, count in ((1, 10), (2, 20), (3, 30)))
    clips = Clips({"one": one, "two": two, "three": three})
    gap = RATE * 20 // 1000
    whole = array("h", clips.assemble(["one", "two", "three"], 20).pcm)
    assert list(whole) == [1] * 10 + [0] * gap + [2] * 20 + [0] * gap + [3] * 30
    assert clips.assemble(["two"], 20) == two
    assert joined([one, two], 0).frames == 30


def test_silence_and_seconds_agree() -> None:
    assert silence(1000).frames == RATE
    assert silence(1500).seconds == pytest.approx(1.5)


def test_volume_scales_every_sample() -> None:
    sound = Sound(array("h", [32767, -32768, 100, 0]).tobytes())
    assert list(array("h", at_volume(sound, 50).pcm)) == [16383, -16384, 50, 0]
    assert list(array("h", at_volume(sound, 0).pcm)) == [0, 0, 0, 0]
    assert at_volume(sound, 100) is sound


def call(label: str = "A015", counter: int = 3) -> SpokenCall:
    return SpokenCall("key", label, counter, datetime(2026, 11, 23, 1, 0, tzinfo=UTC))


def frames(milliseconds: int) -> int:
    return RATE * milliseconds // 1000


def test_an_announcement_is_the_chime_and_the_call_twice() -> None:
    clips = open_clips(None)
    count = {name: sound.frames for name, sound in clips.sounds.items()}
    sentence = (
        count["vi/xin_moi_so"]
        + count["vi/letter_a"]
        + count["vi/muoi_huyen"]
        + count["vi/lam"]
        + count["vi/den_quay_so"]
        + count["vi/ba"]
        + 4 * frames(WORD_GAP)
        + frames(PHRASE_GAP)
    )
    whole = announcement(call(), VoiceSettings(), clips)
    assert whole.frames == count["chime"] + 2 * (frames(SENTENCE_GAP) + sentence)
    assert whole.pcm.startswith(clips.sounds["chime"].pcm)
    assert whole.pcm.endswith(clips.sounds["vi/ba"].pcm)
    assert whole.pcm.count(clips.sounds["vi/xin_moi_so"].pcm) == 2
    assert 5 < whole.seconds < 12


def test_english_follows_the_vietnamese_each_time() -> None:
    clips = open_clips(None)
    pcm = announcement(call(), VoiceSettings(repeats=2, english=True), clips).pcm
    starts = []
    for name in ("vi/xin_moi_so", "en/number"):
        first = pcm.find(clips.sounds[name].pcm)
        starts += [(first, name), (pcm.find(clips.sounds[name].pcm, first + 1), name)]
    assert [name for _, name in sorted(starts)] == ["vi/xin_moi_so", "en/number"] * 2
    assert min(starts)[0] > 0


def test_the_number_of_repetitions_is_a_setting() -> None:
    clips = open_clips(None)
    pcm = announcement(call(), VoiceSettings(repeats=3), clips).pcm
    assert pcm.count(clips.sounds["vi/den_quay_so"].pcm) == 3


def test_an_announcement_of_a_label_without_words_is_refused() -> None:
    with pytest.raises(Refusal):
        announcement(call(label="?"), VoiceSettings(), open_clips(None))
