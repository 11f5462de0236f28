"""One announcement from the chime to the last repetition, as one sound that nothing can cut into."""

from __future__ import annotations

from itertools import chain, repeat

from kiosk.board.voice.clips import Clips
from kiosk.board.voice.settings import VoiceSettings
from kiosk.board.voice.sound import Sound, joined
from kiosk.board.voice.spoken_call import Phrase, SpokenCall, english_call, vietnamese_call
from resources.voice.clip_words import CHIME

WORD_GAP = 20
"""Milliseconds between the words of a phrase; each clip has soft ends of its own besides."""
PHRASE_GAP = 220
"""Milliseconds where the sentence has its comma."""
SENTENCE_GAP = 650
"""Milliseconds between sentences, and after the chime."""


def announcement(call: SpokenCall, settings: VoiceSettings, clips: Clips) -> Sound:
    """The chime, then the call as often as the settings say, Vietnamese first, English after it if wanted.

    Refusal `cannot_be_read_out` when the label or the counter's number has no words.
    """
    sentences = [vietnamese_call(call.label, call.counter_number)]
    if settings.english:
        sentences.append(english_call(call.label, call.counter_number))
    said = [_sentence(phrases, clips) for phrases in sentences]
    return joined(
        [clips.sounds[CHIME], *chain.from_iterable(repeat(said, settings.repeats))],
        SENTENCE_GAP,
    )


def _sentence(phrases: tuple[Phrase, ...], clips: Clips) -> Sound:
    return joined([clips.assemble(phrase, WORD_GAP) for phrase in phrases], PHRASE_GAP)
