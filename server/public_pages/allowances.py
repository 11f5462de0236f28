"""How often the public pages answer one address and one token, and why so often.

A waiting hall has one address for all its phones. 600 phones that look again every 8 to 15 seconds ask 40 to 75 times a
second, and when a thousand people open a page within a minute that is some 20 a second more. One phone, or a family
with a slip each and one shared, asks for one token a few times in a minute. A hall rates at most as fast as its
counters serve, a hundred counters some 40 in a minute; what came while the office's line was down comes at once.

These are the numbers of one process; nginx before several of them has its own, for all together.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import Request

from server.limits import Allowance, Limit, address_of

PAGES_OF_AN_ADDRESS = Allowance(at_once=1500, per_second=150)
PAGES_OF_A_TOKEN = Allowance(at_once=60, per_second=2)
RATINGS_OF_AN_ADDRESS = Allowance(at_once=200, per_second=2)
RATINGS_OF_A_TOKEN = Allowance(at_once=10, per_second=1 / 30)
KEPT_OF_AN_ADDRESS = Allowance(at_once=300, per_second=1 / 60)
"""Ratings of slips that the server has not heard of: nothing but their form tells them from inventions."""


@dataclass(frozen=True, slots=True)
class Allowances:
    """The limits of the public pages (giới hạn của các trang công khai); each answers the seconds to wait, 0 for none.

    The limit of the address is asked first, so that inventing tokens uses it up.
    """

    pages_of_address: Limit = field(default_factory=lambda: Limit(PAGES_OF_AN_ADDRESS))
    pages_of_token: Limit = field(default_factory=lambda: Limit(PAGES_OF_A_TOKEN))
    ratings_of_address: Limit = field(default_factory=lambda: Limit(RATINGS_OF_AN_ADDRESS))
    ratings_of_token: Limit = field(default_factory=lambda: Limit(RATINGS_OF_A_TOKEN))
    kept_of_address: Limit = field(default_factory=lambda: Limit(KEPT_OF_AN_ADDRESS))

    def page(self, request: Request, token: str = "") -> int:
        """For a page about `token`, or about nobody."""
        wait = self.pages_of_address.wait_for(address_of(request))
        return wait or (self.pages_of_token.wait_for(token) if token else 0)

    def rating(self, request: Request, token: str) -> int:
        """For giving a rating."""
        return self.ratings_of_address.wait_for(address_of(request)) or self.ratings_of_token.wait_for(token)

    def kept(self, request: Request) -> int:
        """For a rating of something that the server does not know."""
        return self.kept_of_address.wait_for(address_of(request))
