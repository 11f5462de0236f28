"""The pictures that QML asks for by name: icons in the colours of the screen, and QR codes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.qr_source import text_of_address
from shared.qt.icons import has_icon, icon_image

ICON_PROVIDER = "icon"
_FALLBACK = "document"
_QR_PIXELS = 640


class IconProvider(QQuickImageProvider):
    """`image://icon/<name>/<RRGGBB>`: draws an icon as large as asked; an unknown name becomes a sheet of paper."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:  # noqa: N802  # Qt's name
        """The icon of `address`, as large as `requested`."""
        name, colour = address.split("/")
        pixels = max(requested.width(), requested.height(), 1)
        size.setWidth(pixels)
        size.setHeight(pixels)
        return icon_image(name if has_icon(name) else _FALLBACK, f"#{colour}", pixels)


class QrProvider(QQuickImageProvider):
    """`image://qr/<hexadecimal>`: the QR code of a text, black on white with its quiet zone."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, _requested: QSize) -> QImage:  # noqa: N802  # Qt's name
        """The code of the text behind `address`."""
        size.setWidth(_QR_PIXELS)
        size.setHeight(_QR_PIXELS)
        from shared.documents.qr import qr_png  # with the first code: it would slow every start

        return QImage.fromData(qr_png(text_of_address(address), _QR_PIXELS))
