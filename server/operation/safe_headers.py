"""The headers that every answer carries, whatever made it: nothing is kept, framed, guessed at or passed on."""

from __future__ import annotations

from collections.abc import Iterable

from server.operation.request_number import HEADER

Headers = list[tuple[bytes, bytes]]

_ALWAYS: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"content-security-policy", b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
"""What an answer gets that says nothing else itself. A page brings its own, narrower policy with its own sources."""

_NUMBER = HEADER.lower().encode("ascii")


def with_safe_headers(headers: Iterable[tuple[bytes, bytes]], number: str) -> Headers:
    """`headers` (their names in small letters), the missing ones of those above, and the request's number."""
    kept = list(headers)
    there = {pair[0] for pair in kept}
    kept += [pair for pair in _ALWAYS if pair[0] not in there]
    kept.append((_NUMBER, number.encode("ascii")))
    return kept
