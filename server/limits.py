"""How often one address, or whoever holds one token, may ask (giới hạn số lần truy cập): buckets that fill again.

Kept in the memory of each process and never written down. The numbers stand with those who use them.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from fastapi import Request

MOST_KEPT = 50_000
"""So many addresses or tokens are remembered, some ten megabytes; whoever has been quiet longest is forgotten first."""
_LONGEST_KEY = 64
"""Letters of a key that count: an address may hold thousands that somebody made up, and all of them would be kept."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """How often (mức cho phép): `at_once` requests after a quiet time, then `per_second` in the long run."""

    at_once: int
    per_second: float


class Limit:
    """An allowance for each of many keys. `seconds` answers a clock that only grows."""

    def __init__(
        self, allowance: Allowance, most_kept: int = MOST_KEPT, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._allowance = allowance
        self._most_kept = most_kept
        self._seconds = seconds
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """By key: what was left at the last request, and when that was; the most recent last."""

    def wait_for(self, key: str) -> int:
        """Counts one request of `key`: 0 when it may pass, else the whole seconds after which the next one may.

        A request that may not pass costs nothing, so that whoever waits as long as told gets through.
        """
        key = key[:_LONGEST_KEY]
        with self._lock:
            now = self._seconds()
            left = self._left_at(key, now)
            self._left.pop(key, None)
            self._left[key] = (left - 1 if left >= 1 else left, now)
            if len(self._left) > self._most_kept:
                self._left.popitem(last=False)
        return self._seconds_until_one(left)

    def would_wait_for(self, key: str) -> int:
        """The same without counting: for what is only counted when it fails."""
        with self._lock:
            left = self._left_at(key[:_LONGEST_KEY], self._seconds())
        return self._seconds_until_one(left)

    def _left_at(self, key: str, now: float) -> float:
        left, then = self._left.get(key, (float(self._allowance.at_once), now))
        return min(self._allowance.at_once, left + (now - then) * self._allowance.per_second)

    def _seconds_until_one(self, left: float) -> int:
        return 0 if left >= 1 else max(1, math.ceil((1 - left) / self._allowance.per_second))

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._left)


def address_of(request: Request) -> str:
    """Whom a request counts for: its address, of IPv6 the /64 that one customer has; "" when none is known.

    Behind a proxy it is the one that the server was told by a proxy that it trusts.
    """
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> 64 << 64))
