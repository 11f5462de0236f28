"""How the kiosk was started: the command line as a value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KioskOptions:
    """What the command line says.

    `data`: the folder of its database; `printer`: its address (`shared.devices.printer_address`); `server_url` and
    `enrolment_code` let it in at its first start; `screen` counts from 0; `board_screen`: the screen for a call board
    beside the kiosk, or None; `sound`: the folder that spoken calls go to instead of the loudspeaker, or None;
    `translations`: a folder with languages of the office's own; `camera`: the number of the camera that scans, or None.
    """

    data: Path
    printer: str
    server_url: str | None
    enrolment_code: str | None
    full_screen: bool
    remote_control: bool
    language: str = "vi"
    translations: Path | None = None
    screen: int = 0
    board_screen: int | None = None
    sound: Path | None = None
    camera: int | None = None
