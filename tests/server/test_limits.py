"""How often one address may ask: a waiting hall passes, a flood does not, and memory stays small."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from server.limits import Allowance, Limit, address_of
from server.public_pages.allowances import PAGES_OF_A_TOKEN, PAGES_OF_AN_ADDRESS, Allowances


class Seconds:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def request_from(host: str | None) -> Request:
    return Request({"type": "http", "headers": [], "client": None if host is None else (host, 50000)})


def test_so_many_pass_at_once_and_then_as_many_as_time_brings() -> None:
    seconds = Seconds()
    limit = Limit(Allowance(at_once=3, per_second=0.5), seconds=seconds)
    assert [limit.wait_for("a") for _ in range(4)] == [0, 0, 0, 2]
    seconds.now += 2
    assert [limit.wait_for("a") for _ in range(2)] == [0, 2]
    seconds.now += 3600
    assert [limit.wait_for("a") for _ in range(4)] == [0, 0, 0, 2]


def test_whoever_waits_as_long_as_told_passes_however_often_it_was_refused_before() -> None:
    seconds = Seconds()
    limit = Limit(Allowance(at_once=1, per_second=1 / 30), seconds=seconds)
    assert limit.wait_for("a") == 0
    for _ in range(50):
        told = limit.wait_for("a")
    seconds.now += told
    assert limit.wait_for("a") == 0


def test_one_address_does_not_use_up_what_another_may() -> None:
    limit = Limit(Allowance(at_once=1, per_second=1), seconds=Seconds())
    assert [limit.wait_for("a"), limit.wait_for("a"), limit.wait_for("b")] == [0, 1, 0]


def test_of_an_endless_token_only_the_beginning_is_remembered() -> None:
    limit = Limit(Allowance(at_once=1, per_second=0.1), seconds=lambda: 0.0)
    assert limit.wait_for("A" * 64 + "one end of thousands of letters") == 0
    assert limit.wait_for("A" * 64 + "another end") == 10
    assert len(limit) == 1


def test_looking_whether_somebody_would_wait_counts_nothing() -> None:
    limit = Limit(Allowance(at_once=1, per_second=0.1), seconds=lambda: 0.0)
    assert [limit.would_wait_for("a") for _ in range(3)] == [0, 0, 0]
    assert limit.wait_for("a") == 0
    assert limit.would_wait_for("a") == 10


def test_only_so_many_addresses_are_remembered_and_the_busy_ones_stay() -> None:
    seconds = Seconds()
    limit = Limit(Allowance(at_once=1, per_second=1), most_kept=10, seconds=seconds)
    limit.wait_for("busy")
    for number in range(1000):
        assert limit.wait_for(f"flood-{number}") == 0
        assert limit.wait_for("busy") == 1
        assert len(limit) <= 10


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("testclient", "testclient"),
        (None, ""),
    ],
)
def test_an_address_counts_for_the_customer_who_has_it(host: str | None, counted: str) -> None:
    assert address_of(request_from(host)) == counted


def test_a_hall_of_600_phones_behind_one_address_is_answered_for_minutes_and_a_flood_is_not() -> None:
    seconds = Seconds()
    allowances = Allowances(
        pages_of_address=Limit(PAGES_OF_AN_ADDRESS, seconds=seconds),
        pages_of_token=Limit(PAGES_OF_A_TOKEN, seconds=seconds),
    )
    hall = request_from("203.0.113.9")
    for _ in range(600 // 8):
        assert {allowances.page(hall, f"TOKEN{phone}") for phone in range(600)} == {0}
        seconds.now += 8
    flood = [allowances.page(hall, f"TOKEN{phone}") for phone in range(5000)]
    assert flood.count(0) <= 1500
    assert max(flood) == 1
