"""One-time codes (mã xác thực): RFC 6238, six digits, thirty seconds, one step early or late; none holds twice."""

from __future__ import annotations

import hmac
import io
from datetime import datetime

import pyotp
import qrcode
from qrcode.constants import ERROR_CORRECT_M

STEP_SECONDS = 30
_EARLY_OR_LATE = 1
_ISSUER = "Mot cua"
"""Without diacritics: some phones show them as question marks."""


def new_secret() -> str:
    """A new secret: 160 random bits in base32."""
    return pyotp.random_base32()


def step_of(secret: str, code: str, now: datetime, used: int) -> int | None:
    """The step of a code that is right now and later than the step `used`; None for every other code."""
    digits = "".join(code.split())
    if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):
        return None
    present = int(now.timestamp()) // STEP_SECONDS
    generator = pyotp.TOTP(secret, interval=STEP_SECONDS)
    right = None
    for step in range(present - _EARLY_OR_LATE, present + _EARLY_OR_LATE + 1):
        if hmac.compare_digest(generator.generate_otp(step), digits) and step > used:
            right = step
    return right


def in_groups(secret: str) -> str:
    """The secret to be typed: groups of four letters."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def qr_png(secret: str, sign_in: str) -> bytes:
    """The picture that a phone's program reads. Kept nowhere."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, box_size=6, border=4)
    code.add_data(pyotp.TOTP(secret, interval=STEP_SECONDS).provisioning_uri(name=sign_in, issuer_name=_ISSUER))
    picture = io.BytesIO()
    code.make_image().save(picture, "PNG")
    return picture.getvalue()
