"""How much is sent at a time, how long is waited, and which answer is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.journal.event import GENESIS
from shared.journal.journal import PersonalRecord
from shared.replication.messages import PushAnswer
from shared.replication.sender import (
    LARGEST_BATCH,
    LARGEST_BYTES,
    LogEntry,
    LogPlace,
    OwnLog,
    Pace,
    Search,
    build_push,
    confirm,
    question,
)

LOG = OwnLog("phuong-mau", "kiosk-1", 1)
HERE = LogPlace(10, "aa" * 32)


def answer(through: int, head: str, outcome: str = "taken", device: str = "kiosk-1", epoch: int = 1) -> PushAnswer:
    return PushAnswer(outcome, device, epoch, through, head, agrees=True)  # type: ignore[arg-type]


def test_batches_shrink_after_failure_and_grow_after_success() -> None:
    pace = Pace(size=64)
    for expected in (32, 16, 8, 4, 2, 1, 1):
        pace = pace.after_failure()
        assert pace.size == expected
    assert pace.failures == 7
    pace = pace.after_success()
    assert (pace.size, pace.failures) == (2, 0)
    for _ in range(20):
        pace = pace.after_success()
    assert pace.size == LARGEST_BATCH


@given(failures=st.integers(0, 10_000), chance=st.floats(0, 1, exclude_max=True))
def test_waits_grow_to_half_a_minute_and_are_spread(failures: int, chance: float) -> None:
    wait = Pace(failures=failures).wait_seconds(chance)
    assert 0 <= wait <= 30
    assert wait <= Pace(failures=failures + 1).wait_seconds(chance)
    if failures:
        assert wait >= 0.25


def test_a_batch_is_bounded_in_bytes_and_never_empty() -> None:
    large = LogEntry(b"x" * LARGEST_BYTES, PersonalRecord("h", b"{}"))
    small = LogEntry(b"{}", None)
    push = build_push(LOG, LogPlace(3, "bb" * 32), [large, small, small], Pace())
    assert (push.first_seq, push.previous, len(push.bodies), len(push.personal)) == (4, "bb" * 32, 1, 1)
    push = build_push(LOG, LogPlace(0, GENESIS), [small, small, large], Pace())
    assert len(push.bodies) == 2
    assert len(build_push(LOG, LogPlace(0, GENESIS), [small] * 9, Pace(size=4)).bodies) == 4


def test_only_an_answer_with_our_own_hash_is_believed() -> None:
    assert confirm(LOG, HERE, HERE.hash, answer(10, HERE.hash)).through == 10
    assert confirm(LOG, HERE, "cc" * 32, answer(7, "cc" * 32, "gap")).through == 7
    assert confirm(LOG, HERE, GENESIS, answer(0, GENESIS)).meaning == "durable"
    for strange in (
        confirm(LOG, HERE, "cc" * 32, answer(7, "dd" * 32)),
        confirm(LOG, HERE, None, answer(11, "dd" * 32)),
        confirm(LOG, HERE, HERE.hash, answer(10, HERE.hash, "fork")),
    ):
        assert strange.meaning == "diverged"
    for foreign in (answer(10, HERE.hash, device="another"), answer(10, HERE.hash, epoch=2)):
        assert confirm(LOG, HERE, HERE.hash, foreign).meaning == "unbelievable"


def test_a_question_carries_nothing() -> None:
    asked = question(LOG, HERE)
    assert (asked.first_seq, asked.previous, asked.bodies) == (11, HERE.hash, ())


@given(last_common=st.integers(0, 2000), disputed=st.integers(1, 4000))
@pytest.mark.parametrize("most", [12])
def test_the_last_common_event_is_found_by_halves(last_common: int, disputed: int, most: int) -> None:
    search = Search(0, last_common + disputed)
    asked = 0
    while (probe := search.probe) is not None:
        search = search.learned(probe, probe <= last_common)
        asked += 1
    assert search.agreed == last_common
    assert asked <= most + 1
