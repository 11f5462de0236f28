"""Makes the clips anew: run by hand with espeak-ng (1.51 made the shipped ones), never by the programs.

    python -m resources.voice.make_clips [FOLDER]

Without FOLDER the clips beside this file are replaced. Only words are given to espeak-ng, never figures: it reads 15 as
"mười năm". Each clip loses the silence around it, gets the same loudness as the others and soft ends. The same version
of espeak-ng gives the same bytes each time.
"""

from __future__ import annotations

import argparse
import math
import shutil
import subprocess
import tempfile
import wave
from array import array
from pathlib import Path

from resources.voice.clip_words import CHIME, CLIP_WORDS

RATE = 22050
FULL_SCALE = 32767
SPEECH_LEVEL = 0.1  # of full scale, root mean square of the spoken part
HIGHEST_PEAK = 0.9
SILENCE_BEFORE = 0.012  # below this share of its peak a clip has not begun: "f" begins softly
SILENCE_AFTER = 0.03  # and is over: the final "t" of "một" is closed, not released
LEAD_SECONDS = 0.006
TAIL_SECONDS = 0.020
WINDOW = RATE // 100

WORDS_PER_MINUTE = {"vi": "150", "en": "180"}
VOICES = {"vi": "vi", "en": "en-gb"}
SPELT_FOR_ESPEAK = {
    "vi/letter_j": "di",  # it takes a "gi" alone for the consonant
    "en/and": "[[@nd]]",  # the weak form of running speech
}

CHIME_TONES = ((659.26, 0.0), (523.25, 0.42))  # E5, then C5: hertz, and seconds from the start
CHIME_OVERTONES = ((1.0, 1.0), (2.0, 0.28), (3.0, 0.08))  # multiple of the tone, and its share
CHIME_SECONDS = 1.5
CHIME_FADE = 0.32  # seconds in which a tone falls to 37 %
CHIME_ATTACK = 0.008
CHIME_PEAK = 0.45

Samples = list[float]
"""Samples from -1 to 1."""


def spoken(espeak: str, language: str, words: str, folder: Path) -> Samples:
    """The `words` as espeak-ng says them, untreated."""
    target = folder / "spoken.wav"
    command = [espeak, "-v", VOICES[language], "-s", WORDS_PER_MINUTE[language], "-w", str(target), words]
    subprocess.run(command, check=True)  # noqa: S603  # every argument is a constant of this folder
    with wave.open(str(target), "rb") as file:
        if (file.getframerate(), file.getsampwidth(), file.getnchannels()) != (RATE, 2, 1):
            raise SystemExit("espeak-ng wrote another format than 22050 Hz, 16 bit, mono")
        return [sample / FULL_SCALE for sample in array("h", file.readframes(file.getnframes()))]


def trimmed(samples: Samples) -> Samples:
    """`samples` without the silence around them, but for a moment before and after."""
    peak = max(map(abs, samples))
    begins = next(place for place, sample in enumerate(samples) if abs(sample) >= SILENCE_BEFORE * peak)
    ends = max(place for place, sample in enumerate(samples) if abs(sample) >= SILENCE_AFTER * peak)
    return samples[max(0, begins - round(LEAD_SECONDS * RATE)) : ends + 1 + round(TAIL_SECONDS * RATE)]


def levelled(samples: Samples) -> Samples:
    """`samples` at the loudness of all clips, measured over their louder windows; no peak above the highest."""
    windows = [samples[start : start + WINDOW] for start in range(0, len(samples), WINDOW)]
    powers = [sum(sample * sample for sample in window) / len(window) for window in windows]
    voiced = [power for power in powers if power >= 0.05 * max(powers)]
    factor = SPEECH_LEVEL / math.sqrt(sum(voiced) / len(voiced))
    factor = min(factor, HIGHEST_PEAK / max(map(abs, samples)))
    return [sample * factor for sample in samples]


def softened(samples: Samples) -> Samples:
    """`samples` with ends that rise from and fall to nothing, so that joins do not click."""
    lead, tail = round(LEAD_SECONDS * RATE), round(TAIL_SECONDS * RATE)
    last = len(samples) - 1
    return [sample * min(1.0, place / lead, (last - place) / tail) for place, sample in enumerate(samples)]


def chime() -> Samples:
    """Two calm falling tones, made from sines."""
    samples = [0.0] * round(CHIME_SECONDS * RATE)
    for hertz, start in CHIME_TONES:
        for place in range(round(start * RATE), len(samples)):
            seconds = place / RATE - start
            loudness = min(1.0, seconds / CHIME_ATTACK) * math.exp(-seconds / CHIME_FADE)
            samples[place] += loudness * sum(
                share * math.sin(math.tau * hertz * multiple * seconds) for multiple, share in CHIME_OVERTONES
            )
    factor = CHIME_PEAK / max(map(abs, samples))
    return softened([sample * factor for sample in samples])


def write(path: Path, samples: Samples) -> None:
    """Writes `samples` as a WAV of 16 bit, mono, 22050 Hz."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array("h", (round(sample * FULL_SCALE) for sample in samples)).tobytes())


def main() -> None:
    """Makes every clip and the chime."""
    parser = argparse.ArgumentParser(description="Makes the clips of the voice with espeak-ng.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent)
    folder = parser.parse_args().folder
    espeak = shutil.which("espeak-ng")
    if espeak is None:
        raise SystemExit("espeak-ng is not installed")
    with tempfile.TemporaryDirectory() as scratch:
        for name, words in CLIP_WORDS.items():
            language = name.split("/")[0]
            said = spoken(espeak, language, SPELT_FOR_ESPEAK.get(name, words), Path(scratch))
            write(folder / f"{name}.wav", softened(levelled(trimmed(said))))
    write(folder / f"{CHIME}.wav", chime())


if __name__ == "__main__":
    main()
