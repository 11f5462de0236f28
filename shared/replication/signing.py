"""Who speaks: every request of a device is signed with its own Ed25519 key, and no request can be played back.

What is signed names the method, the address with its query, the body, the device and a counter that only grows. No
clock is needed, and there is no secret on the server that could be stolen from it.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

OFFICE_HEADER = "Motcua-Office"
DEVICE_HEADER = "Motcua-Device"
LANE_HEADER = "Motcua-Lane"
COUNTER_HEADER = "Motcua-Counter"
SIGNATURE_HEADER = "Motcua-Signature"

Lane = Literal["push", "pull", "line", "scans"]
"""The conversations that a device has with its server at the same time, each with a counter of its own."""

LANES: tuple[Lane, ...] = get_args(Lane)
HIGHEST_COUNTER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Caller:
    """Who speaks, on which lane, and the how-manieth request this is (`counter` only grows per device and lane)."""

    office: str
    device: str
    lane: Lane
    counter: int


@dataclass(frozen=True, slots=True)
class Signable:
    """What a signature is over. `target` is the path with its query, as it stands in the request line."""

    method: str
    target: str
    body: bytes
    caller: Caller

    def text(self) -> bytes:
        """The bytes that are signed: one part a line."""
        caller = self.caller
        digest = hashlib.sha256(self.body).hexdigest()
        parts = (self.method, self.target, digest, caller.office, caller.device, caller.lane, str(caller.counter))
        return "\n".join(parts).encode()


def new_private_key() -> str:
    """A new Ed25519 private key, in hex."""
    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def public_key_of(private_key: str) -> str:
    """The public key (hex) of a private one (hex)."""
    return _private(private_key).public_key().public_bytes_raw().hex()


def is_public_key(text: str) -> bool:
    """Whether `text` is an Ed25519 public key in hex."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(text))
    except ValueError:
        return False
    return len(text) == 64


class Signer:
    """Signs as one device."""

    def __init__(self, private_key: str) -> None:
        self._key = _private(private_key)

    def headers(self, signable: Signable) -> dict[str, str]:
        """The headers that tell the server who speaks."""
        caller = signable.caller
        return {
            OFFICE_HEADER: caller.office,
            DEVICE_HEADER: caller.device,
            LANE_HEADER: caller.lane,
            COUNTER_HEADER: str(caller.counter),
            SIGNATURE_HEADER: base64.b64encode(self._key.sign(signable.text())).decode("ascii"),
        }


class PublicKey:
    """The public half of a device's key (hex), by which its signatures are checked."""

    def __init__(self, public_key: str) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))

    def has_signed(self, signable: Signable, signature: str) -> bool:
        """Whether `signature` (base64) over `signable` was made with the private half."""
        try:
            self._key.verify(base64.b64decode(signature, validate=True), signable.text())
        except (InvalidSignature, ValueError):
            return False
        return True


def _private(key: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key))
