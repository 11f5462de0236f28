"""Writing transactions of one process and of several: one at a time, and short work without a detour."""

from __future__ import annotations

import asyncio
import fcntl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.turns import Turn
from server.writing_lane import WritingLane


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.turn"


@pytest.fixture
def lane(file: Path) -> Iterator[WritingLane]:
    made = WritingLane(Turn(file))
    yield made
    made.close()


def test_short_work_is_done_where_it_is_asked_for_and_what_it_says_is_answered(lane: WritingLane) -> None:
    assert asyncio.run(lane.run_short(threading.current_thread)) is threading.current_thread()
    with pytest.raises(ZeroDivisionError):
        asyncio.run(lane.run_short(lambda: 1 // 0))
    assert asyncio.run(lane.run_short(threading.current_thread)) is threading.current_thread()


def test_where_the_database_is_on_the_network_the_worker_does_it() -> None:
    lane = WritingLane(Turn(None))
    try:
        assert asyncio.run(lane.run_short(threading.current_thread)) is not threading.current_thread()
    finally:
        lane.close()


def test_short_work_waits_with_the_others_while_this_process_writes(lane: WritingLane) -> None:
    begun, may_end = threading.Event(), threading.Event()
    order: list[str] = []

    def long_work() -> None:
        begun.set()
        may_end.wait()
        order.append("long")

    async def both() -> threading.Thread:
        long = asyncio.create_task(lane.run(long_work))
        await asyncio.to_thread(begun.wait)
        short = asyncio.create_task(lane.run_short(lambda: order.append("short") or threading.current_thread()))
        while lane.waiting() < 2:
            await asyncio.sleep(0)
        may_end.set()
        await long
        return await short

    assert asyncio.run(both()) is not threading.current_thread()
    assert order == ["long", "short"]


def test_a_turn_that_cannot_be_had_is_an_error_once_and_the_lane_goes_on(file: Path) -> None:
    class Broken(Turn):
        def take_if_free(self) -> bool:
            raise OSError(37, "No locks available")

    lane = WritingLane(Broken(file))
    try:
        with pytest.raises(OSError, match="No locks"):
            asyncio.run(lane.run_short(threading.current_thread))
        assert asyncio.run(lane.run(threading.current_thread)) is not threading.current_thread()
    finally:
        lane.close()


def test_short_work_waits_while_a_thread_of_its_own_writes(lane: WritingLane) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def long_work() -> None:
        begun.set()
        may_end.wait()

    async def short() -> threading.Thread:
        await asyncio.to_thread(begun.wait)
        asked = asyncio.create_task(lane.run_short(threading.current_thread))
        while not lane.waiting():
            await asyncio.sleep(0)
        may_end.set()
        return await asked

    thread = threading.Thread(target=lane.run_and_wait, args=(long_work,))
    thread.start()
    assert asyncio.run(short()) is not threading.current_thread()
    thread.join()


def test_short_work_waits_on_the_worker_while_another_process_has_the_turn(lane: WritingLane, file: Path) -> None:
    async def short() -> threading.Thread:
        with file.open("a") as of_the_other:
            fcntl.flock(of_the_other, fcntl.LOCK_EX)
            asked = asyncio.create_task(lane.run_short(threading.current_thread))
            while not lane.waiting():
                await asyncio.sleep(0)
            assert not asked.done()
            fcntl.flock(of_the_other, fcntl.LOCK_UN)
            return await asked

    assert asyncio.run(short()) is not threading.current_thread()
