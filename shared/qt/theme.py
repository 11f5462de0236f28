"""The look that every window shares (giao diện chung): colours, sizes of letters, spacing, and the typeface.

One accent a screen, one scale of sizes, one grid of eight pixels. `PAIRS` names which colour may be written on which
ground; each of them keeps a contrast of 7:1 or more in every palette (WCAG 2.2, success criterion 1.4.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import fontpkg_be_vietnam_pro
from PySide6.QtGui import QFontDatabase

from shared.failures import EnvironmentFailure

GRID = 8
"""Every distance is a multiple of this many pixels."""

_FACES = ("Regular", "Italic", "Medium", "SemiBold", "SemiBoldItalic", "Bold", "ExtraBold")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a screen (bảng màu), each as `#RRGGBB`.

    `ground` lies below everything, `surface` is a card on it, `hairline` divides, `edge` bounds what can be touched
    (3:1). `ink` writes, `ink_soft` writes what matters less. `action` is the accent. `urgent`, `done` and `warning`
    say a state, always beside a word and a shape. `*_tint` are grounds under the ink, `on_*` are written on the full
    colour.
    """

    ground: str
    surface: str
    hairline: str
    edge: str
    ink: str
    ink_soft: str
    action: str
    action_pressed: str
    on_action: str
    action_tint: str
    urgent: str
    on_urgent: str
    urgent_tint: str
    done: str
    on_done: str
    done_tint: str
    warning_ground: str
    on_warning: str


NORMAL = Palette(
    ground="#FAFAF7",
    surface="#FFFFFF",
    hairline="#E3E3DB",
    edge="#7B8794",
    ink="#12263A",
    ink_soft="#3C4E60",
    action="#084C94",
    action_pressed="#063A72",
    on_action="#FFFFFF",
    action_tint="#E8F0F8",
    urgent="#8C1D18",
    on_urgent="#FFFFFF",
    urgent_tint="#FBECEA",
    done="#1B5E20",
    on_done="#FFFFFF",
    done_tint="#EFF7F0",
    warning_ground="#FFE3A3",
    on_warning="#12263A",
)

HIGH_CONTRAST = Palette(
    ground="#000000",
    surface="#000000",
    hairline="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    action="#FFE500",
    action_pressed="#FFFFFF",
    on_action="#000000",
    action_tint="#262200",
    urgent="#FFB4AB",
    on_urgent="#000000",
    urgent_tint="#2A0806",
    done="#9BE7A0",
    on_done="#000000",
    done_tint="#06210A",
    warning_ground="#FFE500",
    on_warning="#000000",
)

_GROUNDS = ("ground", "surface", "action_tint", "urgent_tint", "done_tint")
PAIRS: tuple[tuple[str, str], ...] = (
    *(("ink", ground) for ground in _GROUNDS),
    *(("ink_soft", ground) for ground in _GROUNDS),
    *(("action", ground) for ground in ("ground", "surface", "action_tint")),
    *(("urgent", ground) for ground in ("ground", "surface", "urgent_tint")),
    *(("done", ground) for ground in ("ground", "surface", "done_tint")),
    ("on_action", "action"),
    ("on_action", "action_pressed"),
    ("on_urgent", "urgent"),
    ("on_done", "done"),
    ("on_warning", "warning_ground"),
)
"""(colour of the letters, colour below them): all that the screens may use."""


@dataclass(frozen=True, slots=True)
class TypeScale:
    """The sizes of letters in pixels (cỡ chữ), from the smallest to the largest."""

    small: int
    body: int
    lead: int
    title: int
    headline: int
    display: int


KIOSK_SCALE = TypeScale(small=32, body=32, lead=38, title=46, headline=64, display=224)
"""Read standing, at arm's length, without glasses: nothing is smaller than 32."""

DESK_SCALE = TypeScale(small=13, body=15, lead=17, title=20, headline=28, display=56)
"""Read at a desk, all day."""


@cache
def load_typeface() -> str:
    """Loads Be Vietnam Pro into the running QGuiApplication and answers its family name.

    Raises EnvironmentFailure `typeface_missing` when the installed files cannot be read.
    """
    folder = fontpkg_be_vietnam_pro.ROOT / "files"
    for face in _FACES:
        if QFontDatabase.addApplicationFont(str(folder / f"BeVietnamPro-{face}.ttf")) < 0:
            raise EnvironmentFailure(
                "typeface_missing",
                f"Không đọc được bộ chữ Be Vietnam Pro ({face}). Xin cài đặt lại chương trình.",
                f"The typeface Be Vietnam Pro ({face}) cannot be read. Please install the program again.",
            )
    return str(fontpkg_be_vietnam_pro.FAMILY)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#RRGGBB`, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
