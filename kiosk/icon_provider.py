"""The icons as QML images: `image://icon/<name>/<RRGGBB>`."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from shared.qt.icons import icon_image, has_icon

_FALLBACK = "document"


class IconProvider(QQuickImageProvider):
    """Draws an icon in the colour and size that QML asks for; an unknown name becomes a sheet of paper."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:  # noqa: N802  # Qt's name
        """The icon of `address`, as large as `requested`."""
        name, colour = address.split("/")
        pixels = max(requested.width(), requested.height(), 1)
        image = icon_image(name if has_icon(name) else _FALLBACK, f"#{colour}", pixels)
        size.setWidth(pixels)
        size.setHeight(pixels)
        return image
