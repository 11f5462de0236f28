"""Where QML finds the QR code of a text: `image://qr/<the text in hexadecimal>`."""

from __future__ import annotations

QR_PROVIDER = "qr"


def qr_source(text: str) -> str:
    """The image address of the code of `text`; "" for no text."""
    return f"image://{QR_PROVIDER}/{text.encode().hex()}" if text else ""


def text_of_address(address: str) -> str:
    """The text whose code is behind the part of the address after the provider's name."""
    return bytes.fromhex(address).decode()
