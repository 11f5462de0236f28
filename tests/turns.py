"""The turns in which tests are run side by side: what takes long begins first, and a file stays with one worker.

`pytest -n` alone deals tests out in stretches: a fixture of a module is then made by several workers, and whoever meets
a long test at the end lets the others wait.
"""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

IN_TURN = (
    "tests/scenario/test_a_day_without_a_server.py",
    "tests/scenario/test_an_officers_day.py",
    "tests/scenario/test_a_postal_day.py",
    "tests/scenario/test_morning.py",
)
"""Whole offices of several programs, which mostly wait: one worker has them run one after the other, from the start."""

APART = (
    "tests/counter/test_window_walk.py",
    "tests/scenario/test_kiosk_on_a_display.py",
    "tests/counter/test_contrast.py",
    "tests/kiosk/test_screens.py",
)
"""Long tests that share nothing: whoever is free takes the next."""

ONE_WALK = ("tests/kiosk/test_access.py", "tests/kiosk/test_read_aloud.py")
"""Files that look at what one process has walked over once."""

EARLY = (
    "tests/scenario/test_refused_starts.py",
    "tests/server/test_failover.py",
    "tests/server/test_the_description_holds.py",
    "tests/server/test_public_pages_in_a_browser.py",
    "tests/server/test_signing_in_in_a_browser.py",
    "tests/server/test_administration_in_a_browser.py",
    "tests/scenario/test_a_phone.py",
    "tests/bench/test_bench_runs.py",
    "tests/server/test_claims.py",
    "tests/server/test_procedure_page.py",
    "tests/server/test_office_server.py",
    "tests/server/test_scans.py",
    "tests/replication/test_histories.py",
    "tests/scenario/test_a_week_cut_off.py",
    "tests/counter/test_queue_desk.py",
    "tests/counter/test_reception.py",
    "tests/server/test_public_pages.py",
)
"""Files that take long as a whole."""

_PLACES = {file: place for place, file in enumerate((*IN_TURN, *APART, *ONE_WALK, *EARLY))}


def file_of(name: str) -> str:
    """The file of a test, by the test's full name."""
    return name.partition("::")[0]


def put_in_order(items: list[pytest.Item]) -> None:
    """Puts the long ones first; the others stay as they are."""
    items.sort(key=lambda item: _PLACES.get(file_of(item.nodeid), len(_PLACES)))


class Turns(LoadScopeScheduling):
    """Deals out files, in the order of the tests; those of `APART` test by test, those of `IN_TURN` at once."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        file = file_of(nodeid)
        if file in APART:
            return nodeid
        return next((together[0] for together in (IN_TURN, ONE_WALK) if file in together), file)
