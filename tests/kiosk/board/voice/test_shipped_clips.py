"""The shipped clips: their form, their loudness, their size, and what the README says of them."""

from __future__ import annotations

import math
import re
from array import array
from pathlib import Path

import pytest

import resources.voice
from kiosk.board.voice.clips import CLIP_NAMES, read_clips
from kiosk.board.voice.sound import RATE, Sound
from resources.voice import make_clips
from resources.voice.clip_words import CHIME, CLIP_WORDS

FOLDER = Path(resources.voice.__file__).parent
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def shipped() -> dict[str, Sound]:
    """All shipped clips; reading them checks rate, width and channels."""
    return read_clips(None)


def samples_of(sound: Sound) -> list[float]:
    return [sample / 32768 for sample in array("h", sound.pcm)]


def loudness(sound: Sound) -> float:
    """Root mean square of the windows of 10 ms that are not near silence, in dB of full scale."""
    samples = samples_of(sound)
    powers = [sum(s * s for s in samples[at : at + 220]) / 220 for at in range(0, len(samples) - 219, 220)]
    voiced = [power for power in powers if power > max(powers) / 20]
    return 10 * math.log10(sum(voiced) / len(voiced))


def test_the_folder_is_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < 3 * MEGABYTE


def test_the_voice_is_made_for_the_rate_of_the_board() -> None:
    assert make_clips.RATE == RATE


def test_no_clip_is_cut_at_its_peaks_and_none_is_faint(shipped: dict[str, Sound]) -> None:
    peaks = {name: max(map(abs, samples_of(sound))) for name, sound in shipped.items()}
    assert {name: peak for name, peak in peaks.items() if not 0.25 < peak < 0.92} == {}


def test_all_words_are_equally_loud(shipped: dict[str, Sound]) -> None:
    levels = {name: loudness(shipped[name]) for name in CLIP_WORDS}
    assert max(levels.values()) - min(levels.values()) < 1.0


def test_clips_begin_and_end_in_silence_without_a_pause(shipped: dict[str, Sound]) -> None:
    for name, sound in shipped.items():
        samples = samples_of(sound)
        assert abs(samples[0]) < 0.001, name
        assert abs(samples[-1]) < 0.001, name
        peak = max(map(abs, samples))
        loud = [place for place, sample in enumerate(samples) if abs(sample) > peak / 50]
        assert loud[0] < 0.03 * RATE, name
        assert name == CHIME or len(samples) - loud[-1] < 0.08 * RATE, name


def test_a_word_lasts_as_long_as_a_word(shipped: dict[str, Sound]) -> None:
    for name, words in CLIP_WORDS.items():
        assert 0.12 < shipped[name].seconds < 0.35 + 0.35 * len(words.split()), name


def test_the_readme_lists_every_clip_with_its_words() -> None:
    listed = dict(re.findall(r"^\| `(\S+)\.wav` \| (.+) \|$", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE))
    assert listed == {CHIME: "–", **CLIP_WORDS}
    assert set(CLIP_NAMES) == set(listed)


def test_making_a_clip_trims_levels_and_softens_it() -> None:
    tone = [0.2 * math.sin(place / 20) for place in range(RATE // 2)]
    quiet = [0.0] * RATE
    made = make_clips.softened(make_clips.levelled(make_clips.trimmed([*quiet, *tone, *quiet])))
    around = round((make_clips.LEAD_SECONDS + make_clips.TAIL_SECONDS) * RATE)
    assert abs(len(made) - len(tone) - around) <= 2
    assert made[0] == made[-1] == 0.0
    assert loudness(Sound(array("h", (round(s * 32767) for s in made)).tobytes())) == pytest.approx(-20, abs=0.5)


def test_the_shipped_chime_is_the_one_the_script_makes(shipped: dict[str, Sound]) -> None:
    made = [round(sample * make_clips.FULL_SCALE) for sample in make_clips.chime()]
    assert max(abs(a - b) for a, b in zip(made, array("h", shipped[CHIME].pcm), strict=True)) <= 1
