"""The look of the counter: the shared palette at a size of letters, as one style sheet and a few measures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QWidget

from counter.style_sheet import STYLE_SHEET
from shared.qt.icons import icon_image, icon_pixmap
from shared.qt.theme import DESK_SCALE, HIGH_CONTRAST, NORMAL, Palette

NORMAL_SIZE = 1.0
LARGE_SIZE = 1.25


@dataclass(frozen=True, slots=True)
class Look:
    """Palette and size of letters (1.0 is normal)."""

    palette: Palette = NORMAL
    size: float = NORMAL_SIZE

    @property
    def is_large(self) -> bool:
        """Whether letters are larger than usual."""
        return self.size > NORMAL_SIZE

    @property
    def is_high_contrast(self) -> bool:
        """Whether the palette is the one of high contrast."""
        return self.palette == HIGH_CONTRAST

    def px(self, pixels: float) -> int:
        """A measure in pixels at this size of letters."""
        return round(pixels * self.size)

    def part(self, pixels: float) -> int:
        """The width of a part of the window: it grows half as fast as the letters."""
        return round(pixels * (1 + (self.size - 1) * 0.5))

    def icon(self, name: str, colour: str | None = None, pixels: int = 20) -> QIcon:
        """The icon `name` in `colour` (the ink, if none is given)."""
        return QIcon(self.pixmap(name, colour, pixels))

    def pixmap(self, name: str, colour: str | None = None, pixels: int = 20) -> QPixmap:
        """The same as a picture."""
        return icon_pixmap(name, colour or self.palette.ink, self.px(pixels))

    def style_sheet(self, family: str) -> str:
        """The style sheet of the whole window in the typeface `family`."""
        palette = self.palette
        values = {name: getattr(palette, name) for name in palette.__slots__}
        for name in DESK_SCALE.__slots__:
            values[f"size_{name}"] = f"{self.px(getattr(DESK_SCALE, name))}px"
        values["family"] = family
        values["tick"] = _picture("tick", palette.on_action, 16)
        values["up"] = _picture("chevron_up", palette.ink_soft, 14)
        values["down"] = _picture("chevron_down", palette.ink_soft, 14)
        sheet = STYLE_SHEET
        for name in sorted(values, key=len, reverse=True):
            sheet = sheet.replace(f"@{name}", values[name])
        return _scaled(sheet, self)


def palette_of(widget: QWidget) -> Palette:
    """The palette of the window that `widget` is in, for what is painted by hand; the usual one outside of one."""
    look = getattr(widget.window(), "look", None)
    return look.palette if isinstance(look, Look) else NORMAL


def _scaled(sheet: str, look: Look) -> str:
    """Measures written as `~12` become pixels at the size of the look."""
    parts = sheet.split("~")
    scaled = [parts[0]]
    for part in parts[1:]:
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        scaled.append(f"{look.px(int(digits))}px{part[len(digits) :]}")
    return "".join(scaled)


@cache
def _picture(name: str, colour: str, pixels: int) -> str:
    """The icon as a file, since a style sheet takes pictures by their path only."""
    folder: Path = user_cache_path("motcua", appauthor=False) / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{colour.lstrip('#')}-{pixels}.png"
    if not path.is_file():
        icon_image(name, colour, pixels * 2).save(str(path))
    return path.as_posix()
