"""Work on a thread is finished before its task ends, so that nothing of the database is left behind."""

from __future__ import annotations

import asyncio
import threading

import pytest

from server.operation.threads import in_thread


def test_what_was_done_is_answered() -> None:
    assert asyncio.run(in_thread(sum, (1, 2))) == 3


def test_a_cancelled_task_ends_only_after_its_thread() -> None:
    begun, may_end = threading.Event(), threading.Event()
    done: list[str] = []

    def work() -> None:
        begun.set()
        may_end.wait()
        done.append("work")

    async def cancelled() -> None:
        task = asyncio.create_task(in_thread(work))
        await asyncio.to_thread(begun.wait)
        task.cancel()
        await asyncio.sleep(0)
        assert not task.done()
        may_end.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert done == ["work"]

    asyncio.run(cancelled())
