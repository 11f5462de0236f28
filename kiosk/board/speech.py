"""Which calls are to be spoken, and how the office's rules become settings of the voice. No sound, no Qt."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.board.ports import BoardView, Call
from kiosk.board.voice.settings import VoiceSettings
from shared.domain.office_record import BoardRules

TOO_OLD = timedelta(seconds=90)
"""A call that reaches the board later than this is shown and not spoken: the citizen has gone, or stands there."""


def to_speak(known: Set[str], view: BoardView, now: datetime) -> tuple[Call, ...]:
    """The calls that are new here and still matter, in the order in which they were called."""
    fresh = (call for call in view.called if call.key not in known and now - call.at <= TOO_OLD)
    return tuple(sorted(fresh, key=lambda call: call.at))


def voice_settings(rules: BoardRules, clips_folder: Path | None) -> VoiceSettings:
    """The voice as the office wants it; the last volume stands of those that begin at the same time."""
    volumes = {volume.start: volume.percent for volume in rules.volumes}
    if not volumes:
        return VoiceSettings(repeats=rules.repeats, english=rules.english, clips_folder=clips_folder)
    return VoiceSettings(rules.repeats, rules.english, tuple(sorted(volumes.items())), clips_folder)
