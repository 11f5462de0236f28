"""The colours that were really painted in a part of a picture."""

from __future__ import annotations

from collections import Counter
from functools import cache

from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from shared.qt.theme import contrast

FEWEST_PIXELS = 3
"""A colour of fewer pixels is a smoothed edge or chance."""

cached_contrast = cache(contrast)


def painted(place: QRect, picture: QImage) -> Counter[str]:
    """How many pixels of each colour ("#rrggbb") were painted in `place`."""
    seen = place.intersected(picture.rect())
    if seen.isEmpty():
        return Counter()
    part = picture.copy(seen).convertToFormat(QImage.Format.Format_RGB888)
    size, line = (part.width(), part.height()), part.bytesPerLine()
    pixels = Image.frombuffer("RGB", size, part.constBits(), "raw", "RGB", line, 1)
    found = pixels.getcolors(part.width() * part.height()) or []
    return Counter({f"#{bytes(colour).hex()}": times for times, colour in found})


def strongest_contrast(colours: Counter[str]) -> tuple[float, str]:
    """How far the letters stand out from their ground, the colour painted most, and that ground."""
    ground = colours.most_common(1)[0][0]
    strongest = max(cached_contrast(colour, ground) for colour, times in colours.items() if times >= FEWEST_PIXELS)
    return strongest, ground
