"""The icons of `resources/icons` in the colour and size a screen asks for.

Each is an SVG of ours on a grid of 24, drawn in strokes of width 2 in black; the colour is put in when it is drawn.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_DRAWN_IN = "#000"


@cache
def drawings() -> dict[str, str]:
    """Every icon as it is drawn, by name: read once, so that no screen waits for the disk later."""
    folder = files("resources.icons")
    return {
        file.name.removesuffix(".svg"): file.read_text(encoding="utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".svg")
    }


def has_icon(name: str) -> bool:
    """Whether `resources/icons` has one of that name."""
    return name in drawings()


@lru_cache(maxsize=512)
def icon_image(name: str, colour: str, pixels: int) -> QImage:
    """The icon `name` (its file name without `.svg`) in `colour` (`#RRGGBB`), `pixels` wide and high.

    Raises KeyError for a name that has no file.
    """
    source = drawings()[name].replace(_DRAWN_IN, colour)
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    return image


def icon_pixmap(name: str, colour: str, pixels: int) -> QPixmap:
    """The same for widgets."""
    return QPixmap.fromImage(icon_image(name, colour, pixels))
