"""QR codes as QML images take them."""

from __future__ import annotations

import base64
from functools import lru_cache

from shared.documents.qr import qr_png

_PIXELS = 640


@lru_cache(maxsize=8)
def qr_source(text: str) -> str:
    """The code of `text` as a `data:` address of a PNG; "" for no text."""
    return "data:image/png;base64," + base64.b64encode(qr_png(text, _PIXELS)).decode("ascii") if text else ""
